"""Naming: whom the stories name, looked up once for each folder and kept by what it was and by all people's names."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from pressroom.load import Loaded
from pressroom.model.mentions import named_in
from pressroom.model.release import Release
from pressroom.store import Store

_KIND = "mentions"

_Mentions = Mapping[str, tuple[str, ...]]
"""By a story's path."""

_Kept = Mapping[str, _Mentions]
"""By a folder's digest."""


def with_mentions(current: Release, loaded: Loaded, store: Store) -> Release:
    """Return a release that knows whom its stories name; where nothing is kept, it is as it was."""
    if not loaded.program:
        return current
    people = {key: person.name for key, person in current.publication.people.items()}
    name = sha256(f"{loaded.program} {msgspec.json.encode(people)!r}".encode()).hexdigest()
    kept = msgspec.json.decode(store.get(_KIND, name) or b"{}", type=_Kept)
    found = _by_folder(current, loaded.digests, kept)
    if found.keys() - kept.keys():
        store.put(_KIND, name, msgspec.json.encode(found))
    mentions = {path: tuple(named) for of_folder in found.values() for path, named in of_folder.items()}
    return current.but(mentions=mentions)


def _by_folder(current: Release, digests: Mapping[str, str], kept: Mapping[str, _Mentions]) -> dict[str, _Mentions]:
    """Return whom the stories of each folder name, by the folder's digest."""
    people, found = current.publication.people, dict[str, dict[str, tuple[str, ...]]]()
    for story in (story for issue in current.publication.issues for story in issue.stories):
        path = story.source.path
        digest = digests.get(path.rpartition("/")[0])
        if digest and path not in found.setdefault(digest, {}):
            known = kept.get(digest, {}).get(path)
            found[digest][path] = named_in(story, people) if known is None else known
    return dict(found)
