"""Other programs that a publish runs: what they are given to know, and what is told of what they complain about."""

import re
from collections.abc import Mapping
from typing import Final

_LEFT_OUT: Final = (
    "PRESSROOM_",
    "GIT_TRACE",
    "GIT_CURL_VERBOSE",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_QUARANTINE_PATH",
)
"""Variables whose names begin so: our secrets are no other program's business, some have git write its own out, and the
others are set inside of its hooks (git(1), environment variables)."""

_SECRETS: Final = re.compile(r"(?<=://)\S*@|\?\S*|\b(authorization|basic|bearer)\b\S* *.*", re.IGNORECASE)
"""What of a complaint is not told on: whatever stands before the @ of an address, queries, and headers that sign on."""


def surroundings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment that another program gets."""
    given = {name: value for name, value in environment.items() if not name.startswith(_LEFT_OUT)}
    return {**given, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GCM_INTERACTIVE": "never"}


def without_secrets(complaint: str) -> str:
    """Return a program's complaint as one line, without what may be secret in it."""
    return " ".join(_SECRETS.sub("", complaint).split())
