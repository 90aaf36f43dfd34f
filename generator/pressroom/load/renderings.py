"""Renderings: the texts of a folder as they were rendered, kept together, so that a changed one is rendered alone."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from pressroom import prose
from pressroom.load.remembering import shape
from pressroom.model.base import Malformed, Model
from pressroom.model.bulk import Bulk, packed, unpacked
from pressroom.model.prose import Prose
from pressroom.store import Store

_KIND = "prose"


class _Kept(Model):
    texts: Mapping[str, Bulk]
    """By the digest of what was written, and of the line on which it begins."""


@contextmanager
def rendering(store: Store, folder: str) -> Iterator[Callable[[Store, str, int], Prose]]:
    """Give what renders the texts of a folder, or knows them already; at the end, keep those that were asked for."""
    if not store.keeps:
        yield lambda _store, markdown, first_line: prose.render(markdown, first_line)
        return
    texts = _Renderings(store, folder)
    yield texts.render
    texts.keep()


class _Renderings:
    def __init__(self, store: Store, folder: str) -> None:
        self._store = store
        self._name = f"{shape(Prose)} {prose.version()} {folder}"
        self._known = _known(store, self._name)
        self._used: dict[str, Bulk] = {}

    def render(self, _store: Store, markdown: str, first_line: int) -> Prose:
        """Return a text rendered, as it was kept or made anew."""
        written = sha256(f"{first_line} {markdown}".encode("utf-8", "surrogatepass")).hexdigest()
        known = self._used.get(written) or self._known.get(written)
        made = unpacked(Prose, bytes(known)) if known else prose.render(markdown, first_line)
        self._used[written] = known or Bulk(packed(made))
        return made

    def keep(self) -> None:
        """Keep the texts that were asked for, in the place of all that were kept before."""
        if self._used.keys() != self._known.keys():
            self._store.put(_KIND, self._name, packed(_Kept(texts=self._used)))


def _known(store: Store, name: str) -> Mapping[str, Bulk]:
    data = store.get(_KIND, name)
    try:
        return unpacked(_Kept, data).texts if data else {}
    except Malformed:
        return {}
