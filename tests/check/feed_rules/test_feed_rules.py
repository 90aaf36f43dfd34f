"""Every mistake that a feed can have is found by a rule of its own; ours have none."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.podcast.reading import feed_bytes, talk, whole

from pressroom.check import examining, feed_rules, registry
from pressroom.model.finding import Finding
from pressroom.model.podcast import Soundbite

_FOLDER = Path(__file__).parent
_GOOD = (_FOLDER / "good.xml").read_text("utf-8")
_STAND_INS = {"$LONG": "x" * 300, "$ENDLESS": "x" * 5_000}
_CASES = [
    (rule, case) for rule, cases in yaml.safe_load((_FOLDER / "cases.yml").read_text("utf-8")).items() for case in cases
]
_RULES = [
    import_module(f"pressroom.check.feed_rules.{path.stem}")
    for path in sorted(Path(next(iter(feed_rules.__path__))).glob("feed_*.py"))
]
_each: Callable[..., Any] = pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.NAME)


def _changed(change: Mapping[str, str]) -> str:
    text = _GOOD
    for old, new in change.items():
        assert old in text, old
        text = text.replace(old, new)
    for name, long in _STAND_INS.items():
        text = text.replace(name, long)
    return text


def _found(text: str) -> tuple[Finding, ...]:
    return examining.podcast_feed("feed.xml", text.encode())


def test_the_good_feed_is_good() -> None:
    assert _found(_GOOD) == ()


@pytest.mark.parametrize(("rule", "case"), _CASES)
def test_a_mistake_is_found_by_its_own_rule_and_by_no_other(rule: str, case: Mapping[str, Any]) -> None:
    findings = _found(_changed(case["change"]))

    if "finds" not in case:
        assert findings == ()
        return
    [finding] = [one for one in findings if one.rule == rule]
    assert {one.rule for one in findings} == {rule, *case.get("also", ())}
    assert case["finds"] in finding.message
    assert finding.message.endswith(".")
    assert finding.hint
    assert finding.path == "feed.xml"
    assert finding.line == case.get("line", finding.line)


def test_more_than_ten_mistakes_have_rules_of_their_own() -> None:
    with_cases = {rule for rule, case in _CASES if "finds" in case} - {"feed-xml"}
    assert with_cases == {rule.NAME for rule in registry.FEED_RULES}
    assert len(with_cases) >= 10


@_each
def test_a_rule_is_registered_once_and_named_like_its_file(rule: ModuleType) -> None:
    assert [one.NAME for one in registry.FEED_RULES].count(rule.NAME) == 1
    assert rule.__name__.rpartition(".")[2].replace("_", "-") == rule.NAME


@_each
def test_a_rule_says_what_it_asks_why_and_shows_bad_and_good(rule: ModuleType) -> None:
    told = rule.__doc__ or ""
    places = [told.find(f"\n\n{part}") for part in ("Why: ", "Bad:\n    ", "Good:\n    ")]
    assert -1 not in places
    assert places == sorted(places)


@_each
def test_without_a_rule_its_mistakes_pass(rule: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "FEED_RULES", tuple(one for one in registry.FEED_RULES if one is not rule))
    changes = [case["change"] for name, case in _CASES if name == rule.NAME and "finds" in case]
    assert all(rule.NAME not in {one.rule for one in _found(_changed(change))} for change in changes)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = _changed({"artwork.jpg": "artwork.gif", ">yes</podcast:locked>": ">x</podcast:locked>", "19 Oct": "19. Oct"})
    assert [finding.rule for finding in _found(text)] == ["feed-artwork", "feed-locked", "feed-date"]


@pytest.mark.parametrize(
    "hostile", ["", "<", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss>&b;</rss>', "\0"]
)
def test_what_is_no_feed_is_told_as_such(hostile: str) -> None:
    assert [finding.rule for finding in _found(hostile)] == ["feed-xml"]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.data())
def test_no_feed_breaks_a_rule(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(_GOOD)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.text(max_size=20))
    for finding in _found(_GOOD[:at] + put.encode("utf-8", "replace").decode() + _GOOD[at + length :]):
        assert finding.rule.startswith("feed-")


def test_only_so_many_items_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.check.feed._MOST_ITEMS", 1)
    assert _found(_changed({"19 Oct 2026": "19. Oct 2026"})) == ()


def test_our_own_feed_has_none_of_these_mistakes() -> None:
    guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    bites = (Soundbite(start=2, duration=20),)
    everything = whole(
        talk("one", soundbites=bites), talk("two", type="trailer"), guid=guid, hosts=("ada",), frequency="monthly"
    )
    assert examining.podcast_feed("feed.xml", feed_bytes(everything)) == ()
