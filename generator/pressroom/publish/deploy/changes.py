"""Changes: from what lies at a target to what is to lie there."""

from collections.abc import Collection, Iterator
from typing import Final

from pressroom.model.base import Model
from pressroom.publish.deploy import kinds
from pressroom.publish.deploy.kinds import Group
from pressroom.publish.deploy.manifest import File, Files, Manifest
from pressroom.publish.deploy.survey import Built

LARGEST_SHARE: Final = 5
"""More than one in so many files vanishing at once is taken for a mistake ..."""

ALWAYS_FINE: Final = 50
"""... unless they are no more than this."""


class Wave(Model):
    """Files that may appear in any order among themselves, after all of the waves before."""

    group: Group
    paths: tuple[str, ...]


def waves(lying: Files, wanted: Files, unknown: Collection[str] = ()) -> tuple[Wave, ...]:
    """Return what has to be put to a target, in order.

    In each group what is new comes first: nobody refers to it yet, and what refers to it may be any of the rest.

    Args:
        lying: what lies there now.
        wanted: what is to lie there.
        unknown: paths of which nobody knows what lies there.

    """
    return tuple(_waves(lying, wanted, set(unknown)))


def _waves(lying: Files, wanted: Files, unknown: set[str]) -> Iterator[Wave]:
    needed = sorted(path for path, file in wanted.items() if path in unknown or lying.get(path) != file)
    for group in Group:
        for known in (False, True):
            paths = tuple(path for path in needed if wanted[path].group == group and (path in lying) is known)
            if paths:
                yield Wave(group=group, paths=paths)


def vanishing(live: Manifest, files: Files) -> tuple[str, ...]:
    """Return the paths that readers find no more once these files take the place of a release."""
    return tuple(sorted(path for path in live.files if path not in files))


def are_too_many(vanishing: int, of: int) -> bool:
    """Tell whether so many files vanishing look like a mistake."""
    return vanishing > ALWAYS_FINE and vanishing * LARGEST_SHARE > of


def is_published(built: Built, live: Manifest | None) -> bool:
    """Tell whether a site is what lies at its target already."""
    return live is not None and live.identity == built.stamp.identity and live.files == built.files


def following(built: Built, live: Manifest | None, sequence: int) -> Manifest:
    """Return the release that a site becomes at its target."""
    stamp = built.stamp
    return Manifest(
        identity=stamp.identity,
        run=stamp.run,
        instant=stamp.instant,
        sequence=sequence,
        files=built.files,
        leaving={} if built.fleeting else staying(live, built.files),
    )


def returning(past: Manifest, live: Manifest | None) -> Manifest:
    """Return a past release as it becomes the live one again."""
    return past.but(leaving=staying(live, past.files))


def staying(live: Manifest | None, files: Files) -> dict[str, File]:
    """Return the files of a release that stay for a while longer beside those that follow."""
    lying = live.files if live else {}
    return {path: file for path, file in lying.items() if path not in files and kinds.is_named_by_digest(path)}
