"""The text part: the same contents, laid out for somebody who reads plain words or hears them read."""

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from pressroom.prose.wrapping import columns, indent, wrap
from pressroom.render.newsletter.contents import Also, Ask, Contents, Dates, Happening, Item, Listen
from pressroom.render.newsletter.passages import Passage
from pressroom.render.newsletter.stand_ins import SCHEME
from pressroom.render.newsletter.wording import Wording

WIDTH = 76
"""Columns, so that no line is broken again on its way."""

Block = list[str]
"""Lines that belong together; there is an empty line between two blocks."""


def lay_out(contents: Contents, wording: Wording) -> str:
    """Return the text part of a message, with a line break at its end."""
    blocks = filter(None, _Sheet(contents, wording).blocks())
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks) + "\n"


class _Sheet:
    """Lays out one message; each method gives blocks."""

    def __init__(self, contents: Contents, wording: Wording) -> None:
        self._contents = contents
        self._say = wording.say

    def blocks(self) -> Iterator[Block]:
        contents = self._contents
        yield wrap(contents.preheader, WIDTH) if contents.preheader else []
        yield from self._masthead()
        yield from self._letter()
        if contents.lead:
            yield [_rule(contents.lead.section)]
            yield from self._item(contents.lead)
        for group in contents.groups:
            yield [_rule(group.title)] if group.title else []
            for item in group.stories:
                yield from self._item(item)
        if contents.also:
            yield from self._also(contents.also)
        if contents.episode:
            yield from self._episode(contents.episode)
        if contents.dates:
            yield from self._dates(contents.dates)
        if contents.ask:
            yield from self._ask(contents.ask)
        yield from self._footer()

    def _masthead(self) -> Iterator[Block]:
        contents = self._contents
        number = [self._say("number", number=contents.number)] if contents.number else []
        draft = [self._say("draft")] if contents.draft else []
        browser = _addressed(self._say("view_in_browser"), contents.browser)
        yield [contents.publication, " · ".join([*number, contents.date, *draft]), *browser]

    def _letter(self) -> Iterator[Block]:
        contents = self._contents
        yield ["", *_headed(contents.title, "=")]
        yield [contents.greeting] if contents.greeting else []
        yield contents.letter.text.splitlines()
        yield [", ".join(filter(None, (face.name, face.role))) for face in contents.editors]
        yield list(contents.letter.links)

    def _item(self, item: Item) -> Iterator[Block]:
        """Give a story: a teaser ends with its address, and the whole of it with those of its links."""
        about = ". ".join(filter(None, (item.byline, item.in_language)))
        announced = [*_headed(item.title), *wrap(item.summary, WIDTH), *(wrap(about, WIDTH) if about else [])]
        yield announced if item.whole else [*announced, item.address]
        if item.whole:
            yield from self._whole(item.whole, item.address)

    def _whole(self, whole: Passage, address: str) -> Iterator[Block]:
        yield whole.text.splitlines()
        yield list(whole.links)
        yield _addressed(self._say("on_the_site"), address)

    def _also(self, also: Also) -> Iterator[Block]:
        yield [_rule(also.title)] if also.title else []
        for item in also.stories:
            yield [*wrap(item.title, WIDTH), *filter(None, [item.in_language]), item.address]
        yield _addressed(self._say("all_stories"), self._contents.page) if also.left_out else []

    def _episode(self, episode: Listen) -> Iterator[Block]:
        yield [_rule(" · ".join(filter(None, (self._say("podcast"), episode.length))))]
        words = self._say("listen_to", show=episode.show)
        listen = _addressed(words, episode.address) if episode.address else [self._say("listen_in_app")]
        yield [*_headed(episode.title), *wrap(episode.summary, WIDTH), *listen]

    def _dates(self, dates: Dates) -> Iterator[Block]:
        """Give the events, and below them one calendar file for all: one for each would be a line of signs each."""
        yield [_rule(self._say("dates"))]
        for event in dates.events:
            yield self._event(event)
        yield _addressed(self._say("all_dates"), self._contents.page) if dates.left_out else []
        yield _addressed(self._say("calendar"), dates.calendar)

    def _event(self, event: Happening) -> Block:
        told = [*wrap(event.title, WIDTH - 2), *(wrap(event.place, WIDTH - 2) if event.place else [])]
        address = [event.address.removeprefix("mailto:")] if event.address else []
        return [*wrap(event.date, WIDTH), *indent([*told, *address], "  ", "  ")]

    def _ask(self, ask: Ask) -> Iterator[Block]:
        yield [_rule(self._say("question" if ask.question else "ask"))]
        yield wrap(ask.question, WIDTH) if ask.question else []
        yield wrap(self._say("question_more" if ask.question else "ask_more"), WIDTH)
        email = ask.email.removeprefix("mailto:").partition("?")[0]
        yield [
            *(_addressed(self._say("answer_by_email"), email) if email else []),
            *(_addressed(self._say("answer_online"), ask.url) if ask.url else []),
        ]

    def _footer(self) -> Iterator[Block]:
        contents = self._contents
        blanks = {"publication": contents.publication, "organization": contents.organization}
        yield [_rule("")]
        yield wrap(self._say("why", **blanks), WIDTH)
        yield self._stop()
        yield [
            *wrap(self._say("published", **blanks), WIDTH),
            *_addressed(self._say("site", **blanks), contents.home),
        ]

    def _stop(self) -> Block:
        """Return how to stop: in words, where that is by mail, and else with the page's address."""
        parts = urlsplit(self._contents.unsubscribe)
        if parts.scheme == SCHEME:
            return _addressed(self._say("stop"), self._contents.unsubscribe)
        if parts.scheme.lower() != "mailto":
            return _addressed(self._say("stop_online"), self._contents.unsubscribe)
        address, subject = unquote(parts.path), parse_qs(parts.query).get("subject")
        if not subject:
            return wrap(self._say("stop_by_mail", address=address), WIDTH)
        return wrap(self._say("stop_by_subject", address=address, subject=subject[0]), WIDTH)


def _headed(title: str, sign: str = "-") -> Block:
    """Return a heading, underlined as long as it is."""
    lines = wrap(title, WIDTH)
    return [*lines, sign * max(map(columns, lines))]


def _rule(title: str) -> str:
    """Return a line across the page, with a title in it if there is one."""
    start = f"== {title} " if title else ""
    return start + "=" * max(WIDTH - columns(start), 3)


def _addressed(words: str, address: str) -> Block:
    """Return words and an address, in one line if it holds both; an address is never broken."""
    line = f"{words}: {address}"
    return [line] if columns(line) <= WIDTH else [*wrap(f"{words}:", WIDTH), address]
