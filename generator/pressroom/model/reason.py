"""Why a rule is there, told beside the rule itself."""

from typing import NamedTuple


class Reason(NamedTuple):
    """What a reader or an editor loses where a rule is broken, with an example of bad and of good."""

    why: str
    """In a sentence or two, for a communicator."""

    bad: str
    """A line or a few as an editor writes them."""

    good: str
    """The same, mended."""
