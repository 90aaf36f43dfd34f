"""What stands in a message for something of each reader's own: a mark, which later is cut out and filled.

In a finished message a mark is written between two NULs, which no message can hold (RFC 5322 section 2.2): so nothing
that anybody writes can be taken for one. In a part of quoted-printable it has a line of its own, between soft breaks,
so that what is filled in changes no other line. While a message is made, words of a digest stand for it, which come
through templates and the inlining of style unchanged.

`first-name:html` is a name with its place, which says how it is written there; behind a space comes what is filled in
for who has none. Between `greeting` and `/greeting` stands what only they get whose first name is known.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from pressroom.model.base import Model
from pressroom.render.newsletter.contents import Contents
from pressroom.render.newsletter.faults import ThemeFaulty

FIRST_NAME: Final = "first-name"
UNSUBSCRIBE: Final = "unsubscribe"
SCHEME: Final = "stand-in"
"""Of what stands for an address of the reader's own, which may be a page or a mailbox."""

MARK: Final = re.compile(rb"\0([a-z:/-]+)(?: ([^\0]*))?\0")

_BLANK: Final = "{first_name}"
_BEGIN, _END = "\0greeting\0", "\0/greeting\0"
_GREETING: Final = re.compile(rb"\0greeting\0.*?\0/greeting\0", re.DOTALL)


class StandIns(Model):
    """The words that stand in contents for what will be a reader's own; empty for what no reader of it has."""

    first_name: str = ""
    unsubscribe: str = ""
    otherwise: str = ""
    """How those unsubscribe who have no way of their own."""

    def marks(self, where: str) -> Mapping[str, str]:
        """Return what each is replaced by in one place of a message."""
        given = {
            self.first_name: mark(place(FIRST_NAME, where)),
            self.unsubscribe: mark(place(UNSUBSCRIBE, where), self.otherwise),
        }
        return {words: written for words, written in given.items() if words}


def stand_ins(contents: Contents, fields: Iterable[str]) -> StandIns:
    """Return words for these fields that stand nowhere in the contents."""
    digest = sha256(contents.to_json()).hexdigest()[:32]
    return StandIns(
        first_name=f"x{digest}" if FIRST_NAME in fields else "",
        unsubscribe=f"{SCHEME}:x{digest}" if UNSUBSCRIBE in fields else "",
        otherwise=contents.unsubscribe,
    )


def put_in(contents: Contents, own: StandIns) -> Contents:
    """Return the contents with another way to unsubscribe, and without a greeting."""
    return contents.but(unsubscribe=own.unsubscribe) if own.unsubscribe else contents


def greeted(contents: Contents, own: StandIns, greeting: str) -> Contents:
    """Return the contents with a greeting; nothing in it is replaced but `{first_name}`."""
    return contents.but(greeting=greeting.replace(_BLANK, own.first_name))


def place(name: str, where: str) -> str:
    """Return a name with its place, such as `first-name:html`."""
    return f"{name}:{where}"


def mark(name: str, otherwise: str = "") -> str:
    """Return a mark as it stands in a finished message."""
    return f"\0{name} {otherwise}\0" if otherwise else f"\0{name}\0"


def set_apart(without: str, greeting: str) -> str:
    """Return the text that has a greeting, with marks around the lines of it that the other one lacks.

    Raises:
        ThemeFaulty: more differs than some lines that were put in.

    """
    plain, told = without.splitlines(keepends=True), greeting.splitlines(keepends=True)
    before = _alike(plain, told)
    after = min(_alike(plain[::-1], told[::-1]), len(plain) - before)
    if before + after < len(plain):
        message = "With a greeting, other lines of the message change as well."
        raise ThemeFaulty("parts/letter.html", 1, message, "Write {{ issue.greeting }} into lines of its own.")
    end = len(told) - after
    return "".join((*told[:before], _BEGIN, *told[before:end], _END, *told[end:]))


def _alike(some: list[str], others: list[str]) -> int:
    """Return how many lines are the same from the first on."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


def pieces(body: str, marks: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the texts between marks, each with the mark behind it; the last has none."""
    known = {**marks, _BEGIN: _BEGIN, _END: _END}
    found = re.compile("|".join(map(re.escape, known)))
    texts, standing = found.split(body), [known[words] for words in found.findall(body)]
    yield from zip(texts, [*standing, ""], strict=True)


def is_passage(mark: str) -> bool:
    """Tell whether a mark begins or ends a passage of whole lines."""
    return mark in (_BEGIN, _END)


def with_greeting(message: bytes) -> bytes:
    """Return a finished message for readers whose first name is known."""
    return message.replace(_BEGIN.encode(), b"").replace(_END.encode(), b"")


def without_greeting(message: bytes) -> bytes:
    """Return a finished message for the others."""
    return _GREETING.sub(b"", message)


def without_marks(message: bytes) -> bytes:
    """Return a finished message in which each mark is an x: it can be looked at, and not be sent."""
    return MARK.sub(b"x", message)
