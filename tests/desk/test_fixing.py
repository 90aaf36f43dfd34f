"""Mending: what is certain is mended at its line, and not a byte beside it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.mending import FOLDER, PICTURED, Desk, desk
from tests.load.building import ISSUE, NEWSLETTER, PUBLICATION, STORY, picture, write

from pressroom.build.places import Places
from pressroom.desk import fixing, replacing
from pressroom.errors import Unwritable
from pressroom.model.finding import Finding, Severity

__all__ = ["desk"]


_MENDED = [
    ("date: 1 November 2026", "date: 2026-11-01"),
    ("date: 19-11-2026", "date: 2026-11-19"),
    ("date: 2026-11-9  # a Monday", "date: 2026-11-09  # a Monday"),
    ("date: '19 november 2026'", "date: '2026-11-19'"),
    ("number: 007", "number: 7"),
    ("Number: 7", "number: 7"),
    ("image-alt: x", "image-alt: x"),
    ("preheader: “Fog, and more”", "preheader: Fog, and more"),
    ("preheader: „Fog: and more“", 'preheader: "Fog: and more"'),
    ("preheader: Fog: and more", 'preheader: "Fog: and more"'),
    ("preheader: He said: “no”", 'preheader: "He said: “no”"'),
    ('preheader: "Fog', 'preheader: "Fog"'),
    ('preheader: "Fog”', 'preheader: "Fog"'),
    ('preheader: "Fog" and "Rain"', 'preheader: \'"Fog" and "Rain"\''),
    ("preheader: [Update] Fog", 'preheader: "[Update] Fog"'),
    ("preheader: @ada is back", 'preheader: "@ada is back"'),
    ("preheader:Fog", "preheader: Fog"),
    ("preheader: Fog  ", "preheader: Fog"),
    ("preheader: |  \n  Fog  \n  rain", "preheader: |\n  Fog  \n  rain"),
]


@pytest.mark.parametrize(("written", "right"), _MENDED, ids=[written for written, _ in _MENDED])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_is_mended_and_nothing_beside_it(desk: Desk, written: str, right: str, end: str) -> None:
    own = written.partition(":")[0].lower()
    rest = [line for line in ("date: 2026-11-19", "title: November") if not line.startswith(f"{own}:")]
    text = "\n".join(["---", *rest, "{}", "---", "Dear  “all”, ", "\tbye  "]).replace("\n", end)
    told = desk.fix({ISSUE: "\ufeff" + text.format(written.replace("\n", end))})

    assert desk.read(ISSUE) == "\ufeff" + text.format(right.replace("\n", end))
    assert len(told) == (written != right)
    assert not told or told[0].startswith(f"{ISSUE}:{2 + len(rest)}: ")
    assert desk.fix() == []


@pytest.mark.parametrize(
    "line",
    [
        "date: 1/11/2026",
        "date: 1/11/26",
        "date: Sunday 1 November 2026",
        "editors: ada: bram",
        "preheader: We are #1",
        "preheader: “Fog” and “Rain”",
        "preheader: | Fog",
        "titel: November",
        "number: 1 000",
    ],
)
def test_what_is_not_certain_is_left_to_people(desk: Desk, line: str) -> None:
    date = "" if line.startswith("date") else "date: 2026-11-19\n"
    before = f"---\ntitle: November\n{date}{line}\n---\nDear all.\n"
    assert desk.fix({ISSUE: before}) == []
    assert desk.read(ISSUE) == before


def test_several_lines_that_hide_one_another_are_all_mended(desk: Desk) -> None:
    told = desk.fix({ISSUE: '---\ntitle: Fog: a story\nDate: 1 November 2026\nsummary: "Thick\n---\nDear all.\n'})

    assert desk.read(ISSUE) == '---\ntitle: "Fog: a story"\ndate: 2026-11-01\nsummary: "Thick"\n---\nDear all.\n'
    assert told == [
        f'{ISSUE}:2: title: Fog: a story → title: "Fog: a story"',
        f'{ISSUE}:4: summary: "Thick → summary: "Thick"',
        f"{ISSUE}:3: Date: 1 November 2026 → date: 1 November 2026",
        f"{ISSUE}:3: date: 1 November 2026 → date: 2026-11-01",
    ]
    assert desk.findings() == ()


def test_tabs_become_spaces(desk: Desk) -> None:
    event = "events:\n\t- title: Party\n\t  start: 2026-11-24\n\t  place: Quay\n"
    desk.fix({ISSUE: f"---\ntitle: November\ndate: 2026-11-19\n{event}---\n\tcode\n"})
    assert desk.read(ISSUE).endswith("events:\n  - title: Party\n    start: 2026-11-24\n    place: Quay\n---\n\tcode\n")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("title: Fog\nsummary: Thick.\n---\nWords.", "---\ntitle: Fog\nsummary: Thick.\n---\nWords."),
        ("---\ntitle: Fog\nsummary: Thick.\n—\nWords.", "---\ntitle: Fog\nsummary: Thick.\n---\nWords."),
        ("––\ntitle: Fog\nsummary: Thick.\n—–\nWords.", "---\ntitle: Fog\nsummary: Thick.\n---\nWords."),
        ("—\n\nWords.", "—\n\nWords."),
    ],
)
def test_the_lines_around_the_front_matter(desk: Desk, written: str, right: str) -> None:
    desk.fix({STORY: written})
    assert desk.read(STORY) == right


def test_a_publication_that_cannot_be_read_is_mended_as_well(desk: Desk) -> None:
    text = str(NEWSLETTER[PUBLICATION]).replace("name: The Bench", "name: The Bench: news")
    told = desk.fix({PUBLICATION: text})
    assert told == [f'{PUBLICATION}:1: name: The Bench: news → name: "The Bench: news"']
    assert desk.findings() == ()


def test_with_paths_only_these_are_mended(desk: Desk) -> None:
    issue = "---\ntitle: November  \ndate: 2026-11-9\n---\nDear all.\n"
    files = {ISSUE: issue, STORY: "---\ntitle: a: b\nsummary: c\n---\nd\n"}
    told = desk.fix(files, (STORY,))
    assert told == [f'{STORY}:2: title: a: b → title: "a: b"']
    assert desk.read(ISSUE) == issue


def test_a_file_keeps_its_mode_and_a_missing_last_line_end(desk: Desk) -> None:
    (desk.root / ISSUE).write_bytes(b"---\rtitle: November\rdate: 2026-11-9\r---\rDear all.")
    (desk.root / ISSUE).chmod(0o640)
    desk.fix()
    assert (desk.root / ISSUE).read_bytes() == b"---\rtitle: November\rdate: 2026-11-09\r---\rDear all."
    assert (desk.root / ISSUE).stat().st_mode & 0o777 == 0o640


_WRONG = "---\ntitle: November\ndate: 2026-11-9\n---\nDear all.\n"


def _steps(desk: Desk) -> Iterator[fixing.Change]:
    write(desk.root, {ISSUE: _WRONG})
    return fixing.fix(Places(root=desk.root))


def test_a_file_that_changed_since_it_was_read_is_left_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(root: Path, path: str, fixes: object) -> None:
        write(desk.root, {ISSUE: _WRONG.replace("title", "Title")})
        original(root, path, [one.but(line=2) for one in fixes])  # type: ignore[attr-defined]  # fixes

    original = replacing.replace_lines
    monkeypatch.setattr(fixing, "replace_lines", meanwhile)
    change = next(_steps(desk))
    assert change.told == "was changed meanwhile, and is left as it is; run this again"
    assert desk.read(ISSUE) == _WRONG.replace("title", "Title")


def test_so_is_one_that_changes_while_it_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(_handle: int) -> None:
        write(desk.root, {ISSUE: _WRONG + "More.\n"})

    monkeypatch.setattr(os, "fsync", meanwhile)
    change = next(_steps(desk))
    assert "was changed meanwhile" in change.told
    assert desk.read(ISSUE) == _WRONG + "More.\n"
    assert sorted(path.name for path in (desk.root / FOLDER).iterdir()) == ["fog.md", "issue.md"]


def test_a_link_is_not_followed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "issue.md"
    elsewhere.write_text(_WRONG)

    def meanwhile(root: Path, path: str, fixes: object) -> None:
        (desk.root / ISSUE).unlink()
        (desk.root / ISSUE).symlink_to(elsewhere)
        original(root, path, fixes)  # type: ignore[arg-type]  # fixes

    original = replacing.replace_lines
    monkeypatch.setattr(fixing, "replace_lines", meanwhile)
    change = next(_steps(desk))
    assert "was changed meanwhile" in change.told
    assert elsewhere.read_text() == _WRONG


def test_a_disk_that_is_full_leaves_the_file_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="No space left"):
        next(_steps(desk))
    assert desk.read(ISSUE) == _WRONG
    assert sorted(path.name for path in (desk.root / FOLDER).iterdir()) == ["fog.md", "issue.md"]


def test_a_renaming_that_fails_half_way_is_taken_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    write(desk.root, {STORY: PICTURED, f"{FOLDER}/Grey Cloud.PNG": picture()})
    before = desk.tree()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable):
        desk.fix()
    assert desk.tree() == before


_GOOD = (
    "title: November",
    "date: 2026-11-19",
    "number: 4",
    "summary: In short.",
    "preheader: And more.",
    "editors: [ada]",
)
_BAD = (
    "title: Fog: a story",
    'title: "Fog',
    "title: “Fog”",
    "Title: Fog  ",
    "title: *Fog*",
    "title:Fog",
    "date: 1 November 2026",
    "date: 2026-11-1",
    "date: 1/11/2026",
    "date: tomorrow",
    "number: 04",
    "number: four",
    "summary: [In] short",
    "summary: He said: “no”",
    "summary: |",
    "preheader: 'and so on",
    "\tpreheader: x",
    "editors: ada, bram",
    "editors: [ada",
    "colour: blue",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.sampled_from((*_GOOD, *_BAD)), min_size=1, max_size=7),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
    body=st.sampled_from(["Dear “all”.  \nBye", "\n\ttitle: Fog: a story\n", "date: 1 November 2026 \n"]),
)
def test_mending_makes_nothing_worse_and_touches_nothing_else(
    desk: Desk, *, lines: list[str], end: str, mark: str, body: str
) -> None:
    before = (mark + "\n".join(["---", *lines, "---", body])).replace("\n", end)
    write(desk.root, {ISSUE: before})
    wrong = desk.findings()
    changes = desk.fix()
    after = desk.read(ISSUE)

    touched = {int(change.split(":")[1]) for change in changes}
    old, new = before.split(end), after.split(end)
    assert len(old) == len(new)
    assert {number for number, (one, other) in enumerate(zip(old, new, strict=True), 1) if one != other} <= touched
    left = desk.findings()
    assert not _told(tuple(one for one in wrong if one.fix)) & _told(left)
    if not any(one.rule.startswith("yaml") for one in wrong):
        assert _errors(left) <= _errors(wrong)
    assert desk.fix() == []
    assert desk.read(ISSUE) == after


def _told(findings: tuple[Finding, ...]) -> set[tuple[int, str, str]]:
    return {(one.line, one.rule, one.message) for one in findings}


def _errors(findings: tuple[Finding, ...]) -> set[int]:
    return {one.line for one in findings if one.severity is Severity.ERROR}
