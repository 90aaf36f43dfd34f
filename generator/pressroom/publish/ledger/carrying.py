"""A ledger that a ref of the publication's own remote carries from runner to runner.

The remote's ledger is the one that counts. The one here is a copy that somebody who holds the ref works on; each
`carry` puts it into the ref in one compare-and-swap, which fails for whoever does not hold it any more. Since an effect
outside happens only after the row that announces it was carried, whatever a lost runner left in doubt stands in the
ref as begun or as finalizing: the ref may doubt what the copy was sure of, and never the other way round.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, Table

from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.publish.ledger import leases, schema
from pressroom.publish.ledger.copies import copy, existing, loaded, memory_engine, written
from pressroom.publish.ledger.faults import AGAIN, looked_through, plainly, told
from pressroom.publish.ledger.leases import Lease
from pressroom.publish.ledger.ledger import Clock, View
from pressroom.publish.ledger.plumbing import REF, Repository
from pressroom.publish.ledger.publisher import Publisher
from pressroom.publish.ledger.soundness import require_sound
from pressroom.publish.ledger.tables import facts, metadata
from pressroom.publish.ledger.tables import leases as lease_table

_TRIES: Final = 3
"""How often a push whose fate is unknown is repeated, and how often a ref that others move is looked at."""

_WORK: Final = tuple(table for table in metadata.sorted_tables if table not in (facts, lease_table))
"""The tables that tell of work; a copy in which others differ is none the wiser."""


class Lost(PublishingFailed):
    """The ref is not where it was left: somebody else has moved it."""


class Copy(Model):
    """The file that is worked on, and which ledger it is."""

    path: Path
    identity: str


class GitCarrier:
    """The way to the ref, and the file that is worked on."""

    def __init__(self, repository: Repository, path: Path) -> None:
        self._repository = repository
        self._path = path

    def fetch(self, publisher: Publisher, clock: Clock) -> "GitCarriage":
        """Fetch the remote's ledger, put this publisher's name into it, and lay it down here.

        Where the remote has none, the one here becomes it. Where the one here has anything that the remote's has not,
        it is set aside: a run was ended between its last commit and its last push.

        Raises:
            PublishingFailed: the remote cannot be reached, or somebody else publishes.

        """
        self._repository.forget()
        for _ in range(_TRIES):
            with suppress(Lost):
                return self._claimed(publisher, clock)
        message = "Others keep changing the ledger at the remote, so it could not be taken."
        raise PublishingFailed(message, "Wait until they have published, and publish again.")

    def _claimed(self, publisher: Publisher, clock: Clock) -> "GitCarriage":
        commit = self._repository.found()
        with _opened(self._repository, commit) if commit else _copied(self._path) as memory:
            _take(memory_engine(memory), publisher, clock)
            ours = self._repository.wrapped(written(memory), clock())
            push(self._repository, ours, commit)
            notices = _laid_down(memory, self._path, clock)
            which = _identity(memory)
        return GitCarriage(self._repository, Copy(path=self._path, identity=which), clock, ours, notices)


class GitCarriage:
    """The ledger in one publisher's hands: where the ref must stand, until this publisher moves it."""

    def __init__(self, repository: Repository, copy: Copy, clock: Clock, commit: str, notices: tuple[str, ...]) -> None:
        self._repository = repository
        self._copy = copy
        self._clock = clock
        self._commit: str | None = commit
        self.notices = notices

    def carry(self) -> None:
        """Put the ledger as it is now into the ref, if that is where this publisher left it.

        Raises:
            PublishingFailed: it is not, or nobody knows. From then on nothing is carried.

        """
        expected, self._commit = self._commit, None
        if expected is None:
            raise PublishingFailed("The ledger could not be carried before, so it is not carried any more.", AGAIN)
        with _copied(self._copy.path) as memory:
            if _identity(memory) != self._copy.identity:
                raise PublishingFailed(f"{self._copy.path} was replaced meanwhile, so it was not carried.", AGAIN)
            ours = self._repository.wrapped(written(memory), self._clock())
        try:
            push(self._repository, ours, expected)
        except Lost:
            raise leases.taken_over(_holder(self._repository)) from None
        self._commit = ours


def read_remote(repository: Repository) -> View | None:
    """Read the remote's ledger as it is now, changing nothing; None where there is none.

    Raises:
        PublishingFailed: the remote cannot be reached, or what it has is no sound ledger.

    """
    try:
        commit = repository.found()
        return View(memory_engine(_fetched(repository, commit))) if commit else None
    finally:
        repository.forget()


def push(repository: Repository, commit: str, expected: str | None) -> None:
    """Move the ref, and find out what became of a push whose answer was lost.

    Raises:
        Lost: somebody else has moved it meanwhile.
        PublishingFailed: the remote does not take it.

    """
    for answer in (repository.pushed(commit, expected) for _ in range(_TRIES)):
        if not answer.code:
            return
        now = repository.found()
        if now == commit:
            return  # it had arrived; only the answer was lost
        if now != expected:
            raise Lost(f"{REF} was moved by somebody else.", AGAIN)
    raise repository.failed(answer, "carrying the ledger")


def _holder(repository: Repository) -> Lease | None:
    """Return who has the remote's ledger by now, if it says so."""
    with suppress(PublishingFailed):
        view = read_remote(repository)
        if view:
            with closing(view), view.read() as connection:
                return leases.current(connection)
    return None


def _fetched(repository: Repository, commit: str) -> sqlite3.Connection:
    """Return the remote's ledger in memory, sound and of our schema."""
    data = repository.brought(commit)
    if data is None:
        raise Lost("The ledger at the remote was moved while it was fetched.", "Publish again.")
    memory = loaded(data)
    engine = memory_engine(memory)
    with looked_through(engine), engine.begin() as connection:
        require_sound(connection, f"at the remote ({REF})")
        schema.bring_to_ours(connection)
    return memory


@contextmanager
def _opened(repository: Repository, commit: str) -> Iterator[sqlite3.Connection]:
    with closing(_fetched(repository, commit)) as memory:
        yield memory


@contextmanager
def _copied(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a copy in memory of the ledger that lies here, as it is at one moment."""
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as memory:
        try:
            with closing(sqlite3.connect(existing(path), uri=True, timeout=0)) as source:
                copy(source, memory)
        except sqlite3.Error as fault:
            raise plainly(f"The ledger {path}", fault) from None
        yield memory


def _identity(memory: sqlite3.Connection) -> str:
    """Return which ledger a copy is."""
    with memory_engine(memory).connect() as connection:
        return schema.identity(connection)


def _take(engine: Engine, publisher: Publisher, clock: Clock) -> None:
    """Write a publisher into a copy of the remote's ledger, unless it has to wait for another."""
    now = clock()
    with told(engine), engine.begin() as connection:
        found = leases.current(connection)
        if found and found.owner != publisher.owner and not (found.is_over(now) or publisher.follows(found)):
            raise leases.turned_away(
                found, f"If that run was ended, its place is free at {leases.moment(found.until)}."
            )
        leases.take(connection, publisher, now)


def _laid_down(memory: sqlite3.Connection, path: Path, clock: Clock) -> tuple[str, ...]:
    """Put a ledger in the place of the one that lies here, in one transaction; say what was set aside."""
    try:
        with closing(sqlite3.connect(existing(path), uri=True, timeout=0)) as here:
            notices = _set_aside(here, path, clock) if _has_more(memory, path) else ()
            copy(memory, here)
    except (sqlite3.Error, OSError) as fault:
        raise plainly(f"The ledger {path}", fault) from None
    return notices


def _has_more(memory: sqlite3.Connection, path: Path) -> bool:
    """Tell whether the ledger that lies here has a row that the other has not."""
    memory.execute("ATTACH ? AS here", (str(path),))
    try:
        return any(memory.execute(_rows_more(table)).fetchone() for table in _WORK)
    finally:
        memory.execute("DETACH here")


def _rows_more(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f"SELECT {columns} FROM here.{table.name} EXCEPT SELECT {columns} FROM main.{table.name} LIMIT 1"  # noqa: S608  names of ours


def _set_aside(here: sqlite3.Connection, path: Path, clock: Clock) -> tuple[str, ...]:
    """Keep a copy of the ledger that lies here, readable by its owner alone."""
    aside = path.with_name(f"{path.stem}-aside-{clock().astimezone(UTC):%Y%m%dT%H%M%S%f}{path.suffix}")
    os.close(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(aside)) as kept:
        copy(here, kept)
    message = (
        f"A run on this machine was ended before all that it had written was carried. The ledger at the remote counts; "
        f"what was here is kept as {aside.name}, and tells more of what that run sent last."
    )
    return (message,)
