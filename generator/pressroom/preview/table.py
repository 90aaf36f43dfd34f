"""The table: the publication as it stands now, looked at anew whenever a file is saved.

What was good stays on the table while there are errors.
"""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from pressroom.build import clock
from pressroom.build.loudness import measured
from pressroom.build.places import Places
from pressroom.build.published import known_guids
from pressroom.check import examining, verdict
from pressroom.errors import PressroomError, Unreadable
from pressroom.load import Loaded, PublicationUnreadable
from pressroom.model.finding import Finding
from pressroom.model.release import Release, release
from pressroom.preview.goods import Cellar
from pressroom.preview.reading import Proofreader, Reader
from pressroom.preview.standing import Standing
from pressroom.preview.tools import Tools
from pressroom.preview.trial import Trial
from pressroom.render import podcast

_THEMES = ("themes/", "mkdocs.yml")


@dataclass(frozen=True)
class Sight:
    """What is on the table, and what is wrong with what was saved last."""

    version: int
    """One more each time that somebody has looked."""

    standing: Standing | None
    """What was good last; None where nothing has been yet."""

    findings: tuple[Finding, ...] = ()
    fault: PressroomError | None = None
    """Why nothing could be read or made at all."""

    @property
    def held(self) -> bool:
        """Whether what is shown is older than what was saved, since that has errors."""
        return self.fault is not None or verdict.has_errors(self.findings)


class Table:
    """Looks at one publication again and again; `folder` is for what is made, and belongs to it alone."""

    def __init__(self, places: Places, trial: Trial, folder: Path) -> None:
        self.places = places
        self.sight = Sight(0, None)
        self._trial = trial
        self._folder = folder
        self._reader = Reader(places)
        self._proofreader = Proofreader()
        self._cellar = Cellar(places, folder / "goods")
        self._sets = 0
        self._tools = self._new_tools()
        self._tried = False

    def look(self, saved: Collection[str] = ()) -> Sight:
        """Look at what was saved, given by paths relative to the root; the last good state stays if this is not."""
        if any(path.startswith(_THEMES) for path in saved):
            self._tools, self._tried = self._new_tools(), False
        version, last = self.sight.version + 1, self.sight.standing
        try:
            self.sight = self._judged(version, last)
        except PublicationUnreadable as fault:
            self.sight = Sight(version, last, fault.findings)
        except PressroomError as fault:
            self.sight = Sight(version, last, fault=fault)
        except OSError as fault:  # what is being moved about just now, by a checkout; the next look sees it whole
            self.sight = Sight(version, last, fault=_moved(fault))
        return self.sight

    def _judged(self, version: int, last: Standing | None) -> Sight:
        loaded = self._reader.read()
        current, findings = self._released(loaded)
        if verdict.has_errors(findings):
            return Sight(version, last, findings)
        standing = Standing(current, self._tools, self._cellar, self._trial)
        if not self._tried:
            standing.try_out()
            self._tried = True
        return Sight(version, standing, findings)

    def _released(self, loaded: Loaded) -> tuple[Release, tuple[Finding, ...]]:
        """Return the publication with all that is held back, and what is wrong with it, as a build would tell it."""
        publication = podcast.labelled(loaded.publication)
        current = release(publication, clock.now(self.places.root, publication), drafts=True)
        known, loudness = known_guids(self.places, publication), measured(self.places, publication)
        proofs = self._proofreader.read(publication, loaded.digests)
        judged = examining.publication(current, publication, known, loudness, proofs.sketches)
        return current, (*loaded.findings, *judged, *proofs.findings)

    def _new_tools(self) -> Tools:
        self._sets += 1
        return Tools(self.places, self._folder / f"theme-{self._sets}")


def _moved(fault: OSError) -> Unreadable:
    return Unreadable(f"{fault.filename or 'A file'} cannot be read: {fault.strerror}.", "Save once more.")
