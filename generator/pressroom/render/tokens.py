"""Tokens: what one thing shows of another, as a text that changes when what is shown would.

Keys are made of them: of what a page or a message is made of, and no more, so that it is made again when that
changes, and is not when something else does.
"""

from collections.abc import Iterator
from hashlib import sha256

import msgspec

from pressroom.model.podcast import Episode, Show
from pressroom.model.publication import Publication
from pressroom.model.references import Destination, Directory, Resolution, Text
from pressroom.model.source import Source

_NOWHERE = Source(path="")
_TEXTS: dict[str, object] = {"issues": (), "pages": (), "people": {}, "show": None, "source": _NOWHERE}


def key(*parts: str) -> str:
    """Return one digest of several tokens, in their order."""
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d " % len(data) + data)  # with its length, so that no two rows of parts read alike
    return whole.hexdigest()


def of(*shown: object) -> str:
    """Return what some things that are shown are: texts, numbers, dates, and nouns of the model."""
    return msgspec.json.encode(shown).decode()


def publication(whole: Publication, **unseen: object) -> str:
    """Return what publication.yml says, without texts and people, and without what is `unseen`."""
    return whole.but(**_TEXTS, **unseen).to_json().decode()


def show(whole: Show | None) -> str:
    """Return what show.yml says."""
    return whole.but(episodes=(), source=_NOWHERE).to_json().decode() if whole else ""


def episode(whole: Episode) -> str:
    """Return what an episode is but for its words."""
    return whole.to_json("prose", "transcript", "source").decode()


def links(text: Text, directory: Directory) -> Iterator[str]:
    """Give where each link of a text leads."""
    return map(where, directory.resolve_all(text))


def where(found: Resolution) -> str:
    """Return where a link leads."""
    if isinstance(found, Destination):  # nearly all do, and pydantic takes its time to write one
        return f"{found.address}#{found.fragment} {found.language}"
    return repr(found)
