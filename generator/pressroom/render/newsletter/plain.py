"""The text part: the same contents, laid out for somebody who reads plain words or hears them read."""

from collections.abc import Iterator

from pressroom.prose.wrapping import columns, wrap
from pressroom.render.newsletter.contents import Ask, Contents, Item, Listen
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
            yield self._item(contents.lead)
        for group in contents.groups:
            yield [_rule(group.title)] if group.title else []
            yield from map(self._item, group.stories)
        yield from self._titles()
        if contents.episode:
            yield from self._episode(contents.episode)
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
        lines = wrap(contents.title, WIDTH)
        yield ["", *lines, "=" * max(map(columns, lines))]
        yield contents.letter.text.splitlines()
        yield [", ".join(filter(None, (face.name, face.role))) for face in contents.editors]

    def _item(self, item: Item) -> Block:
        lines = wrap(item.title, WIDTH)
        about = ". ".join(filter(None, (item.byline, item.in_language)))
        summary = wrap(item.summary, WIDTH)
        return [*lines, "-" * max(map(columns, lines)), *summary, *(wrap(about, WIDTH) if about else []), item.address]

    def _titles(self) -> Iterator[Block]:
        contents = self._contents
        if contents.more:
            yield [_rule(self._say("more_stories"))]
        for item in contents.more:
            yield [*wrap(item.title, WIDTH), item.address]
        if contents.left_out:
            yield _addressed(self._say("all_stories"), contents.page)

    def _episode(self, episode: Listen) -> Iterator[Block]:
        yield [_rule(" · ".join(filter(None, (self._say("podcast"), episode.length))))]
        title = wrap(episode.title, WIDTH)
        words = self._say("listen_to", show=episode.show)
        listen = _addressed(words, episode.address) if episode.address else [self._say("listen_in_app")]
        yield [*title, "-" * max(map(columns, title)), *wrap(episode.summary, WIDTH), *listen]

    def _ask(self, ask: Ask) -> Iterator[Block]:
        yield [_rule(self._say("ask"))]
        yield wrap(self._say("ask_more"), WIDTH)
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
        yield [
            *_addressed(self._say("stop"), contents.unsubscribe),
            *_addressed(self._say("site", **blanks), contents.home),
        ]
        yield [contents.organization]


def _rule(title: str) -> str:
    """Return a line across the page, with a title in it if there is one."""
    start = f"== {title} " if title else ""
    return start + "=" * max(WIDTH - columns(start), 3)


def _addressed(words: str, address: str) -> Block:
    """Return words and an address, in one line if it holds both; an address is never broken."""
    line = f"{words}: {address}"
    return [line] if columns(line) <= WIDTH else [*wrap(f"{words}:", WIDTH), address]
