"""What stops the work, each with the exit code that it gives.

PressroomError
├── ContentFaulty       1  the content has errors
├── UsageWrong          2  the command was called in a way that it does not know
├── Unreadable          3  configuration or content cannot be read
├── Unwritable          3  what is to be made cannot be made or written here
└── PublishingFailed    4  publishing failed or is uncertain
    └── Uncertain       4  nobody knows whether something happened outside; it is never done twice by itself
"""

import re
from typing import Final

_TOKEN: Final = re.compile(r"(?<![\w:-])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])", re.ASCII)
"""A listener's own path to a private show, which is a password: 43 characters, capitals among them."""


class PressroomError(Exception):
    """A known fault, told in the words of the person who can mend it.

    What it says goes into logs and into the ledger, so no listener's path to a private show stays in it.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = _TOKEN.sub("…", message)
        self.hint = _TOKEN.sub("…", hint)
        super().__init__(self.message)


class ContentFaulty(PressroomError):
    """The content has errors; the findings have been told already."""

    exit_code = 1


class UsageWrong(PressroomError):
    """The command was called in a way that it does not know."""

    exit_code = 2


class Unreadable(PressroomError):
    """Configuration or content cannot be read at all."""

    exit_code = 3


class Unwritable(PressroomError):
    """What is to be made cannot be made or written here: the disk, the rights, the memory, another build."""

    exit_code = 3


class PublishingFailed(PressroomError):
    """Publishing failed, or nobody knows whether it did."""

    exit_code = 4


class Uncertain(PublishingFailed):
    """Something may have happened outside and may not; only a person can find out, and it is not done again."""
