"""The engine's settings: what a publication's mkdocs.yml may say and its pages still follow from what is known here."""

from hashlib import sha256
from pathlib import Path

from pressroom.build.places import Places
from pressroom.build.themes import digest
from pressroom.store import Store

_KIND, _PLAIN = "plain", b"plain"
_RECIPE = b"1"
"""To be raised when another mkdocs.yml is plain."""


def design(places: Places, store: Store) -> str:
    """Return what every page follows from beside itself and the program, as digests: the theme and mkdocs.yml.

    Raises:
        OSError: a file of these cannot be read.

    """
    return f"{digest(places.themes('website'), store)} {sha256(places.config().read_bytes()).hexdigest()}"


def is_plain(config: Path, store: Store) -> bool:
    """Tell whether pages follow from what is known here: mkdocs.yml brings in no code and nothing of the machine's."""
    try:
        data = config.read_bytes()
    except OSError:
        return False  # the engine says what is wrong with it
    return store.remember(_KIND, _RECIPE + data, lambda: _looked_at(data)) == _PLAIN


def _looked_at(data: bytes) -> bytes:
    from pressroom.build.plainness import says_nothing_else  # noqa: PLC0415  one that was looked at before is not parsed

    return _PLAIN if says_nothing_else(data) else b""
