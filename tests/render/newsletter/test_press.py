from typing import Any

import pytest
from tests.render.newsletter.rich_issue import issue, page, publication, released, theme

from pressroom.model.edition import Edition
from pressroom.model.theme import Theme
from pressroom.render import newsletter
from pressroom.render.newsletter import ThemeFaulty


def changed(files: dict[str, str], **phrases: Any) -> Theme:
    return Theme(files={**theme().files, **files}, phrases={**theme().phrases, **phrases})


def printed(a_theme: Theme) -> str:
    press = newsletter.set_up(a_theme, publication().brand)
    return newsletter.render_one(Edition(issue=issue()), released(), press).html


def refuse(files: dict[str, str]) -> tuple[str, int, str]:
    with pytest.raises(ThemeFaulty) as caught:
        printed(changed(files))
    finding = caught.value.finding
    assert caught.value.exit_code == 3
    assert caught.value.hint == finding.hint != ""
    assert caught.value.message == f"{finding.path}:{finding.line}: {finding.message}"
    return finding.path.removeprefix("themes/newsletter/"), finding.line, finding.message


FRAME = "<!DOCTYPE html>\n<html><head><style>{{ style }}</style>%s</head><body>%s</body></html>"
SHEETS = '{% for sheet in kept %}<style data-premailer="ignore">{{ sheet }}</style>{% endfor %}'


def test_a_company_s_own_template_is_taken() -> None:
    html = printed(changed({"message.html": FRAME % (SHEETS, "<p class='label'>{{ issue.title }}</p>{{ letter }}")}))
    assert '<p class="label" style="margin:0' in html
    assert "<p>Dear all, <a href=" in html


@pytest.mark.parametrize("name", ["message.html", "parts/lead.html"])
def test_a_missing_template_is_told(name: str) -> None:
    files = {path: text for path, text in theme().files.items() if path != name}
    with pytest.raises(ThemeFaulty, match=name):
        printed(Theme(files=files, phrases=theme().phrases))


def test_a_mistake_in_jinja_is_told_at_its_file_and_line() -> None:
    path, line, message = refuse({"parts/lead.html": "\n{% if %}"})
    assert (path, line) == ("parts/lead.html", 2)
    assert message.startswith("The template does not work: ")
    assert refuse({"message.html": "\n\n{% nonsense %}"})[:2] == ("message.html", 3)


@pytest.mark.parametrize("mistake", ["{{ issue.titel }}", "{{ titel }}", "{{ 1 / 0 }}", "{{ 1 + 'a' }}"])
def test_what_fails_in_printing_is_told_at_its_file_and_line(mistake: str) -> None:
    assert refuse({"parts/lead.html": f"a\n{mistake}"})[:2] == ("parts/lead.html", 2)


def test_a_missing_phrase_is_told() -> None:
    assert refuse({"parts/lead.html": "{{ say('nonsense') }}"})[0] == "phrases/en.yml"


@pytest.mark.parametrize("reach", ["{{ say.__globals__ }}", "{{ issue.__class__.__mro__ }}", "{{ ''.__class__ }}"])
def test_a_template_cannot_reach_into_python(reach: str) -> None:
    assert refuse({"parts/lead.html": reach})[0] == "parts/lead.html"


def test_everything_is_escaped_whatever_the_template_is_called() -> None:
    files = {"parts/lead.txt": "{{ '<b>' }}", "message.html": FRAME % (SHEETS, '{% include "parts/lead.txt" %}')}
    assert "&lt;b&gt;" in printed(changed(files))


@pytest.mark.parametrize(
    "doctype", ["", "<!doctype html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">']
)
def test_another_doctype_is_refused(doctype: str) -> None:
    html = FRAME.replace("<!DOCTYPE html>", doctype) % (SHEETS, "x")
    assert refuse({"message.html": html})[2] == "The message does not begin with <!DOCTYPE html>."


@pytest.mark.parametrize("sheets", ["", "<style>{{ kept[0] }}</style>", SHEETS.replace(' data-premailer="ignore"', "")])
def test_rules_that_were_lost_are_told(sheets: str) -> None:
    path, _, message = refuse({"message.html": FRAME % (sheets, "x")})
    assert path == "message.html"
    assert "lines of its style, the first of them: " in message


def test_a_press_prints_the_same_again() -> None:
    press = newsletter.set_up(theme(), publication().brand)
    first, second = (newsletter.render_one(Edition(issue=issue()), released(), press) for _ in range(2))
    assert first == second
    assert page(first).findtext("head/title") == "Boxes, boxes, boxes"
