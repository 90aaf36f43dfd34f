"""A disk that is really full: a small file system in memory, of which only this test knows."""

import subprocess
import sys
from pathlib import Path

from tests.parts import as_root, leave_out

_WORK = """
import os, sys
from pathlib import Path
from sqlalchemy import insert
from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.files import open_sqlite
from pressroom.publish.ledger.keys import fingerprint_key
from pressroom.publish.ledger.tables import facts

folder = Path(sys.argv[1])
ballast = folder / "ballast"

def fill(spare):
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    os.truncate(ballast, ballast.stat().st_size - spare)

def attempt(work):
    try:
        work()
    except Exception as fault:
        print(type(fault).__name__, fault)
    else:
        print("done")

def write(name):
    with ledger.begin() as connection:
        connection.execute(insert(facts).values(name=name, value="x" * 100_000))

fill(0)
attempt(lambda: open_sqlite(folder / "ledger.sqlite"))
attempt(lambda: fingerprint_key("sqlite", folder / "key", {}))
print(sorted(path.name for path in folder.iterdir()))
ballast.unlink()
ledger = open_sqlite(folder / "ledger.sqlite")
fill(0)
attempt(lambda: write("first"))
ballast.unlink()
attempt(lambda: write("second"))
ledger.close()
fill(0)
attempt(lambda: open_sqlite(folder / "ledger.sqlite"))
ballast.unlink()
ledger = open_sqlite(folder / "ledger.sqlite")
with ledger.read() as connection:
    print(sorted(connection.scalars(facts.select().where(facts.c.name.in_(["first", "second"])))))
ledger.close()
"""


def test_a_full_disk_is_told_and_once_there_is_room_it_goes_on(tmp_path: Path) -> None:
    said = on_a_small_disk(tmp_path)
    ledger = f"The ledger {tmp_path / 'ledger.sqlite'}"
    assert said[:3] == [
        f"PublishingFailed {ledger} cannot be used: the disk is full.",
        f"Unwritable The key {tmp_path / 'key'} cannot be kept: No space left on device.",
        "['ballast']",
    ]
    assert said[3] == f"PublishingFailed {ledger} cannot be used: the disk is full."
    assert said[4] == "done"
    assert said[5] == f"PublishingFailed {ledger} cannot be used: the disk is full, or broken."
    assert said[6] == "['second']"


def on_a_small_disk(folder: Path) -> list[str]:
    """Do the work where a file system of one megabyte lies on the folder."""
    root = as_root()
    become = [*(root or []), "unshare", "--mount", *(["--map-root-user"] if root is None else [])]
    mount = f'mount -t tmpfs -o size=1m,mode=777 none "{folder}"'
    if subprocess.run([*become, "sh", "-c", mount], capture_output=True, check=False).returncode:
        leave_out("this system lets nobody mount a small disk, and this test needs one")
    source = Path(__file__).parents[3] / "generator"
    command = ["env", f"PYTHONPATH={source}", sys.executable, "-c", _WORK, str(folder)]
    done = subprocess.run(
        [*become, "sh", "-c", f'{mount} && exec "$@"', "sh", *command], capture_output=True, check=False, text=True
    )
    assert not done.returncode, done.stderr
    return done.stdout.splitlines()
