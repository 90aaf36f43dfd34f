"""An issue, a story and a standing page: what their front matter may say."""

from typing import Annotated, Literal

from pressroom.load.fields.addresses import Link
from pressroom.load.fields.base import Fields, Several, optional, required
from pressroom.load.fields.choices import each_of, one_of
from pressroom.load.fields.moments import DayOrMoment, Moment
from pressroom.load.fields.numbers import Flag, Whole
from pressroom.load.fields.texts import Line, Words

TEXTS = frozenset(
    {"title", "summary", "subject", "preheader", "image_alt", "events", "newsletter", "question", "updated"}
)
"""What a translation says itself; all else it takes from the file in the default language."""


class EventFields(Fields):
    """Something that an issue invites to, or announces."""

    title: Line | None = required("What it is called.", "Open ship for families")
    start: DayOrMoment | None = required("When it begins; a day without a time is a whole day.", "2026-11-24T19:00")
    end: DayOrMoment | None = optional("When it ends; of whole days, the last one.", "2026-11-24T21:00")
    place: Line | None = optional("Where it is.", "Quay 3, Averby")
    link: Link | None = optional("More about it: an address, or a file of ours such as a story.", "the-new-ship.md")


class IssueFields(Fields):
    """An issue, in issue.md."""

    title: Line | None = required("What the issue is called.", "The one about the new ship")
    date: Moment | None = required("The day that it is of; with or without a time.", "2026-11-19")
    number: Whole | None = optional("Its number, if issues are counted.", "47")
    subject: Line | None = optional("The message's subject; else the title.", "The new ship is here")
    preheader: Words | None = optional(
        "What inboxes show behind the subject; else the summary.", "And two things to decide."
    )
    summary: Words | None = optional("The issue in a sentence or two.", "The new ship, the rota and the pension.")
    editors: Several[Line] | None = optional("Who made it; ids of `people` in publication.yml.", "[ada]")
    stories: Several[Line] | None = optional(
        "Which stories come first, by file name without .md; the others follow.", "[the-new-ship, the-rota]"
    )
    newsletter: dict[str, Annotated[Literal["full", "teaser", "link"], each_of("full", "teaser", "link")]] | None = (
        optional(
            "How much of a story the message tells, by file name without .md: full is all of it, teaser its picture and"
            " summary, link its title alone. Those that you leave out are teasers, or titles where there are many.",
            "\n  the-new-ship: full\n  the-rota: link",
        )
    )
    question: Words | None = optional(
        "What you would like to hear from readers, in one sentence; else what they think of the issue. A translation"
        " asks in its own words.",
        "Which crossing would you miss, and why?",
    )
    episode: Line | None = optional("The episode that belongs to it: its folder's name.", "2026-11-ask-the-captain")
    events: tuple[EventFields, ...] | None = optional(
        "What readers may put into their calendars: title and start, and if you like end, place and link. Without"
        " a time, an event is a whole day. A translation has its own.",
        "\n  - title: Open ship for families\n    start: 2026-11-24T19:00\n    end: 2026-11-24T21:00"
        "\n    place: Quay 3, Averby\n    link: the-new-ship.md",
    )
    draft: Flag | None = optional("Whether it is held back until this line is gone.", "true")
    publish_at: Moment | None = optional("Not before this moment.", "2026-11-19T08:30")
    updated: Moment | None = optional("When it was last changed in substance; else its date.", "2026-11-23")


class StoryFields(Fields):
    """A story, in a file of its own beside issue.md."""

    title: Line | None = required("What the story is called.", "The new ship comes home")
    summary: Words | None = required("The story in a sentence or two.", "She carries passengers from 1 December.")
    section: Line | None = optional("Where it belongs; an id of `sections` in publication.yml.", "people")
    authors: Several[Line] | None = optional("Who wrote it; ids of `people` in publication.yml.", "[ada]")
    image: Line | None = optional("Its picture, a file beside the story.", "ship.jpg")
    image_alt: Words | None = optional(
        "What the picture shows, for those who cannot see it.", "A white ferry at a quay."
    )
    audience: Annotated[Literal["all", "desk", "frontline"] | None, one_of("all", "desk", "frontline")] = optional(
        "Who gets it in their message; all is the default.", "all"
    )
    order: Whole | None = optional("Its place among the stories.", "1")
    updated: Moment | None = optional("When it was last changed in substance; else the issue's.", "2026-11-23")


class PageFields(Fields):
    """A standing page, in content/pages/."""

    title: Line | None = required("What the page is called.", "About this newsletter")
    summary: Words | None = optional("The page in a sentence.", "Who makes it, and how to reach us.")
    updated: Moment | None = optional("When it was last changed in substance.", "2026-11-23")
