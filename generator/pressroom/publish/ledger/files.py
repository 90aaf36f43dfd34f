"""A ledger in a SQLite file: opened, begun, or read without a trace."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from pressroom.errors import PublishingFailed
from pressroom.plain import open_plain
from pressroom.publish.ledger import schema
from pressroom.publish.ledger.copies import PATIENCE, copy, existing, memory_engine
from pressroom.publish.ledger.driving import run
from pressroom.publish.ledger.faults import AGAIN, BACKUP, looked_through, plainly, told
from pressroom.publish.ledger.laying import lay
from pressroom.publish.ledger.ledger import READING, Carrier, Clock, Ledger, Stationary, View, real_time
from pressroom.publish.ledger.locks import FileLock
from pressroom.publish.ledger.soundness import require_sound
from pressroom.publish.ledger.tables import APPLICATION

LOCK: Final = "publish.lock"
"""The file that one publisher holds at a time, beside the ledger."""

_WAL_MAGIC: Final = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""How a write-ahead log begins: https://sqlite.org/fileformat2.html#the_write_ahead_log."""


def open_sqlite(
    path: Path, carrier: Carrier | None = None, *, clock: Clock = real_time, patience: float = PATIENCE
) -> Ledger:
    """Open the ledger in a file, or begin it.

    Raises:
        PublishingFailed: it is damaged, another program's, or of a newer schema, or cannot be read or written.

    """
    with _reachable(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.path.lexists(path):
            _begin(path, clock)
    _require_sound(path, patience)
    with _reachable(path):
        path.chmod(0o600)
    engine = _engine(path, patience)
    with looked_through(engine), engine.begin() as connection:
        schema.bring_to_ours(connection)
    return Ledger(engine, FileLock(path.parent / LOCK, path), carrier or Stationary(), clock)


def read_sqlite(path: Path, *, patience: float = PATIENCE) -> View | None:
    """Read the ledger in a file as it is now, changing nothing; None where there is none.

    Raises:
        PublishingFailed: it is damaged, another program's, or of a newer schema, or cannot be read.

    """
    with _reachable(path):
        if not os.path.lexists(path):
            return None
        _require_plain_folder(path.parent)
        _require_plain(path)
    view = View(memory_engine(_copied(path, patience)))
    with looked_through(view.engine), view.read() as connection:
        require_sound(connection, str(path))
        schema.bring_to_ours(connection)
    return view


def _require_sound(path: Path, patience: float) -> None:
    """Look through a copy: SQLite would write a log that lies beside it into one that is damaged or a stranger's."""
    view = read_sqlite(path, patience=patience)
    if view:
        view.close()


def _copied(path: Path, patience: float) -> sqlite3.Connection:
    """Return all of a ledger in memory.

    A file without a log beside it is whole in itself, and is read so, since SQLite would make the log even to read.
    """
    resting = not path.with_name(f"{path.name}-wal").exists()
    address = f"file:{quote(str(path))}?mode=ro{'&immutable=1' if resting else ''}"
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as source:
            copy(source, memory, patience)
    except sqlite3.Error as fault:
        memory.close()
        raise plainly(f"The ledger {path}", fault) from None
    return memory


def _begin(path: Path, clock: Clock) -> None:
    """Make a new ledger beside its place, and put it there whole, unless another process has done so meanwhile.

    So a ledger is never seen empty, and one that is empty was damaged.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".ledger-")
    os.close(handle)
    engine = _engine(Path(name), PATIENCE)
    try:
        with told(engine, f"The ledger {path}"), engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            schema.lay_out(connection, clock)
        engine.dispose()
        lay(Path(name), path)
    finally:
        Path(name).unlink()


def _require_plain_folder(folder: Path) -> None:
    if folder.is_symlink():
        message = f"{folder} is a symbolic link, and what is kept there could be anybody's."
        raise PublishingFailed(message, "Delete the link. If somebody's pull request brought it, ask why.")


def _require_plain(path: Path) -> None:
    """Look at the file and at what lies beside it, without opening it: SQLite's locks end when anybody closes it."""
    log = path.with_name(f"{path.name}-wal")
    for beside in (path, log, path.with_name(f"{path.name}-shm")):
        about = _about(beside)
        if about and not stat.S_ISREG(about.st_mode):
            message = f"{beside} is a link or something else that is no plain file, so it is not opened."
            raise PublishingFailed(message, "Delete it. If somebody's pull request brought it, ask why.")
    if not path.lstat().st_size:
        raise PublishingFailed(f"The ledger {path} is empty: something has emptied it.", BACKUP)
    _require_whole_log(log)


def _require_whole_log(log: Path) -> None:
    """Refuse a log whose head is damaged: SQLite would leave it out without a word, and with it what went out last."""
    try:
        with open_plain(log) as file:
            head = file.read(4)
    except FileNotFoundError:
        return
    if head.strip(b"\0") and head not in _WAL_MAGIC:
        raise PublishingFailed(f"The ledger's log {log} is damaged.", BACKUP)


def _about(path: Path) -> os.stat_result | None:
    """Return what the system says of a file; None where there is none, which the next moment may change."""
    with suppress(FileNotFoundError):
        return path.lstat()
    return None


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    """Tell what the system says of a file or folder."""
    try:
        yield
    except OSError as fault:
        raise PublishingFailed(f"The ledger {path} cannot be reached: {fault.strerror}.", AGAIN) from fault


def _engine(path: Path, patience: float) -> Engine:
    connect = partial(sqlite3.connect, existing(path), uri=True, timeout=patience, check_same_thread=False)
    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_transaction)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Have what is committed survive a power cut, and have transactions begin where we say."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32768", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_transaction(connection: Connection) -> None:
    """Have those that write follow each other from their beginning on; those that read disturb nobody."""
    reading = connection.get_execution_options().get(READING)
    run(connection, "BEGIN" if reading else "BEGIN IMMEDIATE")
