"""What a proof tells of an issue: its own findings first, and what keeps it from its readers."""

import pytest
from tests.preview.proof.test_past import change

from pressroom.build.examination import Examination, begin, conclude
from pressroom.build.places import Places
from pressroom.errors import UsageWrong
from pressroom.preview.proof import gather, since, touched

_ISSUE = "content/issues/2026-11/issue.md"


def examined(places: Places) -> Examination:
    return conclude(begin(places, drafts=True))


def test_an_issue_has_its_figures_messages_and_pictures(repository: Places) -> None:
    matter = gather(repository, examined(repository), "2026-11", None)
    assert (matter.title, matter.mark, matter.is_faulty) == ("The Gangway 2026-11", "", False)
    assert [weight.edition for weight in matter.weights] == ["en"]
    assert [one.name for one in matter.prints] == ["quay.png"]
    assert matter.episode is not None
    assert matter.changes is None


def test_findings_of_the_issue_and_its_episode_come_first_and_others_apart(repository: Places) -> None:
    for path in (
        "content/issues/2026-10/stray.txt",
        "content/issues/2026-11/stray.txt",
        "podcast/episodes/2026-11-talk/stray.txt",
    ):
        (repository.root / path).touch()
    change(repository, "content/issues/2026-11/story-02.md", "section: islands", "section: ilands")
    matter = gather(repository, examined(repository), "2026-11", None)
    assert [one.path for one in matter.findings] == [
        "content/issues/2026-11/story-02.md",
        "content/issues/2026-11/stray.txt",
        "podcast/episodes/2026-11-talk/stray.txt",
    ]
    assert [one.path for one in matter.elsewhere] == ["content/issues/2026-10/stray.txt"]
    assert matter.lines["content/issues/2026-11/story-02.md"][3] == "section: ilands"
    assert matter.is_faulty
    assert (matter.messages, matter.weights) == ((), ())


def test_an_error_in_another_issue_keeps_this_one_from_being_shown(repository: Places) -> None:
    change(repository, "content/issues/2026-10/story-02.md", "section: islands", "section: ilands")
    matter = gather(repository, examined(repository), "2026-11", None)
    assert matter.findings == ()
    assert matter.is_faulty


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("draft: true", "Draft"),
        ("publish_at: 2026-12-03T09:00", "Not due yet: it appears on 3 December 2026 at 09:00"),
        ("publish_at: 2026-11-01", ""),
    ],
)
def test_what_readers_may_not_see_yet_is_marked(
    repository: Places, line: str, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")  # 18 November 2026
    change(repository, _ISSUE, "number: 2", f"number: 2\n{line}")
    assert gather(repository, examined(repository), "2026-11", None).mark == mark


def test_changes_are_told_where_somebody_asks(repository: Places) -> None:
    begun = since(repository, "base")
    assert begun.name == "base"
    change(repository, _ISSUE, "title: The Gangway 2026-11", "title: The Gangway of November")
    examination = examined(repository)
    matter = gather(repository, examination, "2026-11", begun)
    assert matter.changes is not None
    assert [(one.kind, one.what) for one in matter.changes.texts] == [("changed", "issue")]
    assert touched(repository, examination, begun) == ("2026-11",)


def test_an_issue_that_is_not_there_is_told(repository: Places) -> None:
    examination = examined(repository)
    hints = {"2026-12": "Did you mean 2026-1", **dict.fromkeys(("nothing", "..", "a/b", ""), "Issues lie in content/")}
    for issue, hint in hints.items():
        with pytest.raises(UsageWrong, match="There is no issue") as told:
            gather(repository, examination, issue, None)
        assert hint in told.value.hint


def test_a_folder_that_could_not_be_read_has_its_findings(repository: Places) -> None:
    (repository.root / "content/issues/December").mkdir()
    (repository.root / "content/issues/December/issue.md").write_text("---\ntitle: A\ndate: 2026-12-01\n---\n")
    matter = gather(repository, examined(repository), "December", None)
    assert (matter.title, matter.issues, matter.mark) == ("December", (), "")
    assert matter.findings


def test_a_private_show_is_proofed_as_its_listeners_have_it(repository: Places) -> None:
    change(repository, "podcast/show.yml", "language: en", "language: en\naccess: private")
    matter = gather(repository, examined(repository), "2026-11", None)
    assert matter.episode is not None
    assert matter.current.publication.show_in_site() is not None
