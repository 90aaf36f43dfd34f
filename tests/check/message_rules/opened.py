"""A good email, and what becomes of it when a passage of it is changed."""

from binascii import b2a_qp
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from tests import builders

from pressroom.check import examining
from pressroom.model.finding import Finding
from pressroom.model.message import Message

_FOLDER = Path(__file__).parent
_BORDER = "=_border"


class Passages(NamedTuple):
    """The three things that an email is made of here."""

    html: str
    text: str
    head: str


class Case(NamedTuple):
    """A change of the good email, and what is found then."""

    rule: str
    id: str
    changes: tuple[tuple[str, str], ...]
    kind: str
    """`file`, judged alone; `eml`, a whole message; `made`, as if it had been made here."""

    finds: str
    """What is told; nothing where the change is fine."""

    line: int
    also: tuple[str, ...]
    """Other rules that find the same."""

    def findings(self) -> tuple[Finding, ...]:
        """Give what is found in the changed email."""
        passages = good()
        for old, new in self.changes:
            assert any(old in passage for passage in passages), old
            passages = Passages(*(passage.replace(old, new) for passage in passages))
        if self.kind == "made":
            return examining.message(made(passages))
        if self.kind == "html":
            return examining.file("some.html", passages.html.encode())
        return examining.file("some.eml", seal(passages))


def good() -> Passages:
    """The good email."""
    return Passages(*((_FOLDER / "emails" / f"good.{ending}").read_text("utf-8") for ending in ("html", "txt", "head")))


def seal(passages: Passages) -> bytes:
    """The whole message, as it is sent."""
    parts = (_part("plain", passages.text), _part("html", passages.html))
    return f"{passages.head}\n{''.join(parts)}--{_BORDER}--\n".replace("\n", "\r\n").encode()


def made(passages: Passages, **fields: Any) -> Message:
    """The same as if it had been made here; `fields` are the issue's."""
    edition = builders.message(**fields).edition
    return Message(edition=edition, html=passages.html, text=passages.text, eml=seal(passages))


def cases() -> tuple[Case, ...]:
    """Every case of cases.yml."""
    told = yaml.safe_load((_FOLDER / "cases.yml").read_text("utf-8"))
    return tuple(_case(rule, number, case) for rule, found in told.items() for number, case in enumerate(found))


def _case(rule: str, number: int, told: Mapping[str, Any]) -> Case:
    return Case(
        rule=rule,
        id=f"{rule}-{number}",
        changes=tuple((str(old), str(new)) for old, new in told["change"].items()),
        kind=told.get("as", "eml"),
        finds=told.get("finds", ""),
        line=told.get("line", 0),
        also=tuple(told.get("also", ())),
    )


def _part(kind: str, body: str) -> str:
    head = f"--{_BORDER}\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    return head + b2a_qp(body.encode(), istext=True).decode("ascii") + "\n"
