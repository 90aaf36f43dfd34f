"""Laying a proof out: its cover with findings, changes, figures and pictures, and a light table for each edition."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from pressroom.check.explaining import explained
from pressroom.check.reporters.quoting import advice
from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.finding import Finding, Severity
from pressroom.model.picture import Picture
from pressroom.model.references import Text
from pressroom.preview.laying import lay, style, templates
from pressroom.preview.panes import Pane
from pressroom.preview.proof.matter import Matter
from pressroom.preview.proof.offline import SITE, WIDEST
from pressroom.render.addresses import relative
from pressroom.render.website.wording import own_name

COVER: Final = "index.html"


class Sheet(Model):
    """What an edition's light table shows."""

    edition: str
    language: str
    panes: tuple[Pane, ...]

    @property
    def file(self) -> str:
        """Where it stands in the proof."""
        return f"table-{self.edition}.html"

    @property
    def name(self) -> str:
        """The edition in words: `English`, `Nederlands, frontline`."""
        kind = self.edition.removeprefix(self.language).removeprefix("-")
        return ", ".join(filter(None, (own_name(self.language), kind)))


class Row(Model):
    """A finding, as the cover shows it."""

    severity: str
    rule: str
    place: str
    message: str
    hint: str
    line: str
    """The corrected line, ready to copy; empty where none can be given."""

    why: str
    """Why it matters to a reader."""

    page: str
    """Where what it is about can be seen in the proof; empty where it cannot."""


def pages(matter: Matter, sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    """Give the proof's own pages: the cover, then each light table, each by its name."""
    language = matter.issues[0].language if matter.issues else matter.current.publication.language
    everywhere = {
        "matter": matter,
        "sheets": sheets,
        "style": style(),
        "language": language,
    }
    seen = _pages_of(matter) if sheets else {}
    cover = templates().get_template("proof.html")
    yield (
        COVER,
        cover.render(
            **everywhere,
            findings=tuple(_row(finding, matter, seen) for finding in matter.findings),
            elsewhere=tuple(_row(finding, matter, seen) for finding in matter.elsewhere),
            errors=_count(matter.findings, Severity.ERROR),
            warnings=_count(matter.findings, Severity.WARNING),
            page=lambda address: relative(COVER, SITE + addresses.file(address)),
            thumbnail=lambda picture: relative(COVER, SITE + thumbnail(picture)),
            full=lambda picture: relative(COVER, SITE + full(picture)),
        ),
    )
    table = templates().get_template("proof-table.html")
    for sheet in sheets:
        laid = lay(sheet.panes, partial(_address, sheet.edition))
        yield sheet.file, table.render(**everywhere, sheet=sheet, panes=laid)


def place(edition: str, pane: Pane) -> str:
    """Return where a proof keeps what a pane brings."""
    if pane.kind == "text":
        return f"email/{edition}.txt"
    return f"email/{edition}-dark.html" if pane.name == "email-dark" else f"email/{edition}.html"


def lies(edition: str, pane: Pane) -> str:
    """Return the file that a pane shows, by its path in the proof."""
    return SITE + addresses.file(pane.address) if pane.kind == "page" else place(edition, pane)


def _address(edition: str, pane: Pane) -> str:
    """Return what a pane shows, from the proof's own pages."""
    return relative(COVER, lies(edition, pane))


def thumbnail(picture: Picture) -> str:
    """Return the file that stands for a picture on the contact sheet, by its path in the site."""
    return picture.modern()[0].address


def full(picture: Picture) -> str:
    """Return the largest of a picture's files that a proof holds, by its path in the site."""
    fitting = [variant for variant in picture.modern() if variant.width <= WIDEST]
    return (fitting or picture.modern())[-1].address


def _pages_of(matter: Matter) -> dict[str, str]:
    """Return the page of each text, by the file that it is written in."""
    texts: list[Text] = [*matter.issues, *([matter.episode] if matter.episode else [])]
    texts += [story for issue in matter.issues for story in issue.stories]
    return {text.source.path: SITE + addresses.file(text.address) for text in texts}


def _row(finding: Finding, matter: Matter, seen: Mapping[str, str]) -> Row:
    page, rule = seen.get(finding.path, ""), explained().get(finding.rule)
    told = advice(finding, lambda path: matter.lines.get(path, ()))
    return Row(
        severity=finding.severity.value,
        rule=finding.rule,
        place=f"{finding.path}:{finding.line}",
        message=finding.message,
        hint=told.words,
        line=told.line.strip(),
        why=" ".join(rule.why.split()) if rule else "",
        page=relative(COVER, page) if page else "",
    )


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(1 for finding in findings if finding.severity is severity)
