"""What the ledger holds. No address stands in it, and no name: a reader is a fingerprint under a secret key.

Times are ISO 8601 in UTC, as text, so that SQLite and PostgreSQL sort and show them alike.
"""

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

SCHEMA: Final = 2
"""The version of all this; a ledger of a newer one is refused, an older one is brought up (`migrating.py`)."""

APPLICATION: Final = 0x50727373
"""`Prss`, in the head of a SQLite file (PRAGMA application_id): whose file it is."""

PROGRAM: Final = "pressroom"
"""Whose tables they are, in a database that others may use too."""


class Step(StrEnum):
    """The way of a publish, in order."""

    CLAIM = "claim"
    BUILD = "build"
    AUDIO = "audio"
    PRIVATE = "private"
    DEPLOY = "deploy"
    VERIFY = "verify"
    EMAIL = "email"
    ANNOUNCE = "announce"
    SEAL = "seal"


class StepState(StrEnum):
    """How far a step is. `begun` without more means that whoever took it may have been ended in the middle."""

    BEGUN = "begun"
    DONE = "done"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


class CopyState(StrEnum):
    """How far one reader's copy is.

    `queued`, `sending` and `retry_at` are provably not delivered. `finalizing` is committed just before the end of the
    message goes out, and is the one state that a run which ended leaves uncertain (RFC 1047).
    """

    QUEUED = "queued"
    SENDING = "sending"
    FINALIZING = "finalizing"
    SENT = "sent"
    FAILED = "failed"
    RETRY_AT = "retry_at"
    UNCERTAIN = "uncertain"


metadata: Final = MetaData()

facts = Table(
    "facts",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
"""`schema`, `program`, `identity` (which ledger this is, for good), `made`, `begun` (when the first day was settled),
`key` (a fingerprint of the key of the fingerprints), `gone back` (that readers see a past release on purpose)."""

leases = Table(
    "leases",
    metadata,
    Column("name", String, primary_key=True),
    Column("owner", String, nullable=False),
    Column("label", String, nullable=False),
    Column("series", String, nullable=False),
    Column("attempt", BigInteger, nullable=False),
    Column("machine", String, nullable=False),
    Column("process", String, nullable=False),
    Column("taken", String, nullable=False),
    Column("until", String, nullable=False),
)
"""Who publishes now: `owner` is one process's alone, `label` is what people are told, the rest tells whether it can
still be alive (`publisher.py`)."""

runs = Table(
    "runs",
    metadata,
    Column("id", String, primary_key=True),
    Column("instant", String, nullable=False),
    Column("commit", String, nullable=False),
    Column("label", String, nullable=False),
    Column("begun", String, nullable=False),
    Column("ended", String),
)
"""Each publish: the instant that it built with, and the commit that it built."""

items = Table(
    "items",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("claimed", String, nullable=False),
    Column("run", ForeignKey("runs.id")),
    Column("sealed", String),
    Column("how", String, nullable=False),
)
"""Issues and episodes. `how` is `published`; `imported`: it had gone out before there was this ledger; or `given up`:
what was left of it is not wanted any more."""

descriptions = Table(
    "descriptions",
    metadata,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("day", String, nullable=False),
    Column("number", Integer),
)
"""What an item was when it went out, by which it is known again if its folder was renamed. Ledgers that were begun with
schema 1 have none of what went out by then."""

steps = Table(
    "steps",
    metadata,
    Column("run", ForeignKey("runs.id"), primary_key=True),
    Column("subject", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("state", String, nullable=False),
    Column("begun", String, nullable=False),
    Column("ended", String),
    Column("note", String, nullable=False),
)
"""Each step of a run, with its row before and after. `subject` is empty, or an item: `issue/2026-11`, or one channel of
it: `issue/2026-11/slack`."""

sends = Table(
    "sends",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issue", String, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("frozen", String, nullable=False),
    UniqueConstraint("issue", "revision"),
)
"""An issue goes out by mail: revision 0; a correction, which is an act of its own, is 1 and up."""

mailings = Table(
    "mailings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("send", ForeignKey("sends.id"), nullable=False),
    Column("audience", String, nullable=False),
    Column("edition", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("message", LargeBinary, nullable=False),
    Column("date", String, nullable=False),
    Column("total", Integer, nullable=False),
    UniqueConstraint("send", "audience"),
)
"""What one audience gets: the very bytes (without anything personal) and their Date, kept from the freezing on."""

copies = Table(
    "copies",
    metadata,
    Column("send", ForeignKey("sends.id"), primary_key=True),
    Column("fingerprint", LargeBinary(16), primary_key=True),
    Column("mailing", ForeignKey("mailings.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due", String),
    Column("changed", String, nullable=False),
    Column("reply", String, nullable=False),
    Index("copies_by_mailing", "mailing"),
)
"""One reader's copy of one send: whoever is on two lists gets one. `reply` is what the mail server said, without any
address; the Message-ID follows from the send, the audience and the fingerprint."""
