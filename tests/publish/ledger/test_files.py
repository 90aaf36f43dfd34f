"""A ledger in a file: made whole, opened with care, refused where it cannot be trusted."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, text, update
from tests.publish.ledger.kinds import publisher
from tests.publish.ledger.processes import in_a_child

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.files import open_sqlite, read_sqlite
from pressroom.publish.ledger.holding import holding
from pressroom.publish.ledger.tables import APPLICATION, SCHEMA, copies, facts, runs

PATIENCE = 0.05


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".pressroom" / "ledger.sqlite"


def filled(path: Path, rows: int = 2000) -> None:
    """Lay out a ledger of many pages."""
    ledger = open_sqlite(path)
    with ledger.begin() as connection:
        row = {"instant": "x" * 40, "commit": "c", "label": "l", "begun": "b"}
        connection.execute(insert(runs), [{"id": f"{number:032}", **row} for number in range(rows)])
    ledger.close()


def killed_while_writing(path: Path) -> None:
    """Leave a ledger as a process does that is killed: with a log beside it that holds what it wrote last."""

    def work() -> None:
        ledger = open_sqlite(path)
        with ledger.begin() as connection:
            connection.execute(insert(facts).values(name="last", value="written"))
        os.kill(os.getpid(), 9)

    in_a_child(work)
    assert path.with_name("ledger.sqlite-wal").stat().st_size


def opened_and_read(path: Path) -> list[Callable[[], object]]:
    return [lambda: open_sqlite(path, patience=PATIENCE), lambda: read_sqlite(path, patience=PATIENCE)]


def refused(path: Path, words: str) -> None:
    """Make sure that both doors are shut, with these words, and that nothing is touched."""
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    for door in opened_and_read(path):
        with pytest.raises(PublishingFailed, match=words) as told:
            door()
        assert told.value.hint
    after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    assert {file.name for file in before} <= {file.name for file in after}
    assert after[path] == before[path] if path in before else path not in after


def test_it_is_its_owners_alone(path: Path) -> None:
    open_sqlite(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_one_that_others_could_read_is_shut(path: Path) -> None:
    open_sqlite(path).close()
    path.chmod(0o644)
    open_sqlite(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_committed_is_on_the_disk(path: Path) -> None:
    ledger = open_sqlite(path)
    with ledger.begin() as connection:
        asked = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")]
    assert asked == ["wal", 2]
    ledger.close()


def test_it_says_whose_it_is(path: Path) -> None:
    open_sqlite(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)


def test_nothing_else_is_left_beside_it(path: Path) -> None:
    open_sqlite(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["ledger.sqlite"]


def test_what_a_killed_process_had_committed_is_there(path: Path) -> None:
    killed_while_writing(path)
    for view in (read_sqlite(path), open_sqlite(path)):
        assert view
        with view.read() as connection:
            assert connection.execute(text("SELECT value FROM facts WHERE name = 'last'")).scalar() == "written"
        view.close()


def test_an_empty_file_was_emptied_by_somebody(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    refused(path, "empty")


def test_a_file_that_is_no_database_is_damaged(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("not a database at all, and longer than the head of one would be" * 20)
    refused(path, "damaged")


def test_a_page_that_is_damaged_is_found(path: Path) -> None:
    filled(path)
    data = bytearray(path.read_bytes())
    data[-6 * 4096 : -2 * 4096] = b"\xff" * (4 * 4096)
    path.write_bytes(data)
    refused(path, "damaged")


def test_a_file_that_was_cut_is_found(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[: 10 * 4096])
    refused(path, "damaged")


def test_a_damaged_head_is_found_with_a_log_beside_it(path: Path) -> None:
    filled(path)
    killed_while_writing(path)
    data = path.read_bytes()
    path.write_bytes(b"\xff" * 4096 + data[4096:])
    log = path.with_name("ledger.sqlite-wal")
    log.write_bytes(log.read_bytes()[:32])
    refused(path, "damaged")


def test_a_damaged_log_is_not_passed_over(path: Path) -> None:
    killed_while_writing(path)
    log = path.with_name("ledger.sqlite-wal")
    log.write_bytes(b"garbage " + log.read_bytes()[8:])
    refused(path, "log .* is damaged")


def test_a_log_that_was_never_written_is_no_fault(path: Path) -> None:
    open_sqlite(path).close()
    path.with_name("ledger.sqlite-wal").write_bytes(bytes(64))
    open_sqlite(path).close()


def test_another_programs_database_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE facts (name, value)")
    refused(path, "another program")


def test_one_of_ours_without_a_ledger_in_it_is_refused(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("CREATE TABLE other (name)")
    refused(path, "no ledger")


@pytest.mark.parametrize(
    ("schema", "words"), [(str(SCHEMA + 1), "newer Pressroom"), ("0", "schema 0"), ("?", "schema")]
)
def test_a_schema_that_is_not_known_is_refused(path: Path, schema: str, words: str) -> None:
    ledger = open_sqlite(path)
    with ledger.begin() as connection:
        connection.execute(update(facts).where(facts.c.name == "schema").values(value=schema))
    ledger.close()
    refused(path, words)


@pytest.mark.parametrize("name", ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"])
def test_a_symbolic_link_is_not_followed(path: Path, tmp_path: Path, name: str) -> None:
    open_sqlite(path).close()
    elsewhere = tmp_path / "elsewhere"
    shutil.copy(path, elsewhere)
    link = path.with_name(name)
    link.unlink(missing_ok=True)
    link.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    refused(path, "no plain file")
    assert elsewhere.read_bytes() == before


def test_a_folder_that_is_a_symbolic_link_is_refused(path: Path, tmp_path: Path) -> None:
    open_sqlite(path).close()
    path.parent.rename(tmp_path / "elsewhere")
    path.parent.symlink_to("elsewhere")
    refused(path, "symbolic link")


def test_a_folder_or_a_pipe_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    refused(path, "no plain file")
    path.rmdir()
    os.mkfifo(path)
    for door in opened_and_read(path):
        with pytest.raises(PublishingFailed, match="no plain file"):
            door()


def test_a_place_that_cannot_be_reached_is_told(path: Path) -> None:
    path.parent.write_text("a file where the folder belongs")
    with pytest.raises(PublishingFailed, match="cannot be reached: File exists"):
        open_sqlite(path)
    with pytest.raises(PublishingFailed, match="cannot be reached: Not a directory"):
        open_sqlite(path / "deeper")


@pytest.mark.parametrize("program", ["PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", "BEGIN EXCLUSIVE"])
def test_one_that_another_program_has_locked_is_told_and_opens_later(path: Path, program: str) -> None:
    open_sqlite(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.executescript(program)
        with pytest.raises(PublishingFailed, match="it is locked") as told:
            open_sqlite(path, patience=PATIENCE)
        assert "Another program has it open" in told.value.hint
    open_sqlite(path, patience=PATIENCE).close()


def test_a_lock_that_comes_in_the_middle_is_told(path: Path) -> None:
    ledger = open_sqlite(path, patience=PATIENCE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PublishingFailed, match="it is locked"), ledger.begin():
            pytest.fail("it was locked")
    with ledger.begin() as connection:
        connection.execute(insert(facts).values(name="after", value="all"))
    ledger.close()


def test_what_it_refuses_is_told_without_the_values(path: Path) -> None:
    ledger = open_sqlite(path)
    row = {"send": 1, "fingerprint": b"canary", "mailing": 1, "position": 1, "state": "canary", "attempts": 0}
    with pytest.raises(PublishingFailed, match="cannot be used") as told, ledger.begin() as connection:
        connection.execute(insert(copies).values(**row, changed="canary", reply="canary"))
    assert "canary" not in f"{told.value.message} {told.value.hint}"
    ledger.close()


def test_a_ledger_that_may_not_be_written_is_told(shared: Path) -> None:
    path = shared / "ledger.sqlite"
    filled(path, 1)
    path.chmod(0o444)
    shared.chmod(0o755)

    def work() -> str:
        with pytest.raises(PublishingFailed) as told:
            open_sqlite(path)
        return told.value.message

    assert "cannot be reached: Operation not permitted" in in_a_child(work, as_nobody=True)


def test_one_in_a_folder_that_may_not_be_written_can_still_be_read(shared: Path) -> None:
    path = shared / "ledger.sqlite"
    filled(path, 1)
    path.chmod(0o644)
    shared.chmod(0o555)

    def work() -> str:
        view = read_sqlite(path)
        assert view
        with view.read() as connection:
            return str(connection.execute(text("SELECT count(*) FROM runs")).scalar())

    assert in_a_child(work, as_nobody=True) == "1"


def test_a_ledger_cannot_begin_where_nothing_may_be_written(shared: Path) -> None:
    shared.chmod(0o555)

    def work() -> str:
        with pytest.raises(PublishingFailed) as told:
            open_sqlite(shared / "ledger.sqlite")
        return told.value.message

    assert "cannot be reached: Permission denied" in in_a_child(work, as_nobody=True)


def test_a_lock_file_that_is_a_link_is_not_followed(path: Path, tmp_path: Path) -> None:
    ledger = open_sqlite(path)
    (path.parent / "publish.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PublishingFailed, match="cannot be opened"), holding(ledger, publisher("me")):
        pytest.fail("it followed a link")
    assert not (tmp_path / "elsewhere").exists()
    ledger.close()


def test_a_lock_file_that_is_deleted_meanwhile_stops_the_run(path: Path) -> None:
    ledger, other = open_sqlite(path), open_sqlite(path)
    with holding(ledger, publisher("first")) as held:
        (path.parent / "publish.lock").unlink()
        with pytest.raises(PublishingFailed, match="was deleted or replaced"):
            held.checkpoint()
        with holding(other, publisher("second")):
            with pytest.raises(PublishingFailed, match="taken by second"), held.begin():
                pytest.fail("two write at once")
            with pytest.raises(PublishingFailed, match="was deleted or replaced"):
                held.checkpoint()
    ledger.close()
    other.close()


@pytest.mark.parametrize("name", ["publish.lock", "ledger.sqlite"])
def test_whoever_loses_its_file_while_it_publishes_stops(path: Path, name: str) -> None:
    ledger = open_sqlite(path)
    with holding(ledger, publisher("me")) as held:
        held.checkpoint()
        path.with_name(name).rename(path.with_name("elsewhere"))
        with pytest.raises(PublishingFailed, match=f"{name} was deleted or replaced"):
            held.checkpoint()
        path.with_name("elsewhere").rename(path.with_name(name))
        held.checkpoint()
    ledger.close()


def test_a_ledger_that_is_deleted_is_not_begun_anew_by_a_transaction(path: Path) -> None:
    ledger = open_sqlite(path)
    ledger.close()
    path.unlink()
    with pytest.raises(PublishingFailed, match="cannot be opened"), ledger.begin():
        pytest.fail("it was begun anew")
    assert not path.exists()


def test_a_lock_whose_holder_says_nothing_is_told(path: Path) -> None:
    ledger = open_sqlite(path)
    with (path.parent / "publish.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(PublishingFailed, match="Another run has just ended"), holding(ledger, publisher("me")):
            pytest.fail("two publish at once")
    ledger.close()
