"""What a message says, and what becomes of it where a publication has less."""

from typing import Any

import pytest
from tests.render.newsletter.rich_issue import (
    BASE_URL,
    STORIES,
    dutch,
    episode,
    every,
    issue,
    mail,
    message,
    one,
    outline,
    page,
    picture,
    publication,
    show,
    story,
    words,
)

from pressroom.model.outlets import Deploy
from pressroom.model.person import Person
from pressroom.model.publication import Feedback, Mail


def test_the_parts_come_in_order() -> None:
    assert outline(message()) == [
        "h1 The one about boxes",
        "h2 What now",
        "h3 Deeper",
        "h2 The warehouse moves",
        "h2 The story of the harbour",
        "h2 The story of the for-desks",
        "h2 People",
        "h3 The story of the canteen",
        "h3 The story of the choir",
        "h2 Also in this issue",
        "h3 The story of the lost-umbrella",
        "h2 Boxes, and the people who carry them",
        "h2 What do you think?",
    ]


def test_the_masthead_has_the_name_the_number_and_the_date() -> None:
    assert every(message(), "//p[@class='name']") == ["The Bench"]
    assert every(message(), "//p[@class='dateline']") == ["Issue 47 · 19 November 2026 · View in browser"]
    assert every(message(issue(number=None)), "//p[@class='dateline']") == ["19 November 2026 · View in browser"]


def test_the_lead_has_a_picture_a_section_a_summary_its_authors_and_a_button() -> None:
    lead = one(message(), "//td[contains(@class, 'lead')]")
    assert lead.xpath(".//img/@alt") == ["Boxes up to the roof"]
    assert lead.xpath(".//img/@src")[0].endswith("-1600.jpg")
    assert [words(part) for part in lead.iter("p")] == [
        "Places and things",
        "Four hundred and twelve boxes, one weekend, no scratches.",
        "By Ada Example and Bram Voorbeeld",
        "Read the story",
    ]
    assert set(lead.xpath(".//a/@href")) == {f"{BASE_URL}issues/2026-11/warehouse/"}


def test_a_section_is_named_once_where_the_lead_has_named_it() -> None:
    assert [line for line in message().text.splitlines() if line.startswith("== Places and things ")] == [
        "== Places and things ======================================================="
    ]
    assert every(message(), "//p[@class='label']").count("Places and things") == 1
    assert "Places and things" not in every(message(), "//h2[@class='section-title']")


def test_teasers_have_small_pictures() -> None:
    (other, thumbnail) = page(message()).xpath("//img[@class='thumbnail']")
    assert (thumbnail.get("width"), thumbnail.get("height"), thumbnail.get("alt")) == ("180", "101", "Soup")
    assert thumbnail.get("src").endswith("-480.jpg")
    assert (other.get("width"), other.get("height"), other.get("alt")) == ("180", "135", "")


def test_editors_have_a_face_where_there_is_a_photo() -> None:
    assert every(message(), "//td[contains(@class, 'editor')]") == ["Ada Example Editor", "Bram Voorbeeld"] or every(
        message(), "//strong[@class='editor-name']"
    ) == ["Ada Example", "Bram Voorbeeld"]
    assert len(page(message()).xpath("//img[@class='face']")) == 1


def test_the_episode_has_its_length_and_a_button_to_its_page() -> None:
    panel = one(message(), "//td[contains(@class, 'panel') and not(contains(@class, 'place'))]")
    assert words(panel.xpath(".//p[@class='label']")[0]) == "Podcast · 12 minutes"
    (button,) = panel.xpath(".//a[@class='button']")
    assert (words(button), button.get("href")) == (
        "Listen to Voices from the Bench",
        f"{BASE_URL}podcast/2026-11-voices/",
    )
    assert panel.xpath(".//img/@alt") == [""]


def test_an_episode_s_own_picture_comes_before_the_show_s() -> None:
    found = message(show=show(episodes=(episode(image=picture("own.jpg", 1400, 1400)),)))
    assert "/own-" in one(found, "//img[@class='artwork']").get("src")


def test_a_private_show_is_listened_to_in_an_app() -> None:
    private = message(show=show(access="private"))
    assert not page(private).xpath("//a[contains(@href, '/podcast/')]")
    assert "Listen in your podcast app" in every(private, "//td[contains(@class, 'panel')]//p[@class='teaser']")
    assert "Listen in your podcast app\n" in private.text
    walled = message(show=show(access="private"), deploy=Deploy(access="wall"))
    assert page(walled).xpath("//a[contains(@href, '/podcast/')]")


@pytest.mark.parametrize(
    "changes",
    [
        {"show": None},
        {"show": show(episodes=())},
        {"show": show(episodes=(episode(id="other"),))},
    ],
)
def test_without_its_episode_an_issue_has_no_panel(changes: dict[str, Any]) -> None:
    found = message(**changes)
    assert not page(found).xpath("//td[contains(@class, 'panel')]")
    assert "Podcast" not in found.text


def test_an_episode_without_sound_summary_or_picture_has_none() -> None:
    found = message(show=show(artwork=None, episodes=(episode(audio=None, summary=""),)))
    assert every(found, "//p[@class='label']")[-1] == "Podcast"
    assert not page(found).xpath("//img[@class='artwork']")
    assert "== Podcast ===" in found.text


def test_readers_can_answer_by_mail_and_online() -> None:
    ask = one(message(), "//td[contains(@class, 'ask')]")
    assert ask.xpath(".//a/@href") == [
        "mailto:bench@example.com?subject=Re%3A%20Boxes%2C%20boxes%2C%20boxes",
        "https://intranet.example.com/answer",
    ]
    assert "Write to us: bench@example.com\n" in message().text


def test_readers_can_answer_in_one_way_only() -> None:
    online = message(feedback=Feedback(url="https://x.example/answer"))
    assert one(online, "//td[contains(@class, 'ask')]").xpath(".//a/@href") == ["https://x.example/answer"]
    assert "Write to us" not in online.text
    by_mail = message(feedback=Feedback(email="us@example.com"))
    assert len(one(by_mail, "//td[contains(@class, 'ask')]").xpath(".//a")) == 1
    assert "Answer online" not in by_mail.text


def test_without_feedback_nothing_is_asked() -> None:
    found = message(feedback=Feedback())
    assert not page(found).xpath("//td[contains(@class, 'ask')]")
    assert "What do you think?" not in found.text


def test_the_footer_says_why_and_how_to_stop() -> None:
    footer = one(message(), "//td[contains(@class, 'footer')]")
    assert [words(line) for line in footer.iter("p")] == [
        "Pictures missing, or something out of place? Read this issue in your browser",
        "You get The Bench because you work at Example Roasters. Rather not? Unsubscribe",
        "The Bench is published by Example Roasters. All of The Bench online",
    ]
    assert footer.xpath(".//a/@href") == [
        f"{BASE_URL}issues/2026-11/email.html",
        "mailto:news@example.com?subject=unsubscribe",
        BASE_URL,
    ]


def test_what_will_be_a_reader_s_own_has_one_place_in_each_part() -> None:
    found = message(mail=Mail(unsubscribe="https://example.com/stop/everybody"))
    assert found.html.count("https://example.com/stop/everybody") == 1
    assert found.text.count("https://example.com/stop/everybody") == 1
    assert found.eml.partition(b"\r\n\r\n")[0].count(b"https://example.com/stop/everybody") == 1


@pytest.mark.parametrize(
    ("unsubscribe", "told"),
    [
        ("mailto:a@b.example?subject=no%20more", "To stop, write to a@b.example with the subject “no more”."),
        ("mailto:a@b.example", "To stop, write to a@b.example."),
        ("https://b.example/stop", "To stop, open this page: https://b.example/stop"),
    ],
)
def test_the_text_says_in_words_how_to_stop(unsubscribe: str, told: str) -> None:
    assert f"\n{told}\n" in message(mail=Mail(unsubscribe=unsubscribe)).text


def test_without_mail_one_can_stop_all_the_same() -> None:
    found = message(mail=Mail(), feedback=Feedback())
    assert "mailto:newsletter@news.example.com?subject=unsubscribe" in page(found).xpath("//@href")
    assert str(mail(found)["From"]) == "The Bench <newsletter@news.example.com>"


def test_a_dutch_message_speaks_dutch_and_marks_what_does_not() -> None:
    warehouse = story("warehouse", language="nl", title="Het magazijn verhuist", section="places", authors=("ada",))
    found = message(dutch(stories=(warehouse, STORIES[1])))
    root = page(found)
    assert root.get("lang") == "nl"
    assert every(found, "//p[@class='dateline']") == ["Nummer 47 · 19 november 2026 · Bekijk in de browser"]
    assert every(found, "//p[@class='byline']") == ["Door Ada Example", "Door Ada Example · In het Engels"]
    assert root.xpath("//h2[@class='headline'][.//a]/@lang") == []
    foreign = one(found, "//h3[@class='subheadline']")
    assert (foreign.get("lang"), foreign.get("dir")) == ("en", "ltr")
    assert root.xpath("//a[@class='picture-link']/@lang") == ["en"]
    assert f"{BASE_URL}nl/issues/2026-11/email.html" in root.xpath("//@href")
    assert f"{BASE_URL}nl/" in root.xpath("//@href")
    assert "Door Ada Example. In het Engels\n" in found.text


def test_a_language_that_runs_from_right_to_left() -> None:
    found = message(issue(language="ar"))
    assert page(found).get("dir") == "rtl"
    heading = one(found, "//table[@class='data']//th[1]")
    assert "text-align:right" in heading.get("style", "").replace(": ", ":")


def test_the_front_line_gets_its_own_stories_and_the_same_page() -> None:
    found = message(edition={"kind": "frontline"})
    titles = every(found, "//*[self::h2 or self::h3]")
    assert "The story of the for-the-floor" in titles
    assert "The story of the for-desks" not in titles
    assert f"{BASE_URL}issues/2026-11/email.html" in page(found).xpath("//@href")


def test_an_issue_whose_stories_are_all_for_others_has_its_letter() -> None:
    found = message(issue(stories=(STORIES[5],)), edition={"kind": "frontline"})
    assert outline(found)[:1] == ["h1 The one about boxes"]
    assert "for-desks" not in found.html + found.text


def test_without_pictures_there_is_no_empty_place() -> None:
    bare = tuple(a_story.but(image=None) for a_story in STORIES)
    people = {"ada": Person(id="ada", name="Ada Example")}
    found = message(issue(stories=bare), people=people, show=show(artwork=None))
    assert page(found).xpath("//img/@class") == ["picture"]
    assert not page(found).xpath("//div[contains(@class, 'thumbnail-column')]")


def test_without_people_nobody_is_named() -> None:
    found = message(people={})
    assert not page(found).xpath("//p[@class='byline'] | //strong[@class='editor-name']")
    assert "By " not in found.text


def test_without_sections_all_stories_stand_together() -> None:
    found = message(sections={})
    assert every(found, "//h2[@class='section-title']") == ["Also in this issue"]
    assert len(every(found, "//h3[@class='subheadline']")) == 5
    assert not page(found).xpath("//td[contains(@class, 'lead')]//p[@class='label']")


def test_without_a_preheader_the_text_begins_with_the_name() -> None:
    found = message(issue(preheader=""))
    assert found.text.startswith("The Bench\n")


def test_a_draft_is_marked() -> None:
    draft = message(issue(draft=True))
    assert every(draft, "//td[contains(@class, 'draft')]") == ["Draft: this issue is not published yet"]
    assert "Issue 47 · 19 November 2026 · Draft\n" in draft.text
    assert not page(message()).xpath("//td[contains(@class, 'draft')]")


def test_a_whole_issue_in_one_file_is_carried_in_full() -> None:
    found = message(issue(stories=(), episode=None, editors=()), feedback=Feedback())
    assert outline(found) == ["h1 The one about boxes", "h2 What now", "h3 Deeper"]
    assert every(found, "//td[contains(@class, 'note')]/p") == ["Note", "Bring a torch.", "And then?", "Then we rest."]


def test_the_publication_s_colours_are_used() -> None:
    found = message()
    assert publication().brand.primary == "#0f3d56"
    assert "background-color:#0f3d56" in one(found, "//td[contains(@class, 'masthead')]").get("style", "")
