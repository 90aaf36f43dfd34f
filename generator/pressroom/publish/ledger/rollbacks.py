"""That readers see a past release on purpose: since when, and which is the newest."""

from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select

from pressroom.model.base import Model
from pressroom.publish.ledger.ledger import Ledger, View
from pressroom.publish.ledger.tables import facts

_NAME: Final = "gone back"


class Rollback(Model):
    """A site that was put back."""

    release: str
    newest: str
    """What readers would see else."""

    since: datetime

    def told(self) -> str:
        """Return it as sentences, with the way forward."""
        return (
            f"Readers see an older site on purpose: release {self.release}, since {self.since:%Y-%m-%d %H:%M %Z}. "
            f"To have them see the newest at once: pressroom rollback {self.newest}. "
            "What is published next, or tomorrow, brings the newest as well."
        )


def note_rollback(ledger: Ledger, release: str, newest: str) -> None:
    """Write down which release readers see, and forget it where that is the newest."""
    note_newest(ledger)
    if release != newest:
        value = Rollback(release=release, newest=newest, since=datetime.fromisoformat(ledger.now()))
        with ledger.begin() as connection:
            connection.execute(insert(facts).values(name=_NAME, value=value.to_json().decode()))


def note_newest(ledger: Ledger) -> None:
    """Write down that readers see the newest."""
    with ledger.begin() as connection:
        connection.execute(delete(facts).where(facts.c.name == _NAME))


def rollback(view: View) -> Rollback | None:
    """Return what readers see on purpose in place of the newest; None where they see that."""
    with view.read() as connection:
        said = connection.execute(select(facts.c.value).where(facts.c.name == _NAME)).scalar_one_or_none()
    return Rollback.from_json(said) if said else None
