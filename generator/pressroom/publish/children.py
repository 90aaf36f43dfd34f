"""Other programs that a publish runs: what they are given to know, and what is told of what they complain about."""

import re
from collections.abc import Mapping
from typing import Final

from pressroom.build.children import without_ours

_SECRETS: Final = re.compile(r"(?<=://)\S*@|\?\S*|\b(authorization|basic|bearer)\b\S* *.*", re.IGNORECASE)
"""What of a complaint is not told on: whatever stands before the @ of an address, queries, and headers that sign on."""


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment that another program gets."""
    return {**without_ours(environment), "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never"}


def without_secrets(complaint: str) -> str:
    """Return a program's complaint as one line, without what may be secret in it."""
    return " ".join(_SECRETS.sub("", complaint).split())
