"""What a publish works with, and what a person asked of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from pressroom.build.examination import Examination
from pressroom.build.places import Places
from pressroom.publish.mail.clock import Clock
from pressroom.publish.mail.reckoning import Standing

SITE = "site"
"""What is confirmed by this name: that a deploy takes a site's place as it is, however much it removes."""


class Teller(Protocol):
    """Whoever shows people how far it is."""

    def say(self, words: str) -> None:
        """Say a sentence."""

    def step(self, name: str, total: int) -> Callable[[], None]:
        """Hear that a step of so many things begins; what is returned is called after each, from any thread."""

    def tell(self, standing: Standing) -> None:
        """Hear how far the sending is; often."""


@dataclass(frozen=True, kw_only=True)
class Office:
    """Where a publish happens."""

    places: Places
    environment: Mapping[str, str]
    clock: Clock
    teller: Teller
    judge: Callable[[Examination], None]
    """Raises where what was found stops the work."""


@dataclass(frozen=True, kw_only=True)
class Orders:
    """What a person asked for."""

    wanted: tuple[str, ...] = ()
    """Issues and episodes; all that are due where none is named."""

    correct: str = ""
    """An issue that is to be sent once more."""

    confirmed: frozenset[str] = frozenset()
    """What somebody looked at and found right: the lists of audiences, by their ids, and `SITE`."""
