"""Judgement: what is wrong with a publication or with some of its folders, and nothing made of it but messages."""

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from pressroom import check, load
from pressroom.build import clock, git
from pressroom.build.editions import begin_printing
from pressroom.build.loudness import measured
from pressroom.build.places import Places, require_own
from pressroom.build.proofs import proofread
from pressroom.build.published import known_guids
from pressroom.check import has_errors
from pressroom.errors import Unreadable
from pressroom.load import Loaded
from pressroom.model.finding import Finding
from pressroom.model.release import Release, release
from pressroom.model.roots import EPISODES, ISSUES
from pressroom.render.podcast import labelled
from pressroom.store import Store

_DEPTH = 3
"""Names in the path of an issue's or an episode's folder."""


class Judgement(NamedTuple):
    """A publication at one moment, and what is wrong with it."""

    release: Release
    findings: tuple[Finding, ...]
    """What is known before messages are printed, or with them; the function that gives it says which."""


def read(places: Places, asked: Collection[str] = ()) -> Loaded:
    """Load a publication, with what was kept of earlier times; who asks for some folders gets others skimmed.

    Raises:
        Unreadable: there is nothing that could be read, or what was kept of earlier builds cannot be trusted.

    """
    require_own(places)
    _distrust_committed_cache(places)
    return load.load(places.root, Store(places.cache / "pressroom"), asked=asked)


def judge(
    places: Places, loaded: Loaded, now: datetime, asked: Collection[str] = (), *, drafts: bool = False
) -> Judgement:
    """Return what is wrong with a publication that was read, or at least with some folders; messages aside."""
    publication = labelled(loaded.publication)
    current = release(publication, now, drafts=drafts)
    known = known_guids(places, publication)
    loudness = measured(places, publication) if _hears(asked) else {}
    proofs = proofread(publication, loaded.digests, Store(places.cache / "pressroom"), loaded.program, loaded.skimmed)
    judged = check.publication(current, publication, known, loudness, proofs.sketches)
    return Judgement(current, (*loaded.findings, *judged, *proofs.findings))


def inspect(places: Places, paths: Sequence[str] = ()) -> tuple[Loaded, Judgement]:
    """Return what is wrong with a publication or with these paths of it, messages included.

    What these paths do not lead to is not rendered, so what is wrong in other issues and episodes is not known here.

    Raises:
        Unreadable: as `read`.

    """
    asked = folders_of(paths)
    loaded = read(places, asked)
    current, findings = judge(places, loaded, clock.now(places.root, loaded.publication), asked)
    if asked:
        findings = tuple(one for one in findings if _folder(one.path) in asked or not _is_held_apart(one.path))
        current = _narrowed(current, asked)
    if not has_errors(findings):
        printed = begin_printing(places, current, loaded, Store(places.cache / "pressroom"))()
        found = (one.findings for editions in printed for one in editions.of_issue)
        findings = (*findings, *check.told_once(chain.from_iterable(found)))
    ordered = tuple(sorted(set(findings), key=Finding.order))
    return loaded, Judgement(current, check.select(ordered, paths))


def folders_of(paths: Sequence[str]) -> frozenset[str]:
    """Return the folders of issues and episodes that paths lie in; none where one of them is something else."""
    return frozenset(map(_folder, paths)) if all(map(_is_held_apart, paths)) else frozenset()


def _hears(asked: Collection[str]) -> bool:
    """Tell whether sounds are asked for: nothing else follows from how loud they are."""
    return not asked or any(folder.startswith(EPISODES) for folder in asked)


def _folder(path: str) -> str:
    return "/".join(PurePosixPath(path).parts[:_DEPTH])


def _is_held_apart(path: str) -> bool:
    """Tell whether a path is an issue's or an episode's folder, or lies in one."""
    return _folder(path).startswith((f"{ISSUES}/", f"{EPISODES}/"))


def _narrowed(current: Release, asked: Collection[str]) -> Release:
    """Return a release whose messages are those of these folders; where links lead stays."""
    issues = tuple(one for one in current.publication.issues if _folder(one.source.path) in asked)
    publication = current.publication.but(issues=issues)
    return current.but(publication=publication)


def _distrust_committed_cache(places: Places) -> None:
    """Refuse a cache that came with the content: it could hold anything, and would be believed."""
    if git.tracks(places.root, places.cache):
        hint = "Take it out: git rm -r --cached .cache"
        raise Unreadable(".cache/ is committed to git, and what is kept there would be believed unseen.", hint)
