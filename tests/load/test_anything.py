"""Whatever is written, loading ends with findings that can be shown, and never with a traceback."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from tests.load.building import EPISODE, ISSUE, NEWSLETTER, PUBLICATION, SHOW, STORY, Press, podcast

from pressroom.load import RULES, PublicationUnreadable
from pressroom.load.characters import first_forbidden

_PIECES = some.sampled_from(
    "---\n|: |\n|- |  |\t|'|\"|[|]|{|}|#|&a |*a|!!x |<<: |? |> |%|@|\\|\\ud800|\0|\u2028|title: |date: 2026-|start: "
    "|audio: |image: |..|/|WEBVTT|-->|<v |é|🛥|\r\n|a".split("|")
)
_TEXTS = some.lists(_PIECES | some.text(max_size=5), max_size=30).map("".join)
_PATHS = some.sampled_from([PUBLICATION, ISSUE, STORY, SHOW, EPISODE, "podcast/episodes/talk/talk.vtt"])
_QUICK = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _check(press: Press, path: str, data: bytes) -> None:
    press.write({**NEWSLETTER, **podcast()})
    try:
        findings = press.load({path: data}).findings
    except PublicationUnreadable as unreadable:
        findings = unreadable.findings
    for finding in findings:
        assert finding.rule in RULES
        assert finding.line <= data.count(b"\n") + data.count(b"\r") + 1 or finding.path != path
        assert "\n" not in finding.message
        assert first_forbidden(finding.message + finding.hint) is None


@_QUICK
@given(path=_PATHS, text=_TEXTS, whole=some.booleans())
def test_any_text(press: Press, path: str, text: str, whole: bool) -> None:
    fenced = path.endswith(".md") and not whole
    _check(press, path, (f"---\n{text}\n---\nWords.\n" if fenced else text).encode("utf-8", "surrogatepass"))


@_QUICK
@given(
    path=some.sampled_from(["podcast/artwork.png", "podcast/episodes/talk/talk.mp3"]),
    at=some.integers(0, 120),
    piece=some.binary(max_size=20),
    cut=some.integers(0, 3_000),
)
def test_any_damage(press: Press, path: str, at: int, piece: bytes, cut: int) -> None:
    whole = podcast()[path]
    assert isinstance(whole, bytes)
    damaged = whole[:at] + piece + whole[at + len(piece) :]

    _check(press, path, damaged[: len(damaged) - cut])


@pytest.mark.parametrize("name", ["a b.md", "É.md", "x" * 200 + ".md", "-.md", "a.b.c.md", ".md", "~.md", "a\\b.md"])
def test_any_name(press: Press, name: str) -> None:
    folder = Path(STORY).parent
    findings = press.load({str(folder / name): "---\ntitle: Fog\nsummary: Thick.\n---\nWords.\n"}).findings

    assert {finding.rule for finding in findings} <= {"bad-name"}
