"""content/publication.yml: the newsletter itself, its people, sections and audiences."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from zoneinfo import ZoneInfo

from pressroom.load.beside import Mention
from pressroom.load.brand import make_brand
from pressroom.load.content import Content
from pressroom.load.faults import fault
from pressroom.load.fields.publication import AudienceFields, DeployFields, PersonFields, PublicationFields
from pressroom.load.fields.reading import Read
from pressroom.load.fields.refusing import told
from pressroom.load.languages import Languages
from pressroom.load.names import is_fit, proposed
from pressroom.load.newsroom import Newsroom
from pressroom.load.style import make_style
from pressroom.model.edition import Audience
from pressroom.model.finding import Fault
from pressroom.model.near import did_you_mean
from pressroom.model.outlets import Delivery, Deploy, PrivateFeeds
from pressroom.model.person import Person
from pressroom.model.publication import Feedback, Mail, Publication
from pressroom.model.roots import PUBLICATION
from pressroom.model.source import Source

PATH = PUBLICATION
FOLDER = "content"
PEOPLE = "content/people"

_UNTITLED = "Untitled"
_NOWHERE = "https://newsletter.invalid/"
"""What stands in for a base_url that is missing or faulty (RFC 2606 keeps .invalid free)."""

_NO_LANGUAGE = "und"
"""What stands in for the default language: “undetermined”, so that no file's suffix is taken for it (BCP 47)."""

_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")

_Read = Read[PublicationFields]


def languages_of(read: _Read) -> Languages:
    """Return the publication's languages, and whether they are known for sure."""
    default = read.fields.language or _NO_LANGUAGE
    others = tuple(tag for tag in dict.fromkeys(read.fields.languages or ()) if tag != default)
    return Languages(default, others, known=not (read.is_faulty("language") or read.is_faulty("languages")))


def zone_of(read: _Read) -> ZoneInfo:
    """Return the time zone of dates that say none themselves."""
    return ZoneInfo(read.fields.timezone or "UTC")


def make_publication(room: Newsroom, read: _Read) -> Publication:
    """Return the publication, still without what it has published."""
    fields = read.fields
    name = fields.name or _UNTITLED
    return Publication(
        name=name,
        organization=fields.organization or name,
        base_url=fields.base_url or _NOWHERE,
        language=room.languages.default,
        languages=(room.languages.default, *room.languages.others),
        timezone=room.zone.key,
        description=fields.description or "",
        people=_people(room, read),
        sections=_sections(room.content, read),
        feedback=Feedback(**_said(fields.feedback)),
        mail=_mail(read),
        audiences=tuple(_audiences(room, read)),
        brand=make_brand(room, read),
        visibility=fields.visibility or "internal",
        deploy=_deploy(fields.deploy),
        announce=fields.announce or (),
        ledger=fields.ledger or "sqlite",
        style=make_style(room, read),
        source=Source(path=PATH, lines=read.lines),
    )


def _people(room: Newsroom, read: _Read) -> dict[str, Person]:
    sound = read.fields.people or {}
    _check_ids(room.content, read, "people", sound)
    return {
        one: _person(room, read, one, sound.get(one, PersonFields())) for one in {**_written(read, "people"), **sound}
    }


def _person(room: Newsroom, read: _Read, one: str, fields: PersonFields) -> Person:
    photo = room.picture(_mention(read, f"people.{one}.photo", fields.photo, PEOPLE))
    return Person(id=one, name=fields.name or one, role=fields.role or "", email=fields.email or "", photo=photo)


def _sections(content: Content, read: _Read) -> dict[str, str]:
    sound = read.fields.sections or {}
    _check_ids(content, read, "sections", sound)
    return {one: sound.get(one, one) for one in {**_written(read, "sections"), **sound}}


def _mail(read: _Read) -> Mail:
    said = _said(read.fields.mail)
    delivery = Delivery(**{name: said.pop(name) for name in Delivery.field_names() if name in said})
    return Mail(sender=said.pop("from_", ""), delivery=delivery, **said)


def _deploy(fields: DeployFields | None) -> Deploy:
    said = _said(fields)
    return Deploy(**{**said, "private": PrivateFeeds(**_said(said.get("private")))})


def _audiences(room: Newsroom, read: _Read) -> Iterator[Audience]:
    seen: set[str] = set()
    for position, fields in enumerate(read.fields.audiences or ()):
        line = read.lines[f"audiences.{position}"]
        wrong = _unfit_audience(room.languages, fields, line, seen)
        seen.add(fields.id or "")
        if wrong:
            room.content.notes.add(PATH, wrong)
        else:
            yield Audience(**_said(fields))


def _unfit_audience(languages: Languages, fields: AudienceFields, line: int, seen: set[str]) -> Fault | None:
    one, language = fields.id or "", fields.language or languages.default
    known = (languages.default, *languages.others)
    if one in seen:
        return fault("duplicate-id", line, f"Two audiences are called {told(one)}.", "Give each an id of its own.")
    if not is_fit(one):
        return fault("bad-id", line, *_bad_id("An audience's id", one))
    if languages.known and language not in known:
        message = f"The audience {one} reads {language}, which is not a language of the publication."
        return fault(
            "unknown-language",
            line,
            message,
            did_you_mean(language, dict(zip(known, known, strict=True)), "Its languages"),
        )
    if bool(fields.to) == bool(fields.recipients):
        message = f"The audience {one} needs either `to` or `recipients`; it has {'both' if fields.to else 'neither'}."
        hint = "Write `to` for a distribution list's address, `recipients` for the name of a list of people."
        return fault("audience", line, message, hint)
    if fields.recipients and not _FILE.fullmatch(fields.recipients):
        message = f"`recipients` is the name of a CSV file, and {told(fields.recipients)} is none."
        return fault("audience", line, message, "Write its name alone, such as recipients: staff.csv")
    return None


def _check_ids(content: Content, read: _Read, field: str, ids: Iterable[str]) -> None:
    """Note ids that cannot stand in an address."""
    for one in ids:
        if not is_fit(one):
            content.notes.error("bad-id", PATH, read.lines[f"{field}.{one}"], *_bad_id("An id", one))


def _bad_id(what: str, one: str) -> tuple[str, str]:
    message = f"{what} has lower-case letters a to z, digits and hyphens; {told(one)} cannot be one."
    return message, f"Write {proposed(one)}, here and wherever it is used."


def _mention(read: _Read, place: str, written: str | None, folder: str) -> Mention | None:
    return Mention(PATH, read.lines[place], written, folder, place.rpartition(".")[2]) if written else None


def _written(read: _Read, field: str) -> dict[str, object]:
    """Return all ids that were written, faulty or not, so that nobody who refers to one is told that it is unknown."""
    value = read.written.get(field)
    return dict(value) if isinstance(value, dict) else {}


def _said(fields: object) -> dict[str, Any]:
    """Return what a group of fields says, without what it leaves out."""
    return {name: value for name, value in vars(fields).items() if value is not None} if fields else {}
