from pathlib import PurePosixPath

import pytest

from pressroom.check.verdict import has_errors, select, strict, told_once
from pressroom.model.finding import Severity, error, warning

_FOG = warning("empty-text", "content/issues/2026-11/fog.md", 2, "“Fog” has no text.", "Write it.")
_ISSUE = error("dead-link", "content/issues/2026-11/issue.md", 4, "There is no file.")
_OCTOBER = error("dead-link", "content/issues/2026-10/issue.md", 4, "There is no file.")
_SHOW = error("artwork", "podcast/show.yml", 4, "Too small.")
_ALL = (_OCTOBER, _FOG, _ISSUE, _SHOW)


def test_only_errors_stop_the_work() -> None:
    assert has_errors([_FOG, _ISSUE])
    assert not has_errors([_FOG])
    assert not has_errors([])


def test_strict_takes_warnings_for_errors_and_changes_nothing_else() -> None:
    assert strict([_FOG, _ISSUE]) == (_FOG.but(severity=Severity.ERROR), _ISSUE)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([], _ALL),
        (["."], _ALL),
        (["content/issues/2026-11/fog.md"], (_FOG,)),
        (["content/issues/2026-11"], (_FOG, _ISSUE)),
        (["content/issues/2026-11/"], (_FOG, _ISSUE)),
        (["./content/issues/2026-1"], ()),
        (["content/issues/2026-10", "podcast"], (_OCTOBER, _SHOW)),
        ([PurePosixPath("podcast/show.yml")], (_SHOW,)),
    ],
)
def test_paths_select_their_files_and_what_lies_in_their_folders(paths: list[str], expected: tuple[object]) -> None:
    assert select(_ALL, paths) == expected


def test_a_fault_that_many_messages_share_is_told_once_and_counted() -> None:
    shared = [error("doctype", f"build/email/2026-{month}/en.html", 1, "No doctype.", "Write it.") for month in "abc"]
    alone = error("title", "build/email/2026-a/en.html", 1, "No title.", "Write one.")
    first, second = told_once([*shared, alone])
    assert first == shared[0].but(hint="Write it.\nThe same is in 2 other messages.")
    assert second == alone
    [pair] = told_once(shared[:2])
    assert pair.hint.endswith("The same is in 1 other message.")


def test_what_an_editor_has_to_mend_is_told_in_each_place() -> None:
    twice = (_OCTOBER, _ISSUE)
    assert told_once(twice) == twice
