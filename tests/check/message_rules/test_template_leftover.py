import pytest
from tests.builders import message

from pressroom import check
from pressroom.model.finding import Severity

CLEAN = message(
    "<title>{{ x }}</title><p title='{{ x }}'>Write {{ name }} or {% if %}</p>"
    '<a href="https://a.example/{{ id }}" style="color: #000">x</a><img src="https://a.example/a.jpg" alt="{{ x }}">'
)
FAULTY = message('<a href="{{ story.address }}">Read on</a>')


def test_braces_that_an_editor_wrote_are_fine() -> None:
    assert check.message(CLEAN) == ()


def test_an_address_that_was_not_filled_in_is_an_error_at_the_issue() -> None:
    [finding] = check.message(FAULTY)
    assert (finding.severity, finding.rule) == (Severity.ERROR, "template-leftover")
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 1)
    assert finding.message == 'The email (en) still holds href="{{ story.address }}" in a <a>.'


@pytest.mark.parametrize(
    "html",
    [
        '<td style="color: {{ brand.primary }}">x</td>',
        '<table width="{% if wide %}600{% endif %}"><tr><td>x</td></tr></table>',
        '<html lang="{{ language }}"><body>x</body></html>',
        '<img src="{# picture #}" alt="x">',
    ],
)
def test_so_is_any_attribute_that_a_template_fills(html: str) -> None:
    assert [finding.rule for finding in check.message(message(html))] == ["template-leftover"]
