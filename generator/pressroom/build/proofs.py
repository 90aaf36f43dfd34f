"""Proofs: how each folder's texts are written, judged once and kept by what they were and what the house asks for."""

from collections.abc import Collection, Mapping
from hashlib import sha256

from pressroom import crew
from pressroom.check import proofreading
from pressroom.check.proofreading import Proofs
from pressroom.check.reading import House
from pressroom.model.base import Malformed, Model
from pressroom.model.publication import Publication
from pressroom.model.references import Text, texts
from pressroom.store import Store

_KIND = "proofs"


class _Kept(Model):
    """What is known of all folders that were judged by one program for one house; by the folder's digest."""

    folders: Mapping[str, Proofs] = {}


def proofread(
    publication: Publication, digests: Mapping[str, str], store: Store, program: str, skimmed: Collection[str] = ()
) -> Proofs:
    """Return how a publication is written; folders that have no digest, such as the pages, are judged each time.

    What was kept is the work of one program, given by its digest; by none, nothing is kept. Of folders that were
    skimmed only the sketches are known; where there are some, nothing is kept or was.
    """
    house = House.of(publication)
    name = _name(house, program) if program and not skimmed else ""
    kept = _kept(store, name)
    proofs = by_folder(publication, house, digests, kept, skimmed)
    found = {digests[folder]: one for folder, one in proofs.items() if folder in digests}
    if name and found.keys() - kept.keys():
        store.put(_KIND, name, _Kept(folders=found).to_json())
    return Proofs.joined(proofs.values())


def by_folder(
    publication: Publication,
    house: House,
    digests: Mapping[str, str],
    kept: Mapping[str, Proofs],
    skimmed: Collection[str] = (),
) -> dict[str, Proofs]:
    """Return how each folder is written; `kept` is what is known of folders by their digests."""
    folders: dict[str, list[Text]] = {}
    for text in texts(publication):
        folders.setdefault(text.source.path.rpartition("/")[0], []).append(text)
    lacking = [folder for folder in folders if digests.get(folder, "") not in kept]

    def judge(folder: str) -> Proofs:
        return (
            proofreading.sketched(folders[folder])
            if folder in skimmed
            else proofreading.proofread(folders[folder], house)
        )

    judged = dict(zip(lacking, crew.each(judge, lacking), strict=True))
    return {folder: judged.get(folder) or kept[digests[folder]] for folder in folders}


def _name(house: House, program: str) -> str:
    """Return what proofs are kept by."""
    return sha256(f"{program} {house.to_json()!r}".encode()).hexdigest()


def _kept(store: Store, name: str) -> Mapping[str, Proofs]:
    data = store.get(_KIND, name) if name else None
    try:
        return _Kept.from_json(data).folders if data else {}
    except Malformed:
        return {}
