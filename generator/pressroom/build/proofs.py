"""Proofs: how each folder's texts are written, judged once and kept by what they were and what the house asks for."""

import posixpath
from collections.abc import Mapping, Sequence
from hashlib import sha256

from pydantic import ValidationError

from pressroom import check, crew
from pressroom.check import House, Proofs
from pressroom.fingerprints import of_program
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.model.references import Text, texts
from pressroom.store import Store

_KIND = "proofs"


class _Kept(Model):
    """What is known of all folders that were judged by one program for one house; by the folder's digest."""

    folders: Mapping[str, Proofs] = {}


def proofread(publication: Publication, digests: Mapping[str, str], store: Store) -> Proofs:
    """Return how a publication is written; folders that have no digest, such as the pages, are judged each time."""
    house = House.of(publication)
    name = _name(house, store)
    kept = _kept(store, name)
    proofs = by_folder(publication, house, digests, kept)
    found = {digests[folder]: one for folder, one in proofs.items() if folder in digests}
    if name and found.keys() - kept.keys():
        store.put(_KIND, name, _Kept(folders=found).model_dump_json().encode())
    return Proofs.joined(proofs.values())


def by_folder(
    publication: Publication, house: House, digests: Mapping[str, str], kept: Mapping[str, Proofs]
) -> dict[str, Proofs]:
    """Return how each folder is written; `kept` is what is known of folders by their digests."""
    folders: dict[str, list[Text]] = {}
    for text in texts(publication):
        folders.setdefault(posixpath.dirname(text.source.path), []).append(text)
    lacking = [folder for folder in folders if digests.get(folder, "") not in kept]
    judged = dict(zip(lacking, crew.each(lambda folder: _judge(folders[folder], house), lacking), strict=True))
    return {folder: judged.get(folder) or kept[digests[folder]] for folder in folders}


def _name(house: House, store: Store) -> str:
    """Return what proofs are kept by; nothing where nothing is kept."""
    if not store.keeps:
        return ""
    return sha256(f"{of_program(store)} {house.model_dump_json()}".encode()).hexdigest()


def _kept(store: Store, name: str) -> Mapping[str, Proofs]:
    data = store.get(_KIND, name) if name else None
    try:
        return _Kept.model_validate_json(data).folders if data else {}
    except ValidationError:
        return {}


def _judge(folder: Sequence[Text], house: House) -> Proofs:
    return check.proofread(folder, house)
