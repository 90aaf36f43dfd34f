"""Opening: a publication is read, and another process judges it while this one goes on."""

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pressroom import crew, load
from pressroom.build import clock, git
from pressroom.build.places import Places, require_own
from pressroom.errors import Unreadable
from pressroom.fingerprints import Seen
from pressroom.load import Loaded
from pressroom.load.folders import Begin
from pressroom.model.finding import Finding
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.render.podcast import labelled
from pressroom.store import Store

if TYPE_CHECKING:
    from pressroom.build.loudness import Heard


class Opened(NamedTuple):
    """A publication at one moment."""

    loaded: Loaded
    release: Release
    verdict: Callable[[], tuple[Finding, ...]]
    """Waits for what is wrong with it, messages aside."""


def read(places: Places, asked: Collection[str] = ()) -> Loaded:
    """Load a publication, with what was kept of earlier times; who asks for some folders gets others skimmed.

    Raises:
        Unreadable: there is nothing that could be read, or what was kept of earlier builds cannot be trusted.

    """
    return load.load(places.root, _trusted(places), asked=asked)


def begin_reading(places: Places, compose: Begin, seen: Seen | None = None) -> Callable[[], Loaded]:
    """Begin to load a publication, while another process composes the few folders that changed.

    Files are taken for what they were `seen` as, if they were.

    Raises:
        Unreadable: as `read`.

    """
    return load.begin(places.root, _trusted(places), compose, seen)


def composing(*, warm: bool) -> AbstractContextManager[Begin]:
    """Give what composes a few folders beside this process: after a first build, one that is prepared for it."""
    return load.composer() if warm else nullcontext(crew.aside)


def prepare_helpers() -> None:
    """Bring in what makes things, and what judges: processes that are forked from this one need it, too."""
    from pressroom.build import judgement, making  # noqa: F401, PLC0415  to have it is all that is wanted


def open_now(places: Places, loaded: Loaded, *, drafts: bool = False) -> Opened:
    """Begin to judge a publication that was read, as it is now."""
    return open_at(places, loaded, clock.now(places.root, loaded.publication), drafts=drafts)


def open_at(places: Places, loaded: Loaded, now: datetime, *, drafts: bool = False) -> Opened:
    """Begin to judge a publication that was read, as it is at a given instant."""
    whole = labelled(loaded.publication)
    current = release(whole, now, drafts=drafts)
    work = partial(_judge, places, loaded, whole, current)
    if was_judged(places):
        return Opened(loaded, current, crew.aside(work))
    from pressroom.build import loudness  # noqa: PLC0415  it comes with what judges

    # Texts that nobody has judged before are work for every core, and a process that helps has no helpers.
    return Opened(loaded, current, partial(work, loudness.begin(places, whole)))


def was_judged(places: Places) -> bool:
    """Tell whether a publication was judged before, so that little is left to do."""
    return not Store(places.cache / "pressroom").is_empty("proofs")


def _judge(
    places: Places, loaded: Loaded, whole: Publication, current: Release, heard: "Heard | None" = None
) -> tuple[Finding, ...]:
    from pressroom.build import judgement, loudness  # noqa: PLC0415  they bring every rule, which whoever judges needs

    return judgement.judge(places, loaded, whole, current, heard or loudness.begin(places, whole))


def _trusted(places: Places) -> Store:
    """Return what was kept of earlier builds; refuse what came with the content, which could hold anything."""
    require_own(places)
    if git.tracks(places.root, places.cache):
        hint = "Take it out: git rm -r --cached .cache"
        raise Unreadable(".cache/ is committed to git, and what is kept there would be believed unseen.", hint)
    return Store(places.cache / "pressroom")
