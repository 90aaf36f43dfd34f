"""Who asks for some folders alone is told what is told of them where everything is looked at."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest
from tests.load import building, cases
from tests.load.building import EPISODE, NEWSLETTER, PUBLICATION, Files, podcast, write
from tests.whole import edits
from tests.whole.test_mistakes import MISTAKES

from pressroom.build.inspection import folders_of, inspect
from pressroom.build.opening import read
from pressroom.build.places import Places
from pressroom.check import examining, verdict
from pressroom.check.registry import EMAIL_RULES, MESSAGE_RULES
from pressroom.model.finding import Finding, warning
from pressroom.model.message import Message
from pressroom.model.prose import Prose

_OF_MESSAGES = {rule.NAME for rule in (*MESSAGE_RULES, *EMAIL_RULES)}
_GROUPS = 5
_WORDS = " ".join(f"word{number}" for number in range(100))


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


def _lay(root: Path, files: Files) -> Places:
    """Write a publication that can keep nothing, so that whatever is not asked for is skimmed each time."""
    write(root, files)
    (root / ".cache").write_bytes(b"in the way")
    return Places(root=root)


def _found(places: Places, *paths: str) -> tuple[Finding, ...]:
    return inspect(places, paths)[1].findings


def _lines(findings: Sequence[Finding]) -> list[str]:
    return [f"{one.path}:{one.line} {one.rule}" for one in findings]


def _folders(root: Path) -> list[str]:
    parents = (root / "content" / "issues", root / "podcast" / "episodes")
    return sorted(path.relative_to(root).as_posix() for parent in parents for path in parent.glob("*"))


def _compare(places: Places, groups: Sequence[Sequence[str]]) -> None:
    whole = _found(places)
    for asked in groups:
        alone = _found(places, *asked)
        if verdict.has_errors(whole):  # then the messages of nothing are judged; alone, those of sound folders are
            alone = tuple(one for one in alone if one.rule not in _OF_MESSAGES)
        assert alone == verdict.select(whole, asked), asked


def _grouped(folders: Sequence[str]) -> list[Sequence[str]]:
    return [folders[group::_GROUPS] for group in range(_GROUPS)]


def _moved(number: int, files: Files) -> Files:
    """Return files with each folder of an issue or an episode under a name that no other case has."""
    parts = {path: PurePosixPath(path).parts for path in files}
    return {"/".join((*parts[path][:2], f"{parts[path][2]}-{number}", *parts[path][3:])): files[path] for path in files}


def _faults() -> Files:
    """Return what can be wrong with issues and episodes, all in one publication."""
    found: dict[str, str | bytes | building.Make | None] = {**NEWSLETTER, **podcast()}
    for number, case in enumerate((*cases.WRITTEN, *cases.MADE)):
        lies = [PurePosixPath(path).parts for path in case.files]
        if all(parts[:2] in {("content", "issues"), ("podcast", "episodes")} and parts[2:] for parts in lies):
            around = {**NEWSLETTER, **(podcast() if case.podcast else {})}
            apart = {path: what for path, what in around.items() if path.count("/") > 2}
            found |= _moved(number, {**apart, **case.files})
    return found


def test_whatever_can_be_wrong_with_a_file(tmp_path: Path) -> None:
    places = _lay(tmp_path, _faults())

    _compare(places, _grouped(_folders(tmp_path)))


def test_mistakes_that_editors_make(tmp_path: Path) -> None:
    files = {path: what for mistake in MISTAKES if not mistake.alone for path, what in mistake.files.items()}
    places = _lay(tmp_path, {**NEWSLETTER, **podcast(), **files})

    _compare(places, _grouped(_folders(tmp_path)))


@pytest.mark.parametrize("seed", [5, 6])
def test_a_publication_without_errors_messages_included(tmp_path: Path, seed: int) -> None:
    state = edits.begin(seed)
    for name in sorted(edits.EDITS) * 2:
        edits.EDITS[name](state)
    places = _lay(tmp_path, dict(edits.files(state)))

    _compare(places, [[folder] for folder in _folders(tmp_path)])


_OTHER = "content/issues/2026-10"
_BEFORE: Files = {
    f"{_OTHER}/issue.md": "---\ntitle: October\ndate: 2026-10-19\nnumber: 4\n---\nDear all.\n",
    f"{_OTHER}/ships.md": f"---\ntitle: Ships\nsummary: Big.\n---\n## Sails\n\n![A sail](sail.png)\n\n{_WORDS}\n",
    f"{_OTHER}/sail.png": building.picture(),
}


def _story(text: str) -> Files:
    return {**NEWSLETTER, **_BEFORE, building.STORY: f"---\ntitle: Fog\nsummary: Thick.\n---\n{text}\n"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[A](../2026-10/ships.md#sails)", False),
        ("[A](../2026-10/ships.md#sail)", True),
        ("[A](../2026-10/sail.png)", False),
        ("[A](../2026-10/ropes.md)", True),
        ("[A](../%32026-10/ships.md#sails)", False),
        ("[A](../&#50;026-10/ships.md#sails)", False),
        ("[A](../2026\\-10/ships.md#sails)", False),
        ("[A](../&#37;32026-10/ships.md#sails)", False),
        ("[A](../&amp;#50;026-10/ships.md#sails)", True),
    ],
)
def test_links_into_other_issues_however_they_are_written(tmp_path: Path, text: str, wrong: bool) -> None:
    places = _lay(tmp_path, {**_story(text), building.ISSUE: "---\ntitle: November\ndate: 2026-11-19\n---\nDear.\n"})

    found = _found(places, "content/issues/2026-11")

    assert ("dead-link" in {one.rule for one in found}) == wrong
    assert found == verdict.select(_found(places), ["content/issues/2026-11"])


def test_numbers_and_texts_of_other_issues(tmp_path: Path) -> None:
    found = _lines(_found(_lay(tmp_path, _story(_WORDS)), "content/issues/2026-11"))

    assert {f"{building.STORY}:2 repeated-story", f"{building.ISSUE}:4 duplicate-number"} <= set(found)


def test_episodes_are_heard_where_they_are_asked_for(tmp_path: Path) -> None:
    places = _lay(tmp_path, {**NEWSLETTER, **podcast()})

    assert _lines(_found(places, "podcast/episodes/talk")) == _lines(
        verdict.select(_found(places), ["podcast/episodes"])
    )
    assert f"{EPISODE}:5 loudness" in _lines(_found(places, "podcast/episodes/talk"))


def test_what_is_wrong_elsewhere_does_not_keep_messages_from_being_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(message: Message) -> tuple[Finding, ...]:
        return (warning("judged", message.edition.issue.source.path, 1, "Judged.", ""),)

    monkeypatch.setattr(examining, "message", judge)
    broken = {f"{_OTHER}/ships.md": "---\ntitle: Ships\nsummary: Big.\n---\n<script>x</script>\n"}
    places = _lay(tmp_path, {**NEWSLETTER, **_BEFORE, f"{_OTHER}/issue.md": None, **broken})
    write(tmp_path, {f"{_OTHER}/issue.md": "---\ntitle: October\ndate: 2026-10-19\n---\nDear all.\n"})

    assert _lines(_found(places, "content/issues/2026-11")) == [f"{building.ISSUE}:1 judged"]
    assert _lines(_found(places, "content/issues/2026-10")) == [
        f"{_OTHER}/sail.png:1 stray-file",
        f"{_OTHER}/ships.md:5 unsafe-html",
    ], "and what is faulty is not printed"

    write(tmp_path, {PUBLICATION: f"{NEWSLETTER[PUBLICATION]!s}feedbak: x\n"})
    assert _found(places, "content/issues/2026-11") == (), "what holds for all folders is wrong"


def test_what_was_kept_is_taken_whole_and_what_was_skimmed_is_not_kept(tmp_path: Path) -> None:
    places = Places(root=tmp_path)
    write(tmp_path, {**NEWSLETTER, **_BEFORE})

    assert read(places, ["content/issues/2026-11"]).skimmed == {_OTHER}
    assert read(places, ["content/issues/2026-11"]).skimmed == {_OTHER}, "it is not kept as if it were whole"
    [ships] = [story for issue in read(places).publication.issues for story in issue.stories if story.slug == "ships"]
    assert ships.prose != Prose(gist=ships.prose.gist)
    assert read(places, ["content/issues/2026-11"]).skimmed == set()


def test_only_issues_and_episodes_can_be_looked_at_alone() -> None:
    story, episode = "content/issues/2026-11/fog.md", "podcast/episodes/talk"

    assert folders_of([story, episode]) == {"content/issues/2026-11", "podcast/episodes/talk"}
    assert folders_of([]) == set()
    for more in (".", "content", "content/issues", "content/publication.yml", "content/pages/about.md", "podcast"):
        assert folders_of([story, more]) == set(), more
