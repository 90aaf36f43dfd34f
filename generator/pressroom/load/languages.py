"""The languages of a publication, and how a language is written."""

import re
from dataclasses import dataclass

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""A BCP 47 tag, as far as one is needed here, in lower case."""


@dataclass(frozen=True)
class Languages:
    """The languages of a publication, as far as they are known."""

    default: str
    others: tuple[str, ...]
    known: bool
    """Whether publication.yml said them without a fault; if not, none is called unknown."""

    def all(self) -> tuple[str, ...]:
        """Return every language, the default first."""
        return (self.default, *self.others)
