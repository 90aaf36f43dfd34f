"""Folders: what an issue's or an episode's folder holds, composed once and kept by the digests of all that lies in it.

Nothing is taken from outside a folder, so what becomes of it follows from its files, and from the languages and the
time zone of the publication. It travels packed, whether it was kept, composed by another process, or composed here: so
the same comes of it each time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from pressroom import crew
from pressroom.load.content import Content
from pressroom.load.languages import Languages
from pressroom.load.shelf import Held, Opened, Shelf, T

Begin = Callable[[Callable[[], list[bytes]]], Callable[[], list[bytes]]]
"""Begins some work; what it gives waits for what was made."""


@dataclass(frozen=True)
class Setting:
    """What holds for all of a publication's folders."""

    content: Content
    languages: Languages
    zone: ZoneInfo
    skimmed: frozenset[str] = frozenset()
    """Folders whose texts need not be rendered, since nobody asks for them."""


def here(work: Callable[[], list[bytes]]) -> Callable[[], list[bytes]]:
    """Leave work for whoever waits for it."""
    return work


def begin_folders(
    shelf: Shelf, setting: Setting, parent: str, held: type[Held[T]], begin: Begin
) -> Callable[[], Mapping[str, Opened[T]]]:
    """Open the folders in a folder that were kept; what is returned waits for all of them, by path.

    Few that were not kept are composed where `begin` has it done; many are, when they are awaited, on every core. Those
    that the setting skims are not kept, since their texts were not rendered.
    """
    folders = setting.content.tree.folders_in(parent)
    vain = setting.skimmed if shelf.is_empty() else ()
    keys = {folder: "" if folder in vain else _key(shelf, setting, folder) for folder in folders}
    lacking = [folder for folder, key in keys.items() if not shelf.has(key)]
    work = partial(_compose, setting, held, lacking)
    waiting = _begin(setting, held, lacking, begin) if 0 < len(lacking) < crew.WORTH_IT else work
    found = {
        folder: shelf.get(held, keys[folder], partial(_compose_one, setting, held, folder))
        for folder in keys.keys() - set(lacking)
    }

    def whole() -> Mapping[str, Opened[T]]:
        damaged = [folder for folder, one in found.items() if one is None]
        composed = [*zip(lacking, waiting(), strict=True), *zip(damaged, _compose(setting, held, damaged), strict=True)]
        stays = _staying(shelf, setting, {folder: keys[folder] for folder, _ in composed})
        for folder, data in composed:
            skimmed = folder in setting.skimmed
            opened = shelf.put(held, "" if skimmed or folder not in stays else keys[folder], data)
            found[folder] = replace(opened, skimmed=skimmed)
        return {folder: one for folder in folders if (one := found[folder])}

    return whole


def _begin(setting: Setting, held: type[Held[Any]], lacking: list[str], begin: Begin) -> Callable[[], list[bytes]]:
    """Begin to compose a few folders, with no more than they hold."""
    return begin(partial(_compose, replace(setting, content=setting.content.within(lacking)), held, lacking))


def _staying(shelf: Shelf, setting: Setting, keys: Mapping[str, str]) -> frozenset[str]:
    """Return the folders whose files are those that their keys were made of: what became of others is not kept."""
    if not any(keys.values()):
        return frozenset()
    now, anew = replace(setting, content=setting.content.again(keys)), shelf.anew()
    return frozenset(folder for folder, key in keys.items() if key and _key(anew, now, folder) == key)


def _key(shelf: Shelf, setting: Setting, folder: str) -> str:
    """Return what a folder is kept by; nothing for one that cannot be read whole."""
    if setting.content.notes.has_below(folder):
        return ""
    return shelf.key(setting.content.tree.below(folder), repr(setting.languages), setting.zone.key, folder)


def _compose_one(setting: Setting, held: type[Held[Any]], folder: str) -> bytes:
    (data,) = _compose(setting, held, [folder])
    return data


def _compose(setting: Setting, held: type[Held[Any]], folders: list[str]) -> list[bytes]:
    if not folders:
        return []
    from pressroom.load.composing import compose_folder  # noqa: PLC0415  where all is kept, nothing is composed

    return crew.each(partial(compose_folder, setting, held), folders)
