from datetime import timedelta

from tests.builders import NOW, episode, issue, page, publication, show

from pressroom.model.publication import Publication
from pressroom.model.release import release

LATER = NOW + timedelta(days=1)


def seen(everything: Publication, *, drafts: bool = False) -> list[tuple[str, str]]:
    visible = release(everything, NOW, drafts=drafts).publication
    return [(one.id, one.language) for one in visible.issues]


def test_drafts_and_what_is_not_due_are_left_out() -> None:
    everything = publication(issue(id="2027-01", draft=True), issue(id="2026-12", publish_at=LATER), issue())
    assert seen(everything) == [("2026-11", "en")]
    assert seen(everything, drafts=True) == [("2027-01", "en"), ("2026-12", "en"), ("2026-11", "en")]


def test_what_is_due_at_this_moment_is_published() -> None:
    assert seen(publication(issue(publish_at=NOW))) == [("2026-11", "en")]


def test_with_an_issue_its_translations_are_held_back() -> None:
    assert seen(publication(issue(draft=True), issue(language="nl"))) == []
    assert seen(publication(issue(), issue(language="nl", draft=True))) == []


def test_draft_episodes_are_left_out() -> None:
    everything = publication(show=show(episode("heard"), episode("later", draft=True)))
    visible = release(everything, NOW, drafts=False).publication
    assert visible.show is not None
    assert [one.id for one in visible.show.episodes] == ["heard"]
    assert release(everything, NOW, drafts=True).publication == everything


def test_standing_pages_are_always_there() -> None:
    everything = publication(pages=(page("about"),))
    assert release(everything, NOW, drafts=False).publication == everything


def test_what_is_shown_only_because_drafts_were_asked_for_is_told_apart() -> None:
    shown = release(publication(), NOW, drafts=True)
    assert shown.is_draft(issue(draft=True))
    assert shown.is_draft(issue(publish_at=LATER))
    assert shown.is_draft(episode(draft=True))
    assert not shown.is_draft(issue())
    assert not shown.is_draft(episode())
