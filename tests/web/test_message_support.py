"""Nothing in a message rests on what a mail program lacks: by caniemail.com's facts, of which npm has a copy."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pytest
from tests.render.newsletter import rich_issue
from tests.web.fallbacks import FALLBACKS, UNLISTED
from tests.web.letters import LETTERS
from tests.web.parts import CANIEMAIL
from tests.web.support import used

_PROGRAMS: Final = {
    "gmail": ("desktop-webmail", "ios", "android"),
    "outlook": ("windows", "outlook-com", "macos"),
    "apple-mail": ("macos", "ios"),
    "yahoo": ("desktop-webmail", "ios", "android"),
    "samsung-email": ("android",),
    "thunderbird": ("macos",),
}
"""Where it is told of Thunderbird, it is of the one for macOS, which is the same everywhere."""


@pytest.fixture(scope="session")
def facts() -> Mapping[str, Mapping[str, Any]]:
    """Give what caniemail says of each feature."""
    told = json.loads(CANIEMAIL.need().read_text(encoding="utf-8"))["data"]
    return {feature["slug"]: feature["stats"] for feature in told}


@pytest.fixture(scope="session")
def features(letter: Callable[[str], str]) -> frozenset[str]:
    """Give what our messages use, and what one with everything that an editor may write."""
    return frozenset().union(_of_everything(), *(used(letter(name)) for name in LETTERS))


def _of_everything() -> frozenset[str]:
    return used(rich_issue.message(rich_issue.chosen()).html) | used(rich_issue.message().html)


def test_whatever_is_lacking_somewhere_has_a_fallback(
    facts: Mapping[str, Mapping[str, Any]], features: frozenset[str]
) -> None:
    lacking = {name: list(_lacking(facts[name])) for name in features & facts.keys()}
    without = {name: programs for name, programs in lacking.items() if programs and name not in FALLBACKS}
    assert not without


def test_whatever_caniemail_does_not_tell_of_is_harmless(
    facts: Mapping[str, Mapping[str, Any]], features: frozenset[str]
) -> None:
    assert features - facts.keys() <= UNLISTED.keys()


def test_nothing_is_excused_that_is_not_used(facts: Mapping[str, Mapping[str, Any]], features: frozenset[str]) -> None:
    assert features >= FALLBACKS.keys() | UNLISTED.keys()
    assert all(any(_lacking(facts[name])) for name in FALLBACKS)


def test_what_a_message_uses_is_found() -> None:
    """One of each kind: elements, attributes, files, properties, values, units, functions, selectors, at-rules."""
    found = used(
        "<!DOCTYPE html><style>@media (hover) { .a > p:first-child, #b ~ i::after { gap: 1rem } }</style>"
        '<h3 id=x>x</h3><ul><li style="display:flex;width:calc(1px + 5%);margin-top:0;color:rgb(0 0 0)!important">'
        '<a href="mailto:a@b.c"></a><a href="#x"></a><img src="https://example.com/a.JPEG">'
    )
    assert found >= set(
        "css-at-media css-at-media-hover css-selector-class css-selector-child css-pseudo-class-first-child "
        "css-selector-id css-selector-general-sibling css-pseudo-element-after css-selector-grouping css-gap "
        "css-unit-rem html-h1-h6 html-lists html-style html-id css-display css-display-flex css-width css-unit-calc "
        "css-margin css-rgb css-important html-mailto-links html-anchor-links image-jpg html-img".split()
    )


def test_what_is_for_outlook_alone_does_not_count() -> None:
    assert "css-gap" not in used('<!DOCTYPE html><p>x<!--[if mso]><p style="gap: 1px"><![endif]-->')


def _lacking(stats: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[str]:
    """Give the programs whose newest version has a feature in part or not at all, or was never tried."""
    for family, platforms in _PROGRAMS.items():
        for platform in platforms:
            newest = [*stats.get(family, {}).get(platform, {"": "untried"}).values()][-1]
            if not newest.startswith("y"):
                yield f"{family} ({platform}): {newest}"
