"""The feeds of a private show go to a place of their own, in a step of its own, before anybody hears of an episode."""

import shutil
from pathlib import Path

import pytest
from tests.publish.deploy.servers import sshd
from tests.publish.newsroom import Press, failing_at, killed_at, make

from pressroom.errors import PublishingFailed
from pressroom.publish import private_feeds
from pressroom.publish.deploy import folder
from pressroom.publish.doctor import examine
from pressroom.publish.ledger.items import runs_of
from pressroom.publish.ledger.opening import open_ledger
from pressroom.publish.ledger.steps import step_states
from pressroom.publish.ledger.tables import Step, StepState

KEY = "PRESSROOM_FEED_KEY"
HERE = ".pressroom/private"


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    """A publication with a private show of one episode, and the subscribers ada and bram."""
    press = make(tmp_path / "publication")
    press.show()
    press.issue(episode="2026-11-talk")
    show = press.root / "podcast/show.yml"
    show.write_text(f"{show.read_text()}access: private\n")
    listen(press, "ada,1", "bram,1")
    press.environment[KEY] = "k" * 40
    monkeypatch.setenv(KEY, "k" * 40)
    return press


def listen(press: Press, *lines: str) -> None:
    press.write("podcast/subscribers.csv", "".join(f"{line}\n" for line in ("id,generation", *lines)))


def static(press: Press) -> None:
    press.configure(deploy={"private": {"server": "static"}})


def lying(place: Path) -> set[str]:
    """Return what lies where listeners find it."""
    current = place / "current"
    return {path.relative_to(current).as_posix() for path in current.rglob("*") if path.is_file()}


def built(root: Path) -> set[str]:
    folder = root / "build/private"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_they_are_where_listeners_find_them_and_the_site_has_nothing_of_them(press: Press) -> None:
    told = press.publish().told
    assert (
        lying(press.root / HERE)
        == built(press.root)
        > {"files/feed.xml", "nginx/subscribers.conf", "nginx/server.conf"}
    )
    assert not press.live("podcast/feed.xml")
    assert any("Have nginx reload" in sentence for sentence in told)


def test_the_step_has_its_row_in_the_ledger(press: Press) -> None:
    press.publish()
    ledger = open_ledger("sqlite", press.root, press.environment, clock=press.clock.now)
    (run,) = runs_of(ledger)
    (record,) = step_states(ledger, run=run, subject="", name=Step.PRIVATE)
    ledger.close()
    assert (record.state, "files brought" in record.note) == (StepState.DONE, True)


def test_a_removal_is_all_that_it_takes_and_nothing_of_before_stays(press: Press) -> None:
    static(press)
    press.publish()
    before = lying(press.root / HERE)
    listen(press, "*,2", "bram,1")
    press.clock.jump(days=1)
    told = press.publish().told
    assert any("The private feeds are at folder:.pressroom/private" in sentence for sentence in told)
    feeds = {path for path in lying(press.root / HERE) & before if "/" in path}
    assert [path.endswith("/feed.xml") for path in feeds] == [True], "only bram's feed is where it was"
    releases = [path for path in (press.root / ".pressroom/private/releases").iterdir() if path.is_dir()]
    assert len(releases) == 1


def test_what_is_as_it_should_be_is_not_brought_again(press: Press) -> None:
    press.publish()
    press.clock.jump(days=1)
    assert "The private feeds at folder:.pressroom/private were up to date." in press.publish().told


def test_a_rehearsal_says_where_and_for_how_many(press: Press) -> None:
    assert line(press) == ["the", "private", "feeds", "folder:.pressroom/private", "2", "subscribers"]
    listen(press, "ada,1")
    assert line(press)[-2:] == ["1", "subscriber"]


def line(press: Press) -> list[str]:
    """Return what the plan says of the private feeds, word for word."""
    (found,) = (row for row in press.rehearse().plan.table().splitlines() if "private feeds" in row)
    return found.split()


def test_an_open_show_has_no_such_step(press: Press) -> None:
    show = press.root / "podcast/show.yml"
    show.write_text(show.read_text().replace("access: private", "access: open"))
    assert not any("private" in sentence for sentence in press.publish().told)
    assert not (press.root / ".pressroom/private").exists()
    assert "private" not in press.rehearse().plan.table()


def test_without_a_key_what_is_there_stays_and_it_is_said(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    press.publish()
    before = lying(press.root / HERE)
    monkeypatch.delenv(KEY)
    del press.environment[KEY]
    press.clock.jump(days=1)
    assert any(f"{KEY} is not set here" in sentence for sentence in press.publish().told)
    assert lying(press.root / HERE) == before


def test_without_a_key_nothing_goes_out_where_somebody_said_where_the_feeds_go(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.configure(deploy={"private": {"to": f"folder:{press.root.parent}/listen"}})
    monkeypatch.delenv(KEY)
    del press.environment[KEY]
    with pytest.raises(PublishingFailed, match=f"{KEY} is not set here") as told:
        press.publish()
    assert "openssl rand" in told.value.hint
    assert (press.letters(), press.live("index.html")) == ([], "")


def test_they_go_to_a_place_of_their_own(press: Press) -> None:
    place = press.root.parent / "listen"
    press.configure(deploy={"private": {"to": f"folder:{place}"}})
    press.publish()
    assert (place / "current/nginx/subscribers.conf").is_file()
    assert not (press.root / ".pressroom/private").exists()


def test_a_place_that_cannot_be_written_lets_no_email_leave(press: Press) -> None:
    (press.root / ".pressroom").mkdir(exist_ok=True)
    press.write(".pressroom/private/current", "somebody's file")
    with pytest.raises(PublishingFailed):
        press.publish()
    assert press.letters() == []


def test_over_ssh_they_are_whole_and_a_removal_leaves_nothing(press: Press, tmp_path: Path) -> None:
    place = tmp_path / "far away"
    (tmp_path / "sshd").mkdir()
    with sshd(tmp_path / "sshd") as machine:
        press.environment |= machine.environment
        press.configure(deploy={"private": {"server": "static", "to": machine.address(place)}})
        assert any("The private feeds are at ssh://" in sentence for sentence in press.publish().told)
        assert lying(place) == built(press.root)
        assert len({path for path in lying(place) if path.endswith(".xml")}) == 2

        listen(press, "*,2", "bram,1")
        press.clock.jump(days=1)
        press.publish()
        assert lying(place) == built(press.root)
        assert len({path for path in lying(place) if path.endswith(".xml")}) == 1
        assert len([path for path in (place / "releases").iterdir() if path.is_dir()]) == 1


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (private_feeds, "look_through"),
        (private_feeds, "deploy"),
        (folder.Folder, "put"),
        (folder.Folder, "point"),
        (folder.Folder, "prune"),
    ],
)
def test_killed_anywhere_in_it_the_next_run_goes_on(
    press: Press, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    killed_at(press, monkeypatch, owner, name)
    assert press.letters() == []
    press.publish()
    assert lying(press.root / HERE) == built(press.root)
    assert len(press.letters()) == 3
    assert press.sealed() == {"2026-11", "2026-11-talk"}


def test_an_episode_that_listeners_have_keeps_its_guid(press: Press) -> None:
    press.publish()
    path = press.root / "podcast/episodes/2026-11-talk/episode.md"
    (guid,) = (line for line in path.read_text().splitlines() if line.startswith("guid:"))
    path.write_text(path.read_text().replace(guid, "guid: another"))
    shutil.rmtree(press.root / "build/private")
    press.clock.jump(days=1)
    with pytest.raises(PublishingFailed, match="2026-11-talk has another guid") as told:
        press.publish()
    assert told.value.hint == f"Write in its episode.md: {guid}"


def test_a_ledger_that_cannot_be_written_stops_it_before_anything_is_brought(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(press, monkeypatch, private_feeds, "step")
    assert lying(press.root / HERE) == set()


def test_the_doctor_tries_key_and_place(press: Press) -> None:
    assert trial(press) == "folder:.pressroom/private can be written, and there is a key"
    press.environment[KEY] = "short"
    assert trial(press) == f"{KEY} has 5 characters; a key has 32 at least."
    del press.environment[KEY]
    assert trial(press) == f"The show is private, and {KEY} is not set here."


def trial(press: Press) -> str:
    (told,) = (trial.told for trial in examine(press.office) if trial.name == "private feeds")
    return told
