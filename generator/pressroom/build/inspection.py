"""Inspection: what is wrong with a publication or with some paths of it, messages included, and nothing made of it."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple

from pressroom.build import clock, loudness
from pressroom.build.editions import Editions, plan_printing
from pressroom.build.judgement import judge
from pressroom.build.opening import read, was_judged
from pressroom.build.places import Places
from pressroom.check import verdict
from pressroom.load import Loaded
from pressroom.model.finding import Finding
from pressroom.model.release import Release, release
from pressroom.model.roots import EPISODES, ISSUES
from pressroom.render.podcast import labelled
from pressroom.store import Store

_Printing = Callable[[], tuple[Editions, ...]]
"""Waits for the messages of each issue."""

_DEPTH = 3
"""Names in the path of an issue's or an episode's folder."""


class Judgement(NamedTuple):
    """A publication at one moment, and what is wrong with it."""

    release: Release
    findings: tuple[Finding, ...]


def inspect(places: Places, paths: Sequence[str] = ()) -> tuple[Loaded, Judgement]:
    """Return what is wrong with a publication or with these paths of it, messages included.

    What these paths do not lead to is not rendered, so what is wrong in other issues and episodes is not known here.

    Raises:
        Unreadable: as `read`.

    """
    loaded = read(places, folders_of(paths))
    return loaded, inspect_read(places, loaded, paths)


def inspect_read(places: Places, loaded: Loaded, paths: Sequence[str] = ()) -> Judgement:
    """Return what is wrong with a publication that was read as these paths of it need it, messages included."""
    asked = folders_of(paths)
    whole = labelled(loaded.publication)
    current = release(whole, clock.now(places.root, loaded.publication), drafts=False)
    shown = _narrowed(current, asked) if asked else current
    plan = partial(plan_printing, places, shown, loaded, Store(places.cache / "pressroom"))
    ahead = _begun(plan) if was_judged(places) else None
    findings = judge(places, loaded, whole, current, loudness.begin(places, whole) if _hears(asked) else dict)
    if asked:
        findings = tuple(one for one in findings if _folder(one.path) in asked or not _is_held_apart(one.path))
    if not verdict.has_errors(findings):
        printed = (ahead or plan()())()
        found = (one.findings for editions in printed for one in editions.of_issue)
        findings = (*findings, *verdict.told_once(chain.from_iterable(found)))
    ordered = tuple(sorted(set(findings), key=Finding.order))
    return Judgement(shown, verdict.select(ordered, paths))


def _begun(plan: Callable[[], Callable[[], _Printing]]) -> _Printing | None:
    """Have messages printed while the publication is judged; nothing where that cannot be, since it is faulty."""
    try:
        return plan()()
    except Exception:
        return None


def folders_of(paths: Sequence[str]) -> frozenset[str]:
    """Return the folders of issues and episodes that paths lie in; none where one of them is something else."""
    return frozenset(map(_folder, paths)) if all(map(_is_held_apart, paths)) else frozenset()


def _folder(path: str) -> str:
    return "/".join(PurePosixPath(path).parts[:_DEPTH])


def _hears(asked: Collection[str]) -> bool:
    """Tell whether sounds are asked for: nothing else follows from how loud they are."""
    return not asked or any(folder.startswith(EPISODES) for folder in asked)


def _is_held_apart(path: str) -> bool:
    """Tell whether a path is an issue's or an episode's folder, or lies in one."""
    return _folder(path).startswith((f"{ISSUES}/", f"{EPISODES}/"))


def _narrowed(current: Release, asked: Collection[str]) -> Release:
    """Return a release whose messages are those of these folders; where links lead stays."""
    issues = tuple(one for one in current.publication.issues if _folder(one.source.path) in asked)
    publication = current.publication.but(issues=issues)
    return current.but(publication=publication)
