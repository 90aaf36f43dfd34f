"""Verifying: in order, the wall, the pages and feeds, the sound; with patience while a deploy spreads."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Final, TypeVar

from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Target
from pressroom.publish.verify import content, wall, wanted
from pressroom.publish.verify.asking import HEADER, Place, Site, Unanswered, Web, header_of, session
from pressroom.publish.verify.content import NotYet
from pressroom.publish.verify.stranger import Stranger
from pressroom.publish.verify.wanted import News

PAUSES: Final = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 30.0, 30.0)
"""Seconds between the questions, as long as the answer is not the right one; for all of a run together."""

_Checked = TypeVar("_Checked")


class Verified(Model):
    """What the live site was found to be."""

    refused: int
    """Paths that a stranger was refused."""

    pages: int
    sounds: int
    altered: tuple[str, ...]
    """Pages that say what was published, in other bytes: something before the site changes them on the way."""

    looked_inside: bool
    """False where nothing was given to get past the wall with."""

    def told(self) -> str:
        """Return it as a sentence."""
        wall = f"Strangers are refused on all {self.refused} kinds of paths. " if self.refused else ""
        if not self.looked_inside:
            return f"{wall}What lies behind the sign-on could not be looked at: {HEADER} is not set."
        changed = f"; {len(self.altered)} changed on the way, saying the same" if self.altered else ""
        pages = f"{self.pages} {'page or feed' if self.pages == 1 else 'pages and feeds'}"
        sounds = f"{self.sounds} sound {'file' if self.sounds == 1 else 'files'}"
        return f"{wall}{pages} and {sounds} are live{changed}."


class Patience:
    """Asks again after a pause, until there are no more."""

    def __init__(
        self,
        pauses: tuple[float, ...],
        wait: Callable[[float], None],
        heed: Callable[[PublishingFailed], None] = lambda _: None,
    ) -> None:
        self._pauses = iter(pauses)
        self._wait = wait
        self._heed = heed
        """Hears what is not as it should be yet."""

    def until(self, check: Callable[[], _Checked]) -> _Checked:
        """Return what a check returns, or raise what it raised last."""
        while True:
            try:
                return check()
            except (NotYet, Unanswered) as fault:
                self._heed(fault)
                pause = next(self._pauses, None)
                if pause is None:
                    raise
                self._wait(pause)


class Published(Model):
    """What a run published."""

    publication: Publication
    """What readers may see now."""

    news: News
    built: Built
    """The site, as it was deployed."""

    @property
    def is_served(self) -> bool:
        """Whether a web server is known for it; what was put into `.pressroom/live/` is read there."""
        return bool(self.publication.deploy.to)

    @property
    def behind_wall(self) -> bool:
        """Whether strangers are to be refused."""
        return self.publication.behind_wall and self.is_served


def verify(
    published: Published, target: Target, environment: Mapping[str, str], patience: Patience | None = None
) -> Verified:
    """Make sure that readers find what was published, and strangers do not.

    Args:
        published: what was published.
        target: where it was deployed to.
        environment: holds PRESSROOM_VERIFY_HEADER, proxies and certificates.
        patience: how long to wait while it spreads.

    Raises:
        PublishingFailed: the site is not what was built, cannot be reached, or lets strangers in.
        Unreadable: PRESSROOM_VERIFY_HEADER is no header.

    """
    patient, header = patience or Patience(PAUSES, time.sleep), header_of(environment)
    built = published.built
    pages = wanted.pages(published.publication, published.news, built.files)
    sounds = wanted.sounds(published.publication, published.news, built.files)
    refused = _refused(published, (*pages, *sounds), environment, patient) if published.behind_wall else 0
    if published.behind_wall and not header:
        return Verified(refused=refused, pages=0, sounds=0, altered=(), looked_inside=False)
    with _site(published, target, environment) as site:
        same = {path: patient.until(partial(content.require_page, site, built, path)) for path in pages}
        for path in sounds:
            patient.until(partial(content.require_sound, site, built, path))
    altered = tuple(path for path in pages if not same[path])
    return Verified(refused=refused, pages=len(pages), sounds=len(sounds), altered=altered, looked_inside=True)


def _refused(published: Published, first: tuple[str, ...], environment: Mapping[str, str], patient: Patience) -> int:
    """Return how many paths a stranger was refused."""
    paths = wanted.of_every_kind(published.built.files, first)
    base_url = published.publication.base_url
    stranger = Stranger(base_url, environment)
    patient.until(partial(wall.require_refused, stranger, published.built, base_url, paths))
    return len(paths)


@contextmanager
def _site(published: Published, target: Target, environment: Mapping[str, str]) -> Iterator[Site]:
    if not published.is_served:
        files = published.built.files
        yield Place(target.name, target.read, lambda path: files[path].type.partition(";")[0])
        return
    base_url, header = published.publication.base_url, header_of(environment) if published.behind_wall else None
    with session(environment, base_url) as opened:
        yield Web(base_url, opened, header)
