"""What goes wrong with a ledger, in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from pressroom.errors import PublishingFailed

_HINTS = {
    "readonly": "Give the user who publishes the right to write it, and its folder.",
    "full": "Make room on the disk, and publish again: it goes on where it stopped.",
    "malformed": "Bring it back from a backup; `pressroom status` says what is in it.",
    "not a database": "Bring it back from a backup; `pressroom status` says what is in it.",
    "locked": "Another program has it open; close that, and publish again.",
}
_HINT = "Nothing was sent that is not in it. Mend that, and publish again: it goes on where it stopped."


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Tell what a database complains of; its own words may hold values, so only their first line is told."""
    try:
        yield
    except DBAPIError as fault:
        said = str(fault.orig).splitlines()[0] if fault.orig else "it does not answer"
        hint = next((hint for sign, hint in _HINTS.items() if sign in said), _HINT)
        raise PublishingFailed(f"The ledger ({engine.url.database}) cannot be used: {said}.", hint) from fault
