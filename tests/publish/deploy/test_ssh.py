"""Over ssh, to a real server: who is let in, what is checked there, and what goes wrong on the way."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.publish.deploy.disks import disk
from tests.publish.deploy.grounds import Ground, Served
from tests.publish.deploy.servers import Machine, free_port
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.ssh import faults
from pressroom.publish.deploy.ssh.place import place_of
from pressroom.publish.deploy.target import Silence


@pytest.fixture
def ground(machine: Machine, tmp_path: Path) -> Ground:
    folder = tmp_path / "far away"
    return Ground(machine.address(folder), tmp_path, Served(folder), machine.environment)


def _refusal(ground: Ground, **environment: str) -> PublishingFailed:
    own: Mapping[str, str] = {**ground.environment, **environment}
    with replace(ground, environment=own).target() as target, pytest.raises(PublishingFailed) as fault:
        target.probe()
    return fault.value


def test_a_machine_that_nobody_vouches_for_is_refused(ground: Ground, tmp_path: Path) -> None:
    (tmp_path / "none known").write_text("")
    fault = _refusal(ground, PRESSROOM_SSH_KNOWN_HOSTS=str(tmp_path / "none known"))
    assert "is not known here" in fault.message
    assert "known_hosts" in fault.hint


def test_a_machine_that_is_another_by_now_is_refused(ground: Ground, machine: Machine, tmp_path: Path) -> None:
    other = (machine.folder / "stranger.pub").read_text().rpartition(" ")[0]
    (tmp_path / "known").write_text(f"[127.0.0.1]:{machine.port} {other}\n")
    fault = _refusal(ground, PRESSROOM_SSH_KNOWN_HOSTS=str(tmp_path / "known"))
    assert "its host key has changed" in fault.message
    assert "publish nothing" in fault.hint


def test_a_key_that_is_not_taken_is_told(ground: Ground, machine: Machine) -> None:
    fault = _refusal(ground, PRESSROOM_SSH_KEY=str(machine.folder / "stranger"))
    assert "does not let us in" in fault.message
    assert "authorized_keys" in fault.hint


def test_a_port_at_which_nobody_listens_is_told(ground: Ground, machine: Machine) -> None:
    nobody = ground.to.replace(f":{machine.port}/", f":{free_port()}/")
    fault = _refusal(replace(ground, to=nobody))
    assert "no ssh server listens there" in fault.message


def test_a_machine_without_ssh_is_told(ground: Ground) -> None:
    assert "no ssh on this machine" in _refusal(ground, PATH="/nowhere").message


def test_a_full_disk_there_is_told_and_leaves_what_was_live(machine: Machine, tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=256k") as small:
        ground = Ground(machine.address(small / "www"), tmp_path, Served(small / "www"), machine.environment)
        site = newsletter("2026-10")
        ground.deploy(built(tmp_path / "site", site))
        large = built(tmp_path / "site", {**site, "podcast/2026-10/talk.mp3": "x" * 400_000}, run="run-2")
        with ground.target() as target, pytest.raises(PublishingFailed, match="its disk is full") as fault:
            target.put(large, Silence())
        assert "Make room" in fault.value.hint
        assert ground.view.paths() == set(site)
        site["index.html"] += "It goes on."
        ground.deploy(built(tmp_path / "site", site, run="run-3"))
        assert ground.view.see("index.html") == site["index.html"].encode()


def test_a_folder_there_that_can_only_be_read_is_told(machine: Machine, tmp_path: Path) -> None:
    with disk(tmp_path / "small", "ro") as small:
        ground = Ground(machine.address(small / "www"), tmp_path, Served(small), machine.environment)
        assert "can only be read" in _refusal(ground).message


def test_a_folder_there_in_which_somebody_else_publishes_is_left_alone(ground: Ground, tmp_path: Path) -> None:
    (tmp_path / "far away/current").mkdir(parents=True)
    assert "did not make" in _refusal(ground).message
    (tmp_path / "far away/current").rmdir()
    (tmp_path / "far away/current").symlink_to("releases/000001-theirs")
    assert "did not make" in _refusal(ground).message


def test_the_web_server_there_may_read_it(ground: Ground, tmp_path: Path) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    top = (tmp_path / "far away/current").resolve()
    folders = {path.stat().st_mode & 0o777 for path in (top, *top.rglob("*")) if path.is_dir()}
    files = {path.stat().st_mode & 0o777 for path in top.rglob("*") if path.is_file()}
    assert (folders, files) == ({0o755}, {0o644})


@pytest.mark.parametrize("damage", ["grows", "is a link", "is too many"])
def test_what_was_damaged_there_is_put_right(ground: Ground, tmp_path: Path, damage: str) -> None:
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    file = tmp_path / "far away/current/about/index.html"
    match damage:
        case "grows":
            file.write_text("Somebody else wrote here")
        case "is a link":
            file.unlink()
            file.symlink_to("/etc/hostname")
        case _:
            file.with_name("other.html").write_text("Not ours")
    site = newsletter("2026-10", home="new")
    ground.deploy(built(tmp_path / "site", site, run="run-2"))
    assert ground.view.paths() == set(site)
    assert ground.view.see("about/index.html") == b"About us"
    assert not (tmp_path / "far away/current/about/index.html").is_symlink()


def test_what_does_not_arrive_as_it_left_is_not_shown(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk there that loses what it was given: its checksum program says so."""
    site = newsletter("2026-10")
    ground.deploy(built(tmp_path / "site", site))
    broken = 'cd -- "$1/releases/$2.new"; echo lost > index.html; xargs -0 sha256sum'
    monkeypatch.setattr("pressroom.publish.deploy.ssh.scripts.SUMS", broken)
    with ground.target() as target, pytest.raises(PublishingFailed, match=r"index\.html did not arrive"):
        target.put(built(tmp_path / "site", newsletter("2026-10", home="new"), run="run-2"), Silence())
    assert ground.view.see("index.html") == site["index.html"].encode()


def test_a_folder_below_ones_own_is_found(machine: Machine, tmp_path: Path) -> None:
    address = machine.address(Path("/~/www"))
    ground = Ground(address, tmp_path, Served(machine.folder / "www"), machine.environment)
    ground.deploy(built(tmp_path / "site", newsletter("2026-10")))
    assert ground.view.see("index.html")


@pytest.mark.parametrize(
    ("code", "complaint", "says"),
    [
        (255, "ssh: Could not resolve hostname web: Name or service not known", "nobody knows that name"),
        (255, "ssh: connect to host web port 22: Connection timed out", "does not answer in time"),
        (255, "Connection to web closed by remote host.", "The connection was lost"),
        (1, "mkdir: cannot create directory '/srv': Permission denied", "may not be written"),
        (127, "sh: 1: tar: not found", "a program is missing there"),
        (9, "", "it ended with 9"),
        (68, "", "Somebody else has published"),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words(code: int, complaint: str, says: str) -> None:
    fault = faults.fault(place_of("ssh://deploy@web/srv"), code, complaint)
    assert says in fault.message
    assert fault.hint


def test_nothing_is_left_of_a_connection(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    make, made = tempfile.mkdtemp, list[str]()

    def mkdtemp(**named: Any) -> str:
        made.append(make(**named))
        return made[-1]

    monkeypatch.setattr(tempfile, "mkdtemp", mkdtemp)
    with ground.target() as target:
        target.probe()
        assert os.listdir(made[0]) == ["socket"]  # noqa: PTH208
    assert [Path(folder).exists() for folder in made] == [False]
