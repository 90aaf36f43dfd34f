"""Other programs that are run here: what they are given to know, and how git is called."""

from collections.abc import Mapping
from typing import Final

GIT: Final = (
    "git",
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
)
"""git, so that nothing that lies in a publication is run by it: no hooks, no program that looks at signatures, and no
repository that content brought along.
https://git-scm.com/docs/git-config#Documentation/git-config.txt-safebareRepository"""

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

SIGNS: Final = ("PASSWORD", "SECRET", "TOKEN", "ACCESS_KEY", "PRIVATE_KEY", "API_KEY")
"""What the name of anybody's variable has in it, if its value is a secret."""


def without_ours(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a program gets that signs on somewhere, with what others have set for it."""
    return {name: value for name, value in environment.items() if not name.startswith(_LEFT_OUT)}


def without_any(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a program gets that only works here: no secret, whoever's it is."""
    given = without_ours(environment)
    return {name: value for name, value in given.items() if not any(sign in name.upper() for sign in SIGNS)}
