"""Typographic quotes: where the house asks for them, in running text alone."""

from pathlib import Path

import pytest
from tests.load.building import ISSUE, NEWSLETTER, PUBLICATION, STORY, podcast, write

from pressroom.build.places import Places
from pressroom.desk import fixing
from pressroom.desk.typography import typeset


@pytest.mark.parametrize(
    ("language", "straight", "right"),
    [
        ("en", 'She said: "no", and "yes".', "She said: “no”, and “yes”."),
        ("en", 'A "word\nor two" (and "three")', "A “word\nor two” (and “three”)"),
        ("en", '*"Fog"* and "*rain*" and "`code`"', "*“Fog”* and “*rain*” and “`code`”"),
        ("en", "it's the ships' rock 'n' roll", "it’s the ships' rock 'n' roll"),
        ("nl", 'zo\'n "vest"', "zo’n “vest”"),
        ("de-at", 'das "Wort"', "das „Wort“"),
        ("fi", '"sana"', "”sana”"),
        ("es", '"palabra"', "«palabra»"),
    ],
)
def test_marks_that_pair_become_those_of_the_language(language: str, straight: str, right: str) -> None:
    assert typeset(straight, language) == right
    assert typeset(right, language) == right


@pytest.mark.parametrize(
    "text",
    [
        'a 27" screen',
        'one "two',
        'odd " spaces " here',
        '`"code"` and ``say "x" `y` ``',
        '```\n"code"\n```',
        '    "code"\n\n\t"code"',
        '[a](b.md "title")',
        '[a]: b.md "title"',
        '!!! note "Title"',
        '??? note "Title"',
        '<span title="x">y</span>',
        "words {: title='x' }",
        '\\"escaped\\"',
        'https://a.example/?q="x"',
    ],
)
def test_what_is_no_running_text_or_does_not_pair_stays(text: str) -> None:
    assert typeset(text, "en") == text


def test_another_language_is_left_to_people() -> None:
    assert typeset('"mot"', "fr") == '"mot"'


_TEXT = '---\ntitle: "Fog"\nsummary: It\'s "thick".\n---\nIt\'s "thick".\r\n\r\n`"x"` "y"'


def test_the_house_has_to_ask_for_it(tmp_path: Path) -> None:
    write(tmp_path, {**NEWSLETTER, **podcast(), STORY: _TEXT})
    places = Places(root=tmp_path)
    assert list(fixing.fix(places)) == []

    asked = f"{NEWSLETTER[PUBLICATION]!s}style:\n  quotes: typographic\n"
    write(tmp_path, {PUBLICATION: asked, ISSUE: '---\ntitle: November\ndate: 2026-11-19\n---\n"Dear all".\n'})
    changes = list(fixing.fix(places, [STORY]))
    assert [change.line for change in changes] == [5, 7]
    right = _TEXT.replace('---\nIt\'s "thick"', "---\nIt’s “thick”").replace('"y"', "“y”")
    assert (tmp_path / STORY).read_bytes().decode() == right
    assert len(list(fixing.fix(places))) == 1
    assert list(fixing.fix(places)) == []


def test_a_text_that_would_read_otherwise_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = f"{NEWSLETTER[PUBLICATION]!s}style:\n  quotes: typographic\n"
    write(tmp_path, {**NEWSLETTER, PUBLICATION: asked, STORY: _TEXT})
    monkeypatch.setattr("pressroom.desk.typography.typeset", lambda body, _language: body.replace('"', "”"))
    assert list(fixing.fix(Places(root=tmp_path))) == []
