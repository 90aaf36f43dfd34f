"""Views: what a browser shows of the table, and what it is told when something was saved."""

from collections.abc import Collection, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from babel import Locale, UnknownLocaleError

from pressroom.errors import PressroomError
from pressroom.model.base import Model
from pressroom.model.finding import Finding, Severity
from pressroom.model.issue import Issue, Story
from pressroom.model.podcast import Episode
from pressroom.preview.excerpts import MOST, Shown, shown
from pressroom.preview.laying import lay, templates
from pressroom.preview.panes import Pane, Place
from pressroom.preview.readdressing import readdress
from pressroom.preview.standing import Laid, Standing
from pressroom.preview.table import Sight

FOLDER: Final = ".pressroom/"
"""Where the light table stands, below the site: no page can have a name with a dot before it."""

_KINDS: Final = {"desk": "", "frontline": "front line"}


class Leaf(Model):
    """A page of the issue that the site's panes can show."""

    title: str
    address: str


class View:
    """What the browsers see that have one edition on the table; `path` is where the site stands here."""

    def __init__(self, sight: Sight, name: str, root: Path, path: str) -> None:
        self._sight = sight
        self._root = root
        self._path = path
        self._folder = f"{path}{FOLDER}"
        self._name = name
        self._fault: PressroomError | None = sight.fault
        self._laid = self._lay()

    @property
    def exists(self) -> bool:
        """Whether there is such an edition, or none at all, or none that could be read yet."""
        standing = self._sight.standing
        return self._laid is not None or self._fault is not None or standing is None or not standing.places

    def html(self) -> str:
        """Return the whole page."""
        standing, laid = self._sight.standing, self._laid
        said = {
            "folder": self._folder,
            "name": self._name,
            "version": self._sight.version,
            "publication": standing.current.publication if standing else None,
            "place": laid.place if laid else None,
            "layout": self._layout(),
            "bar": self._bar(),
            "panes": lay(laid.panes, self._address) if laid else "",
            "findings": self.findings(),
            "alarm": self.alarm(),
        }
        return templates().get_template("table.html").render(said)

    def _bar(self) -> str:
        """Return which edition this is and which else there are, as HTML."""
        standing, laid = self._sight.standing, self._laid
        said = {
            "root": self._path,
            "folder": self._folder,
            "place": laid.place if laid else None,
            "issues": _issues(standing.places) if standing else (),
            "editions": self._editions(),
            "leaves": self._leaves(),
            "warnings": 0 if self.alarm() else len(set(self._found())),
        }
        return templates().get_template("bar.html").render(said)

    def findings(self) -> str:
        """Return what is wrong, as HTML."""
        found = self._found()
        told = self._told(found)
        said: dict[str, Any] = {"findings": told, "more": len(set(found)) - len(told), "most": MOST}
        return (
            templates()
            .get_template("findings.html")
            .render(said, fault=self._fault, held=self._sight.held or self._fault, empty=self._laid is None)
        )

    def alarm(self) -> str:
        """Return why what was saved last is not shown; nothing where it is."""
        errors = [finding for finding in self._sight.findings if finding.severity is Severity.ERROR]
        messages = [
            *([self._fault.message] if self._fault else []),
            *(_placed(one.finding) for one in self._told(errors)),
        ]
        if not messages:
            return ""
        first = messages[0].replace("`", "")
        return f"{first} (and {len(messages) - 1} more)" if len(messages) > 1 else first

    def news(self, saved: Collection[str]) -> dict[str, Any]:
        """Return what a browser is told that shows this already; `saved` are the files that it follows from."""
        return {
            "version": self._sight.version,
            "layout": self._layout(),
            "bar": self._bar(),
            "findings": self.findings(),
            "alarm": self.alarm(),
            "saved": next((self._led(leaf) for path, leaf in self._sources().items() if path in saved), None),
        }

    def texts(self) -> Mapping[str, str]:
        """Return what each pane shows, by its name."""
        standing = self._sight.standing
        if self._laid is None or standing is None:
            return {}
        shown = {pane.name: self.data(pane) for pane in self._laid.panes if pane.kind != "page"}
        pages = {pane.name: standing.page(pane.address) or b"" for pane in self._laid.panes if pane.kind == "page"}
        return {name: data.decode() for name, data in {**pages, **shown}.items()}

    def _led(self, leaf: Leaf) -> Mapping[str, str]:
        return {"title": leaf.title, "address": f"{self._path}{leaf.address}"}

    def pane(self, name: str) -> Pane | None:
        """Return one pane, if there is one of this name."""
        return next((pane for pane in self._laid.panes if pane.name == name), None) if self._laid else None

    def data(self, pane: Pane) -> bytes:
        """Return what a pane shows that is no page; a message's addresses lead to the site as it stands here."""
        standing = self._sight.standing
        if pane.kind != "email" or standing is None:
            return pane.data
        base_url = standing.current.publication.base_url
        return readdress(pane.data.decode(), base_url, lambda address: f"{self._path}{address}").encode()

    def _lay(self) -> Laid | None:
        try:
            return self._sight.standing.lay(self._name) if self._sight.standing else None
        except PressroomError as fault:
            self._fault = fault
            return None

    def _address(self, pane: Pane) -> str:
        return f"{self._path}{pane.address if pane.kind == 'page' else f'{FOLDER}{self._name}/{pane.name}'}"

    def _found(self) -> Sequence[Finding]:
        return (*self._sight.findings, *(self._laid.findings if self._laid else ()))

    def _layout(self) -> str:
        """Return what a browser cannot change in place: which panes there are; nothing where that is not known."""
        panes = [(pane.name, pane.address) for pane in self._laid.panes] if self._laid else []
        return _digest(repr(panes).encode()) if panes else ""

    def _editions(self) -> tuple[tuple[Place, str], ...]:
        """Return the editions of this issue, each with what it is called."""
        laid, standing = self._laid, self._sight.standing
        places = standing.places if laid and standing else ()
        return tuple((one, _called(one)) for one in places if laid and one.issue == laid.place.issue)

    def _leaves(self) -> tuple[Leaf, ...]:
        return tuple(dict.fromkeys(self._sources().values()))

    def _sources(self) -> Mapping[str, Leaf]:
        """Return the pages of the issue, and of its episode, by the file that each is written in."""
        laid, standing = self._laid, self._sight.standing
        if laid is None or standing is None:
            return {}
        issue = laid.issue
        show = standing.current.publication.show_in_site()
        episode = show.episode(issue.episode) if show else None
        stories = (story for story in issue.stories if story.language == issue.language)
        texts: tuple[Issue | Story | Episode, ...] = (issue, *stories, *((episode,) if episode else ()))
        return {text.source.path: Leaf(title=text.title, address=text.address) for text in texts}

    def _told(self, findings: Collection[Finding]) -> tuple[Shown, ...]:
        return shown(findings, self._root, self._near())

    def _near(self) -> Collection[str]:
        return self._sources().keys()


def first(standing: Standing | None) -> str:
    """Return the name of the edition that is looked at first: the newest issue's."""
    return standing.places[0].name if standing and standing.places else ""


def nearest(standing: Standing, issue: str, edition: str) -> str:
    """Return the name of an issue's edition, or of its first one where it has none of this kind."""
    names = [place.name for place in standing.places if place.issue == issue]
    wanted = f"{issue}/{edition}"
    return wanted if wanted in names else next(iter(names), first(standing))


def _issues(places: Sequence[Place]) -> tuple[Place, ...]:
    return tuple({place.issue: place for place in reversed(places)}.values())[::-1]


def _placed(finding: Finding) -> str:
    """Return what a finding says, behind its place."""
    return f"{finding.path}, line {finding.line}: {finding.message}"


def _called(place: Place) -> str:
    """Return what an edition is called: `Nederlands, front line`."""
    try:
        language = Locale.parse(place.language, sep="-").display_name or place.language
    except (UnknownLocaleError, ValueError):
        language = place.language
    kind = place.edition.removeprefix(place.language).removeprefix("-")
    return ", ".join(filter(None, (language[:1].upper() + language[1:], _KINDS.get(kind, kind))))


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
