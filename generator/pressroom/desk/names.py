"""Names for what begins: they become addresses, and what is there may need them."""

from pressroom.errors import UsageWrong
from pressroom.load.names import is_fit, proposed

_NOTHING_LEFT = proposed("")


def require_fit(name: str, what: str) -> None:
    """Refuse a name for `what` (`an issue`) that `load` would refuse, or leave out.

    Raises:
        UsageWrong: it may not be; the hint proposes one that may.

    """
    if any(one.startswith("readme") for one in (name, proposed(name))):
        message = f"“{name}” cannot be the name of {what}: whatever is called README is for editors alone."
        raise UsageWrong(message, "Choose another, such as read-this-first.")
    if not is_fit(name):
        message = f"“{name}” cannot be the name of {what}: it becomes part of an address."
        raise UsageWrong(message, _hint(name))


def _hint(name: str) -> str:
    proposal = proposed(name)
    if proposal == _NOTHING_LEFT:
        return "Take lower-case letters, digits and hyphens, such as 2026-12 or open-enrolment."
    return f"Take lower-case letters, digits and hyphens. How about {proposal}?"
