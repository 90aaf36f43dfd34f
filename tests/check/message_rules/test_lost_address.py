import pytest
from tests.builders import message

from pressroom import check
from pressroom.model.finding import Severity

CLEAN = message('<a href="https://a.example/">Read</a><a id="top"></a><img src="https://a.example/b.jpg" alt=""><br>')
FAULTY = message('<p><a href="">Read <b>on</b></a></p>')


def test_addresses_and_places_to_link_to_are_fine() -> None:
    assert check.message(CLEAN) == ()


def test_a_link_without_an_address_is_an_error_at_the_issue() -> None:
    [finding] = check.message(FAULTY)
    assert (finding.severity, finding.rule) == (Severity.ERROR, "lost-address")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == "The link “Read on” in the email (en) has no address."
    assert "themes/newsletter/" in finding.hint


@pytest.mark.parametrize(
    "html", ['<a href=" ">x</a>', '<a href="#">x</a>', '<img src="" alt="x">', '<img alt="x">', '<area href="">']
)
def test_blank_and_missing_addresses_are_errors(html: str) -> None:
    assert [finding.rule for finding in check.message(message(html))] == ["lost-address"]


def test_what_only_outlook_reads_is_left_alone() -> None:
    assert check.message(message('<!--[if mso]><a href="">x</a><![endif]--><p>News</p>')) == ()


def test_a_message_without_any_html_has_no_links() -> None:
    assert check.message(message(" ")) == ()
