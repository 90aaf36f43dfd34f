"""The keys that the addresses of a private show are made with: they come from the environment, and are kept nowhere."""

from collections.abc import Mapping
from typing import Final

from pressroom.errors import Unreadable
from pressroom.model.secret import Secret
from pressroom.model.subscriber import FeedKeys

KEY: Final = "PRESSROOM_FEED_KEY"
BEFORE: Final = "PRESSROOM_FEED_KEY_BEFORE"
"""The key of before, while listeners move to the addresses of the present one."""

SHORTEST: Final = 32
"""Characters; one that could be guessed would open the show to whoever has one address to try it on."""

MAKE: Final = "Make one, and keep it where the job that publishes has its secrets: openssl rand -hex 32"


def feed_keys(environment: Mapping[str, str]) -> FeedKeys | None:
    """Return the keys; None where there is none, as on an editor's machine.

    Raises:
        Unreadable: a key is too short to be one, or there is one of before and none of now.

    """
    current, before = _key(environment, KEY), _key(environment, BEFORE)
    if current is None:
        if before:
            raise Unreadable(
                f"{BEFORE} is set, and {KEY} is not.", f"Set {KEY} to the key that is to hold from now on."
            )
        return None
    return FeedKeys(current=current, before=before if before != current else None)


def _key(environment: Mapping[str, str], name: str) -> Secret | None:
    value = environment.get(name, "").strip()
    if not value:
        return None
    if len(value) < SHORTEST:
        raise Unreadable(f"{name} has {len(value)} characters; a key has {SHORTEST} at least.", MAKE)
    return Secret(value.encode())
