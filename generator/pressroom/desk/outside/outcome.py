"""What came of asking an address, in plain words."""

from enum import StrEnum

from pressroom.model.base import Model


class Kind(StrEnum):
    """What is known of an address."""

    FINE = "fine"
    MOVED = "moved"
    """Fine, and at another address from now on."""

    GUARDED = "guarded"
    """Something is there that programs may not see, or only whoever has signed in."""

    DEAD = "dead"
    UNSURE = "unsure"
    """It did not answer as it should; a moment later it may."""

    INSIDE = "inside"
    """It leads into a network that may not be asked."""


class Outcome(Model):
    """What came of it."""

    kind: Kind
    told: str = ""
    """What is wrong, as a sentence that begins with the address goes on."""

    address: str = ""
    """Where it has moved to."""


_GUARDED = frozenset({401, 402, 403, 405, 406, 407, 451, 999})
"""405 and 406 say that something is there; 999 is what some networks answer to programs."""

_WORDS = {
    400: "the server does not understand the address",
    404: "there is no such page",
    408: "the server was too slow",
    410: "the page was taken away for good",
    429: "the server was asked too often",
    500: "the server has a fault",
    502: "the server behind it does not answer",
    503: "the server is busy or being mended",
    504: "the server behind it was too slow",
}
_PASSING = frozenset({408, 421, 423, 425, 429})


def of_status(status: int, moved: str) -> Outcome:
    """Return what an HTTP status says (RFC 9110 §15); `moved` is where the page is from now on, if it is elsewhere."""
    if 200 <= status < 300:
        return Outcome(kind=Kind.MOVED, address=moved) if moved else Outcome(kind=Kind.FINE)
    if status in _GUARDED:
        return Outcome(kind=Kind.GUARDED)
    sure = 400 <= status < 500 and status not in _PASSING
    words = _WORDS.get(status, "the server refuses it" if sure else "the server did not say why")
    return Outcome(kind=Kind.DEAD if sure else Kind.UNSURE, told=f"answers {status}: {words}")
