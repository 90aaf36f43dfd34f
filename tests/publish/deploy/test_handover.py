"""Handing over: a finished folder, swapped in whole; what is not ours stays."""

from pathlib import Path

import pytest
from tests.publish.deploy.sites import built, newsletter

from pressroom.errors import PublishingFailed
from pressroom.model.outlets import Deploy
from pressroom.publish.deploy.choosing import target_of
from pressroom.publish.deploy.deploying import Deployed, deploy
from pressroom.publish.deploy.target import Silence


def _hand_over(root: Path, site: dict[str, str]) -> Deployed:
    given = built(root / "site", site)
    with target_of(Deploy(to="handover:public"), root, {}) as target:
        target.probe()
        return deploy(target, given, Silence())


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_the_site_and_nothing_else(tmp_path: Path) -> None:
    site = newsletter("2026-10")
    done = _hand_over(tmp_path, site)
    assert done.handed_over
    assert done.files == len(site)
    assert _files(tmp_path / "public") == set(site)


def test_the_next_takes_its_place_as_a_whole(tmp_path: Path) -> None:
    _hand_over(tmp_path, newsletter("2026-10"))
    site = newsletter("2026-11")
    _hand_over(tmp_path, site)
    assert _files(tmp_path / "public") == set(site)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".p")] == [".pressroom"]


def test_what_somebody_else_put_there_stays(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/precious.txt").write_text("mine")
    with pytest.raises(PublishingFailed, match="did not put there"):
        _hand_over(tmp_path, newsletter("2026-10"))
    assert _files(tmp_path / "public") == {"precious.txt"}


@pytest.mark.parametrize("note", [None, "", "{}", "damaged"])
def test_of_what_was_handed_over_elsewhere_no_other_folder_becomes_ours(tmp_path: Path, note: str | None) -> None:
    _hand_over(tmp_path, newsletter("2026-10"))
    (tmp_path / "public").rename(tmp_path / "elsewhere")
    if note is not None:
        (tmp_path / ".pressroom/handover.json").write_text(note)
    with (
        target_of(Deploy(to="handover:elsewhere"), tmp_path, {}) as target,
        pytest.raises(PublishingFailed, match="did not put there"),
    ):
        target.probe()


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    assert _hand_over(tmp_path, newsletter("2026-10")).new


def test_the_past_is_at_the_host(tmp_path: Path) -> None:
    _hand_over(tmp_path, newsletter("2026-10", home="Hello"))
    with target_of(Deploy(to="handover:public"), tmp_path, {}) as target:
        assert (target.live(), target.releases()) == (None, ())
        assert b"Hello" in (target.read("index.html") or b"")
        assert target.read("missing.html") is None
        with pytest.raises(PublishingFailed, match="handed over"):
            target.rollback("000001-run-1")
