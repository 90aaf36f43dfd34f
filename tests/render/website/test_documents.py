"""What readers can search for, computed before anything is indexed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

import pytest
from tests import builders
from tests.render.website import rich_site

from pressroom.model.artifact import Document
from pressroom.model.podcast import Chapter
from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.render import website


def find(made: Publication, *, drafts: bool = False) -> Mapping[str, Document]:
    """Return a publication's documents by their address."""
    found = website.documents(release(made, rich_site.NOW, drafts=drafts), rich_site.theme())
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


def test_a_document_knows_the_month_in_which_it_appeared_in_amsterdam() -> None:
    eve = builders.issue(date=datetime(2026, 11, 30, 23, 30, tzinfo=UTC))
    made = builders.publication(eve)
    assert find(made)["issues/2026-11/"].month == "2026-12"


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
