"""A ledger that git carries: fetched, set aside, brought back by compare-and-swap, and found again after a death."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from tests.publish.ledger.gits import held, in_git_of, when, with_git
from tests.publish.ledger.kinds import NOON, Machine, publisher
from tests.publish.ledger.processes import in_a_child

from pressroom.errors import PublishingFailed, Unreadable
from pressroom.publish.desired import Item
from pressroom.publish.ledger.carrying import GitCarrier
from pressroom.publish.ledger.items import import_items, items_of
from pressroom.publish.ledger.keys import fingerprint
from pressroom.publish.ledger.plumbing import FILE, REF, Repository
from pressroom.publish.ledger.tables import SCHEMA, copies, facts, mailings, sends

OLD = Item(kind="issue", id="2026-10")
NEW = Item(kind="issue", id="2026-11")


def in_remote(machine: Machine, *words: str) -> bytes:
    command = ["git", "-C", str(machine.root.parent / "remote.git"), *words]
    return subprocess.run(command, check=True, capture_output=True).stdout


def items_at_the_remote(machine: Machine) -> list[str]:
    view = machine.read()
    assert view
    known = [record.item.name for record in items_of(view)]
    view.close()
    return known


def test_the_ref_holds_one_file_in_a_commit_without_a_past(in_git: Machine) -> None:
    for _ in range(2):
        with held(in_git) as ledger:
            ledger.checkpoint()
    assert in_remote(in_git, "for-each-ref", "--format=%(refname)").decode().split() == [REF]
    assert in_remote(in_git, "log", "--format=%an %ad", "--date=unix", REF).decode() == f"Pressroom {NOON:%s}\n"
    assert in_remote(in_git, "ls-tree", "-r", "--name-only", REF).decode() == f"{FILE}\n"


def test_the_publications_own_repository_does_not_grow(in_git: Machine) -> None:
    with held(in_git) as ledger:
        ledger.checkpoint()
        few = sum(1 for path in (in_git.root / ".pressroom" / "carrying").rglob("*") if path.is_file())
    assert few == len(["commit", "tree", "blob"])
    counted = subprocess.run(["git", "-C", in_git.root, "count-objects"], check=True, capture_output=True, text=True)
    assert counted.stdout.startswith("0 objects")
    assert not list((in_git.root / ".git" / "refs").rglob("*/*"))


def test_no_address_can_be_found_in_what_is_carried(in_git: Machine) -> None:
    address = "canary.reader@example.com"
    with held(in_git) as ledger:
        import_items(ledger, [OLD])
        with ledger.begin() as connection:
            connection.execute(insert(sends).values(id=1, issue=OLD.id, revision=0, frozen="now"))
            mailing = {"send": 1, "audience": "all", "edition": "en", "digest": "d", "message": b"Dear colleagues"}
            connection.execute(insert(mailings).values(id=1, **mailing, date="now", total=1))
            copy = {"send": 1, "fingerprint": fingerprint(b"k" * 32, address), "mailing": 1, "position": 1}
            connection.execute(insert(copies).values(**copy, state="sent", attempts=1, changed="now", reply="250 Ok"))
    carried = in_remote(in_git, "cat-file", "blob", f"{REF}:{FILE}")
    assert b"Dear colleagues" in carried
    assert fingerprint(b"k" * 32, address) in carried
    for canary in (b"canary", b"example.com"):
        assert canary not in carried


def test_where_the_remote_has_none_the_one_here_becomes_it(in_git: Machine) -> None:
    before = replace(in_git, kind="sqlite")
    with held(before) as ledger:
        import_items(ledger, [OLD])
    with held(in_git):
        pass
    assert items_at_the_remote(in_git.other()) == [OLD.name]


def test_one_that_is_behind_is_replaced_without_a_word(in_git: Machine) -> None:
    other = in_git.other()
    with held(in_git) as ledger:
        import_items(ledger, [OLD])
    with held(other) as ledger:
        import_items(ledger, [NEW])
    with held(in_git) as ledger:
        assert ledger.notices == ()
        assert [record.item for record in items_of(ledger)] == [OLD, NEW]
        with ledger.begin() as connection:
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_what_was_not_carried_is_set_aside_and_the_remote_counts(in_git: Machine) -> None:
    with held(in_git) as ledger:
        import_items(ledger, [OLD])

    def work() -> None:
        with held(in_git) as ledger:
            import_items(ledger, [NEW])
            os.kill(os.getpid(), 9)

    in_a_child(work)
    with held(in_git) as ledger:
        assert [record.item for record in items_of(ledger)] == [OLD]
        (notice,) = ledger.notices
    (aside,) = in_git.root.glob(".pressroom/ledger-aside-*.sqlite")
    assert aside.name in notice
    assert aside.stat().st_mode & 0o777 == 0o600
    connection = sqlite3.connect(aside)
    assert connection.execute("SELECT id FROM items ORDER BY id").fetchall() == [(OLD.id,), (NEW.id,)]
    connection.close()


def test_a_push_whose_answer_was_lost_is_found_to_be_ours(in_git: Machine) -> None:
    deaf = with_git(in_git, after=when("push", "exit 1"))
    with held(deaf) as ledger:
        import_items(ledger, [OLD])
        ledger.checkpoint()
    assert items_at_the_remote(in_git.other()) == [OLD.name]


def test_a_push_that_did_not_arrive_is_tried_again(in_git: Machine) -> None:
    once = in_git.root.parent / "once"
    shaky = with_git(in_git, before=when("push", f"[ -e {once} ] || {{ touch {once}; exit 1; }}"))
    with held(shaky) as ledger:
        import_items(ledger, [OLD])
    assert once.exists()
    assert items_at_the_remote(in_git) == [OLD.name]


def test_a_push_that_never_arrives_is_told_and_nothing_is_held(in_git: Machine) -> None:
    silent = with_git(in_git, before=when("push", 'echo "fatal: the server is on fire" >&2; exit 1'))
    with (
        pytest.raises(PublishingFailed, match="carrying the ledger: fatal: the server is on fire") as told,
        held(silent),
    ):
        pytest.fail("it could not be taken")
    assert "publish again" in told.value.hint
    with held(in_git):
        pass


def test_a_remote_that_refuses_the_ref_is_told(in_git: Machine) -> None:
    hook = in_git.root.parent / "remote.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'not here' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(PublishingFailed, match="not here") as told, held(in_git):
        pytest.fail("it could not be taken")
    assert REF in told.value.hint


def test_a_remote_that_is_lost_in_the_middle_stops_the_run_and_the_next_goes_on(in_git: Machine) -> None:
    remote, away = in_git.root.parent / "remote.git", in_git.root.parent / "away.git"
    with pytest.raises(PublishingFailed, match="not carried any more"), held(in_git) as ledger:  # noqa: PT012  at its end
        import_items(ledger, [OLD])
        ledger.checkpoint()
        remote.rename(away)
        with pytest.raises(PublishingFailed, match="git failed"):
            ledger.checkpoint()
    away.rename(remote)
    in_git.clock.jump(11)
    with held(in_git) as ledger:
        assert [record.item for record in items_of(ledger)] == [OLD]


def test_a_call_that_takes_too_long_is_ended(in_git: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = with_git(in_git, before=when("ls-remote", "exec sleep 60"))
    monkeypatch.setattr("pressroom.publish.ledger.plumbing.Repository.__init__.__kwdefaults__", {"patience": 0.5})
    with pytest.raises(PublishingFailed, match=r"took more than 0\.5 seconds"), held(slow):
        pytest.fail("it could not be taken")


@pytest.mark.parametrize(
    "address", ["https://user:canary@127.0.0.1:1/x.git", "https://can:ary@canary@127.0.0.1:1/x?token=canary"]
)
def test_a_password_in_the_remotes_address_is_never_told(in_git: Machine, address: str) -> None:
    machine = replace(in_git, environment={**in_git.environment, "PRESSROOM_LEDGER_REMOTE": address, "GIT_TRACE": "1"})
    with pytest.raises(PublishingFailed, match="git failed") as told, held(machine):
        pytest.fail("it could not be taken")
    assert "canary" not in told.value.message + told.value.hint
    assert "127.0.0.1" in told.value.message


def test_another_remote_may_keep_it(in_git: Machine) -> None:
    other = in_git.root.parent / "other.git"
    subprocess.run(["git", "init", "--quiet", "--bare", other], check=True)
    subprocess.run(["git", "-C", in_git.root, "remote", "add", "book", other], check=True)
    machine = replace(in_git, environment={**in_git.environment, "PRESSROOM_LEDGER_REMOTE": "book"})
    with held(machine):
        pass
    assert in_git.read() is None
    view = machine.read()
    assert view
    view.close()


def test_an_option_is_no_remote(in_git: Machine) -> None:
    machine = replace(in_git, environment={**in_git.environment, "PRESSROOM_LEDGER_REMOTE": "--upload-pack=touch x"})
    with pytest.raises(Unreadable, match="no name of a remote"):
        machine.open()


def test_without_a_repository_it_says_so(in_git: Machine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**in_git.environment, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    with pytest.raises(PublishingFailed, match="not a git repository") as told:
        replace(in_git, root=elsewhere, environment=environment).open()
    assert "here is none" in told.value.hint


def test_without_git_it_says_so(in_git: Machine) -> None:
    with pytest.raises(PublishingFailed, match="needs git"):
        replace(in_git, environment={"PATH": "/nowhere"}).open()


def put(machine: Machine, data: bytes) -> None:
    """Put something into the ref."""
    repository = in_git_of(machine)
    blob = repository("hash-object", "-w", "--stdin", feed=data)
    tree = repository("mktree", feed=f"100600 blob {blob}\t{FILE}\n".encode())
    commit = repository("-c", "user.name=x", "-c", "user.email=x", "commit-tree", tree, "-m", "x", feed=b"")
    repository("update-ref", REF, commit, feed=b"")


def test_what_is_damaged_at_the_remote_is_refused(in_git: Machine) -> None:
    with held(in_git) as ledger:
        import_items(ledger, [Item(kind="issue", id=f"{number:060}") for number in range(500)])
    good = in_remote(in_git, "cat-file", "blob", f"{REF}:{FILE}")
    for bad in (b"garbage", b"", good[:8192], good[: len(good) // 2] + b"\xff" * (len(good) // 2)):
        put(in_git, bad)
        with pytest.raises(PublishingFailed, match="damaged"), held(in_git):
            pytest.fail("it is damaged")
        with pytest.raises(PublishingFailed, match="damaged"):
            in_git.other().read()
    put(in_git, good)
    with held(in_git):
        pass


def test_a_newer_one_at_the_remote_is_refused(in_git: Machine) -> None:
    with held(in_git) as ledger, ledger.begin() as connection:
        connection.execute(update(facts).where(facts.c.name == "schema").values(value=str(SCHEMA + 1)))
    with pytest.raises(PublishingFailed, match="newer Pressroom"), held(in_git.other()):
        pytest.fail("it is newer")


def test_a_ref_that_moves_while_it_is_fetched_is_looked_at_again(in_git: Machine) -> None:
    other = in_git.other()
    with held(in_git):
        pass
    remote, once = in_git.root.parent / "remote.git", in_git.root.parent / "once"
    stale = with_git(
        other,
        before=when("fetch", f"[ -e {once} ] || {{ touch {once}; git -C {remote} update-ref -d {REF}; exit 1; }}"),
    )
    with held(stale) as ledger:
        import_items(ledger, [OLD])
    assert items_at_the_remote(in_git) == [OLD.name]


def test_a_ref_that_never_stands_still_is_told(in_git: Machine) -> None:
    with held(in_git):
        pass
    git = f"env -u GIT_OBJECT_DIRECTORY git -C {in_git.root.parent}/remote.git -c user.name=x -c user.email=x"
    commit = f"$({git} commit-tree -m $number $({git} rev-parse {REF}^{{tree}}))"
    move = when("push", f"{git} update-ref {REF} {commit}")
    with pytest.raises(PublishingFailed, match="keep changing"), held(with_git(in_git, before=move)):
        pytest.fail("it moved")


def test_reading_at_the_remote_leaves_nothing_behind(
    in_git: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held(in_git) as ledger:
        import_items(ledger, [OLD])
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    view = in_git.other().read()
    assert view
    with view.read() as connection:
        assert connection.execute(select(facts.c.value).where(facts.c.name == "begun")).scalar()
    view.close()
    assert not list(folder.iterdir())


def test_a_ref_that_is_deleted_in_the_middle_stops_the_run(in_git: Machine) -> None:
    with suppress(PublishingFailed), held(in_git) as ledger:
        in_git_of(in_git)("update-ref", "-d", REF, feed=b"")
        with pytest.raises(PublishingFailed, match="taken by another run"):
            ledger.checkpoint()


def test_a_ref_of_a_longer_name_is_another(in_git: Machine) -> None:
    put(in_git, b"garbage")
    in_git_of(in_git)("update-ref", f"refs/heads/{REF}", REF, feed=b"")
    in_git_of(in_git)("update-ref", "-d", REF, feed=b"")
    assert in_git.read() is None


def test_a_copy_that_is_replaced_in_the_middle_is_not_carried(in_git: Machine) -> None:
    path = in_git.root / ".pressroom" / "ledger.sqlite"
    with held(in_git) as ledger:
        import_items(ledger, [OLD])
    with suppress(PublishingFailed), held(in_git) as ledger:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE facts SET value = 'other' WHERE name = 'identity'")
            connection.execute("DELETE FROM items")
        with pytest.raises(PublishingFailed, match="was replaced meanwhile"):
            ledger.checkpoint()
    assert items_at_the_remote(in_git) == [OLD.name]


def test_where_nothing_can_be_made_ready_for_git_it_says_so(in_git: Machine) -> None:
    folder = in_git.root / ".pressroom" / "carrying"
    with suppress(PublishingFailed), held(in_git) as ledger:
        shutil.rmtree(folder)
        folder.write_text("a file where the folder belongs")
        with pytest.raises(PublishingFailed, match="cannot be made ready for git"):
            ledger.checkpoint()
        folder.unlink()


def test_a_copy_that_is_gone_is_told(in_git: Machine) -> None:
    objects = in_git.root.parent / "objects"
    carrier = GitCarrier(Repository(in_git.root, objects, in_git.environment), in_git.root / "nowhere.sqlite")
    with pytest.raises(PublishingFailed, match="cannot be opened"):
        carrier.fetch(publisher("me"), in_git.clock)
    with held(in_git):
        pass
    with pytest.raises(PublishingFailed, match="cannot be opened"):
        carrier.fetch(publisher("me"), in_git.clock)
    assert not (in_git.root / "nowhere.sqlite").exists()
