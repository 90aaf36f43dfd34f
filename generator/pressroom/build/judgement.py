"""Judgement: what is wrong with a publication or with some of its folders, before anything is made of it."""

from pressroom.build.loudness import Heard
from pressroom.build.places import Places
from pressroom.build.proofs import proofread
from pressroom.build.published import known_guids
from pressroom.check import examining
from pressroom.load import Loaded
from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.store import Store


def judge(places: Places, loaded: Loaded, whole: Publication, current: Release, heard: Heard) -> tuple[Finding, ...]:
    """Return what is wrong with a publication that was read, or at least with some folders; messages aside.

    `whole` is the publication with the labels of its sounds, `current` what readers may see of it. `heard` waits for
    how loud its sounds are.
    """
    known = known_guids(places, whole)
    proofs = proofread(whole, loaded.digests, Store(places.cache / "pressroom"), loaded.program, loaded.skimmed)
    judged = examining.publication(current, whole, known, heard(), proofs.sketches)
    return (*loaded.findings, *judged, *proofs.findings)
