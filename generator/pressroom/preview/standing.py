"""Standing: a publication as it is at one moment, of which only that is made which somebody looks at."""

from functools import cached_property
from typing import NamedTuple

from pressroom.check import examining
from pressroom.model.edition import Edition, editions
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.release import Release
from pressroom.preview.goods import Cellar, Good, Goods
from pressroom.preview.locating import Site
from pressroom.preview.panes import Pane, Place, panes, place, places
from pressroom.preview.tools import Tools
from pressroom.preview.trial import Trial


class Laid(NamedTuple):
    """An edition on the table."""

    place: Place
    issue: Issue
    panes: tuple[Pane, ...]
    findings: tuple[Finding, ...]
    """What is wrong with its message."""


class Standing:
    """What readers would get of a release."""

    def __init__(self, current: Release, tools: Tools, cellar: Cellar, trial: Trial) -> None:
        self.current = current
        self._tools = tools
        self._site = Site(current, tools.website)
        self._goods = Goods(cellar, current, tools.website, trial)
        self._printed: dict[str, bytes] = {}
        self._laid: dict[str, Laid] = {}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All that can be laid on the table, the newest issue first."""
        return places(self.current)

    def lay(self, name: str) -> Laid | None:
        """Return an edition on the table, by its place's name; None where there is none of this name.

        Raises:
            ThemeFaulty: the newsletter's theme does not work.

        """
        edition = self._editions.get(name)
        if edition and name not in self._laid:
            message = self._tools.message(edition, self.current)
            findings = examining.message(message)
            self._laid[name] = Laid(place(edition, self.current), edition.issue, panes(message, self.current), findings)
        return self._laid.get(name)

    def page(self, address: str) -> bytes | None:
        """Return a page of the site; None where there is none.

        Raises:
            Unreadable: mkdocs.yml or a template of the theme is faulty.

        """
        if address not in self._printed:
            page = self._site.page(address)
            if page is None:
                return None
            self._printed[address] = self._tools.print(page, self.current.publication)
        return self._printed[address]

    def try_out(self) -> None:
        """Print the front page and the newest issue, whose theme nobody has tried yet.

        Raises:
            Unreadable: the theme does not work.

        """
        newest = self.current.publication.issues[:1]
        for address in ("", *(issue.address for issue in newest)):
            self.page(address)
        for one in self.places[:1]:
            self.lay(one.name)

    def has(self, address: str) -> bool:
        """Tell whether there is a page at an address."""
        return self._site.has(address)

    def file(self, path: str) -> Good | None:
        """Return what else the site holds; None where there is nothing.

        Raises:
            Unreadable: a picture or a sound is no longer what was read.
            Unwritable: the search index cannot be made.

        """
        theirs = self._tools.file(path, self.current.publication)
        return self._email(path) or theirs or self._goods.find(path)

    def _email(self, path: str) -> bytes | None:
        """Return a message as it is read in the browser."""
        folder, _, name = path.rpartition("/")
        edition = next((one for one in self._desks if one.issue.address == f"{folder}/"), None)
        if name != "email.html" or edition is None:
            return None
        return self._tools.message(edition, self.current).html.encode()

    @cached_property
    def _desks(self) -> tuple[Edition, ...]:
        return tuple(edition for edition in self._editions.values() if edition.kind == "desk")

    @cached_property
    def _editions(self) -> dict[str, Edition]:
        audiences = self.current.publication.audiences
        return {
            f"{issue.id}/{edition.id}": edition
            for issue in self.current.publication.issues
            for edition in editions(issue, audiences)
        }
