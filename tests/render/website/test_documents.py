"""What readers can search for, computed before anything is indexed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

import pytest
from tests import builders
from tests.render.website import rich_site

from pressroom.model.artifact import Batch, Document
from pressroom.model.podcast import Chapter
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.render import website


def _documents(current: Release, digests: Mapping[str, str]) -> tuple[Batch, ...]:
    return website.documents(website.catalogues(current, rich_site.theme()), digests)


def find(made: Publication, *, drafts: bool = False) -> Mapping[str, Document]:
    """Return a publication's documents by their address."""
    batches = _documents(release(made, rich_site.NOW, drafts=drafts), {})
    found = [document for batch in batches for document in batch.make()]
    assert len(found) == sum(batch.size for batch in batches)
    assert len({document.address for document in found}) == len(found), "nothing is found twice"
    return {document.address: document for document in found}


@cache
def rich() -> Mapping[str, Document]:
    return find(rich_site.rich())


def test_whatever_holds_text_of_its_own_is_found_and_no_listing() -> None:
    assert list(rich()) == [
        "issues/2026-11/",
        "issues/2026-11/quay/",
        "issues/2026-11/rota/",
        "issues/2026-11/kiosk/",
        "issues/2026-10/",
        "podcast/captain/",
        "podcast/engineer/",
        "about/",
        "people/ada/",
        "people/bram/",
        "nl/issues/2026-11/",
        "nl/issues/2026-11/quay/",
        "nl/about/",
    ]


def test_each_leads_to_a_page() -> None:
    assert rich().keys() <= rich_site.render(rich_site.rich()).keys()


def test_each_is_found_in_the_language_that_it_stands_in() -> None:
    assert {document.language for document in rich().values()} == {"en", "nl"}
    for address, document in rich().items():
        assert (document.language == "nl") == address.startswith("nl/"), address


def test_a_story_shows_its_section_people_date_and_picture() -> None:
    story = rich()["issues/2026-11/quay/"]
    assert (story.title, story.label, story.people, story.date) == (
        "Quay",
        "Ships and crews",
        "Ada Vos",
        "19 November 2026",
    )
    assert story.picture == "assets/pictures/quay-aaaaaaaaaaaa-320.webp", "the smallest there is"
    assert story.standfirst == "In short."
    assert not story.in_parts


def test_a_story_without_a_section_or_picture_does_without() -> None:
    story = rich()["issues/2026-11/kiosk/"]
    assert (story.label, story.picture) == ("", "")


def test_a_section_that_nobody_knows_is_not_named() -> None:
    made = builders.publication(builders.issue(builders.story(section="nowhere")), sections={"crews": "Crews"})
    assert find(made)["issues/2026-11/fog/"].label == ""


def test_an_issue_is_found_by_its_letter_and_its_number() -> None:
    issue = rich()["issues/2026-11/"]
    assert (issue.label, issue.people, issue.standfirst) == ("Issue 47", "Ada Vos", "A full issue.")
    assert "Dear all." in issue.html
    assert not issue.in_parts


def test_an_issue_in_one_text_is_found_by_its_parts() -> None:
    issue = rich()["issues/2026-10/"]
    assert issue.in_parts
    assert issue.label == ""


def test_an_episode_is_found_by_its_notes_chapters_and_transcript() -> None:
    episode = rich()["podcast/captain/"]
    assert (episode.label, episode.people) == ("Episode 4", "Ada Vos and Bram Bos")
    for words in ("Notes.", "<p>Sea</p>", "Good morning. How is the sea? Wet."):
        assert words in episode.html
    assert rich()["podcast/engineer/"].label == "Between Harbours", "without a number, its show says what it is"
    assert rich()["podcast/engineer/"].picture.startswith("assets/pictures/artwork-"), "without a picture, its show's"


def test_what_was_said_is_text_whatever_it_looks_like() -> None:
    heard = builders.episode(chapters=(Chapter(start=0, title="<script>x</script>"),))
    made = builders.publication(show=builders.show(heard))
    assert "&lt;script&gt;" in find(made)["podcast/captain/"].html


def test_a_show_is_found_by_those_who_speak_its_language() -> None:
    spoken = builders.show(builders.episode(), language="nl-be")
    made = builders.publication(builders.issue(), builders.issue(language="nl"), show=spoken)
    assert find(made)["podcast/captain/"].language == "nl"


def test_a_show_in_a_language_of_its_own_is_found_in_the_default_one() -> None:
    made = builders.publication(builders.issue(), show=builders.show(builders.episode(), language="fr"))
    assert find(made)["podcast/captain/"].language == "en"


def test_a_person_is_found_by_name_and_role() -> None:
    ada = rich()["people/ada/"]
    assert (ada.title, ada.label, ada.date) == ("Ada Vos", "Editor", "")
    assert "What Ada Vos wrote and said in The Bench." in ada.html


@pytest.mark.parametrize(("drafts", "expected"), [(False, False), (True, True)])
def test_what_is_held_back_is_found_only_in_a_preview(drafts: bool, expected: bool) -> None:
    held = builders.issue(builders.story(issue="2026-12"), id="2026-12", draft=True)
    later = builders.issue(id="2027-01", publish_at=builders.NOW.replace(year=2027))
    heard = builders.show(builders.episode(draft=True))
    found = find(builders.publication(held, later, builders.issue(), show=heard), drafts=drafts)
    for address in ("issues/2026-12/", "issues/2026-12/fog/", "issues/2027-01/", "podcast/captain/"):
        assert (address in found) == expected
        assert not expected or found[address].draft == "Draft: not published yet"
    assert found["issues/2026-11/"].draft == ""


def test_a_show_that_the_site_may_not_hold_is_never_found() -> None:
    made = builders.publication(builders.issue(), show=builders.show(builders.episode(), access="private"))
    assert list(find(made)) == ["issues/2026-11/"]


def test_an_untranslated_story_is_found_where_it_was_written() -> None:
    assert "nl/issues/2026-11/rota/" not in rich()


# What is found together, and what it follows from


FOLDERS = {"content/issues/2026-11": "digest", "podcast/episodes/captain": "digest"}


def keys(made: Publication, folders: Mapping[str, str] = FOLDERS, *, drafts: bool = False) -> Mapping[str, str]:
    """Return the keys of a publication's batches, by the address of the first document in each."""
    batches = website.documents(
        website.catalogues(release(made, rich_site.NOW, drafts=drafts), rich_site.theme()), folders
    )
    return {next(iter(batch.make())).address: batch.key for batch in batches}


def changed(before: Publication, after: Publication, folders: Mapping[str, str] = FOLDERS) -> set[str]:
    """Return whose keys are not as they were."""
    first, second = keys(before), keys(after, folders)
    return {address for address in first if first[address] != second[address]}


def spoken(**fields: object) -> Publication:
    story = builders.story(authors=("ada",))
    heard = builders.show(builders.episode(people=("bram",)))
    known = {"ada": builders.person("ada", "Ada Vos"), "bram": builders.person("bram", "Bram Kade")}
    made: dict[str, object] = {"show": heard, "people": known, **fields}
    return builders.publication(builders.issue(story), **made)


def test_a_batch_knows_the_month_in_which_it_appeared_in_amsterdam() -> None:
    eve = builders.issue(date=datetime(2026, 11, 30, 23, 30, tzinfo=UTC))
    batches = website.documents(
        website.catalogues(release(builders.publication(eve), rich_site.NOW, drafts=False), rich_site.theme()), {}
    )
    assert [batch.month for batch in batches] == ["2026-12", ""]


def test_without_digests_nothing_has_a_key() -> None:
    assert set(keys(spoken(), {}).values()) == {""}


def test_what_has_no_date_has_no_key() -> None:
    assert [address for address, key in keys(spoken()).items() if not key] == ["people/ada/"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, set()),
        ({"people": {"ada": builders.person("ada", "Ada"), "bram": builders.person("bram", "Bram Kade")}}, {"issue"}),
        ({"people": {"ada": builders.person("ada", "Ada Vos"), "bram": builders.person("bram", "B")}}, {"episode"}),
        ({"sections": {"ships": "Boats"}}, {"issue", "episode"}),
        ({"timezone": "Asia/Tokyo"}, {"issue", "episode"}),
    ],
    ids=["nothing", "an author's name", "a guest's name", "a section's name", "the time zone"],
)
def test_a_key_changes_with_what_is_shown(fields: dict[str, object], expected: set[str]) -> None:
    places = {"issues/2026-11/": "issue", "podcast/captain/": "episode"}
    assert {places[address] for address in changed(spoken(), spoken(**fields))} == expected


def test_a_key_changes_with_its_folder() -> None:
    assert changed(spoken(), spoken(), {**FOLDERS, "content/issues/2026-11": "other"}) == {"issues/2026-11/"}
