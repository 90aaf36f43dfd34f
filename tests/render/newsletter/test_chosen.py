"""What an issue chooses for itself: stories told in full or as a link, events, and its own question."""

from datetime import UTC, datetime

from tests.builders import prose
from tests.render.newsletter.rich_issue import (
    BASE_URL,
    REPORT,
    STORIES,
    chosen,
    dutch,
    events,
    every,
    issue,
    message,
    one,
    outline,
    page,
    picture,
    words,
)

from pressroom.model.issue import Story, Telling
from pressroom.model.publication import Feedback

CHOSEN = message(chosen())


def test_a_story_that_was_chosen_stands_there_in_full_below_its_own_heading() -> None:
    assert outline(CHOSEN)[6:11] == [
        "h2 People",
        "h3 The story of the canteen",
        "h2 Also in this issue",
        "h3 The story of the lost-umbrella",
        "h2 Boxes, and the people who carry them",
    ]
    told = one(CHOSEN, "//div[contains(@class, 'whole')]")
    assert [words(heading) for heading in told.xpath(".//h4 | .//h5")] == ["Saturday", "Rain"]
    assert told.xpath(".//a/@href")[0] == f"{BASE_URL}issues/2026-11/canteen/"
    above = told.getparent()
    assert above is not None
    assert next(words(part) for part in above.xpath("./p")).startswith("What happened to the canteen")
    assert [image.get("width") for image in above.iter("img")] == ["600", "600"]


def test_the_lead_may_be_told_in_full_and_needs_no_button_then() -> None:
    lead = one(
        message(issue(newsletter={"warehouse": Telling.FULL}, stories=told_in_full())), "//td[@class='cell lead']"
    )
    assert [heading.tag for heading in lead.iter("h1", "h2", "h3", "h4")] == ["h2", "h3", "h4"]
    assert not lead.xpath(".//a[@class='button']")


def told_in_full() -> tuple[Story, ...]:
    return tuple(one.but(prose=REPORT, pictures=(picture(),)) for one in STORIES)


def test_a_story_without_a_text_has_nothing_to_tell_in_full() -> None:
    empty = message(issue(newsletter={"canteen": Telling.FULL}, stories=(STORIES[0], *bare(STORIES[1]))))
    assert not page(empty).xpath("//div[contains(@class, 'whole')]")
    assert "The story of the canteen" in every(empty, "//h3[@class='subheadline']")


def bare(*stories: Story) -> tuple[Story, ...]:
    return tuple(one.but(prose=prose()) for one in stories)


def test_of_a_story_that_is_a_link_only_the_title_stands_there() -> None:
    assert every(CHOSEN, "//li[@class='title-only']") == ["The story of the choir"]
    assert "What happened to the choir" not in CHOSEN.html + CHOSEN.text


def test_also_in_this_issue_is_said_once_and_where_it_is_needed() -> None:
    assert every(CHOSEN, "//h2[@class='section-title']").count("Also in this issue") == 1
    assert CHOSEN.text.count("== Also in this issue ==") == 1
    sectioned = message(chosen(stories=STORIES[:4]))
    assert every(sectioned, "//h2[@class='section-title']") == ["People", "Also in this issue", "Dates to keep"]
    assert sectioned.text.count("== Also in this issue ==") == 1


def test_the_first_story_with_more_than_a_title_leads() -> None:
    found = message(issue(newsletter={"warehouse": Telling.LINK}))
    assert every(found, "//td[@class='cell lead']//h2") == ["The story of the canteen"]
    only = message(issue(newsletter=dict.fromkeys((one.slug for one in STORIES), Telling.LINK)))
    assert not page(only).xpath("//td[@class='cell lead']")
    assert len(every(only, "//li[@class='title-only']")) == 6


def test_a_title_in_another_language_says_so() -> None:
    found = message(dutch(newsletter={"choir": Telling.LINK}))
    assert page(found).xpath("//li[@class='title-only']/@lang") == ["en"]
    assert "The story of the choir\nIn het Engels\nhttps://" in found.text


def test_events_that_are_not_over_stand_there_soonest_first() -> None:
    assert every(CHOSEN, "//h3[@class='event-title']") == ["Inventaris", "Open doors", "Lights out", "Choose a shelf"]
    assert every(CHOSEN, "//td[contains(@class, 'event-date')]") == ["20Nov", "21Nov", "22Nov", "23Nov"]
    assert every(CHOSEN, "//td[@class='cell event']")[1] == "Open doors Saturday, 19:00–21:30 · Dock 3 Add to calendar"
    assert page(CHOSEN).xpath("//h3[@class='event-title']/a/@href") == [
        "mailto:stock@example.com",
        f"{BASE_URL}issues/2026-11/harbour/",
        "https://intranet.example.com/lights",
    ]
    calendars = page(CHOSEN).xpath("//td[@class='cell event']/p/a")
    assert calendars[1].get("href") == f"{BASE_URL}issues/2026-11/open-doors.ics"
    assert calendars[1].get("aria-label") == "Add to calendar: Open doors"
    assert page(CHOSEN).xpath("//h3[@class='event-title']/@lang") == ["nl"]


def test_what_is_over_is_seen_from_the_day_on_which_the_issue_appears() -> None:
    held = message(chosen(publish_at=datetime(2026, 11, 22, 8, tzinfo=UTC)))
    assert every(held, "//h3[@class='event-title']") == ["Lights out", "Choose a shelf"]
    past = message(chosen(events=events()[:1]))
    assert "Dates to keep" not in past.html + past.text


def test_a_translated_issue_leads_to_its_own_calendar() -> None:
    found = page(message(chosen(language="nl")))
    assert f"{BASE_URL}nl/calendar.ics" in found.xpath("//@href")
    assert f"{BASE_URL}nl/issues/2026-11/open-doors.ics" in found.xpath("//@href")


def test_the_issue_s_question_stands_in_place_of_the_usual_one_and_names_itself_in_the_answer() -> None:
    ask = one(CHOSEN, "//td[@class='cell ask']")
    assert words(ask.xpath("./p")[0]) == "A question for you"
    assert words(ask.xpath("./h2")[0]) == "Which box would you open first?"
    assert ask.xpath(".//a/@href")[0] == (
        "mailto:bench@example.com?subject=Re%3A%20Which%20box%20would%20you%20open%20first%3F"
    )
    assert "What do you think?" not in CHOSEN.html + CHOSEN.text
    assert "\nWhich box would you open first?\n" in CHOSEN.text


def test_a_question_can_be_answered_by_a_reply_at_least() -> None:
    found = message(chosen(), feedback=Feedback())
    assert page(found).xpath("//td[@class='cell ask']//a/@href")[0].startswith("mailto:bench@example.com?subject=Re")
    online = message(chosen(), feedback=Feedback(url="https://x.example/answer"))
    assert page(online).xpath("//td[@class='cell ask']//a/@href") == ["https://x.example/answer"]
