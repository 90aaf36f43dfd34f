"""What is written for the listeners of a private show: all that its feed names, once for each who has a part of it."""

from functools import partial
from pathlib import Path

import pytest
from tests.bench.archive import picture, write_archive

from pressroom.build import clock, making, private
from pressroom.build.feed_keys import BEFORE, KEY
from pressroom.build.opening import read
from pressroom.build.places import Places
from pressroom.errors import Unreadable
from pressroom.model.release import Release, release
from pressroom.render.private import Shelf


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A publication with a private show of one episode, a picture in its notes, and two subscribers."""
    write_archive(tmp_path, issues=1, stories=1)
    monkeypatch.setenv(KEY, "k" * 40)
    monkeypatch.delenv(BEFORE, raising=False)
    show, episode = tmp_path / "podcast/show.yml", tmp_path / "podcast/episodes/2026-11-talk"
    show.write_text(f"{show.read_text()}access: private\n")
    (tmp_path / "podcast/subscribers.csv").write_text("id,generation\nada,1\nbram,1\n")
    (episode / "quay.png").write_bytes(picture(640, 360))
    with (episode / "episode.md").open("a") as file:
        file.write("\n![The quay](quay.png)\n")
    facts = tmp_path / "content/publication.yml"
    facts.write_text(f"{facts.read_text()}deploy: {{private: {{server: static}}}}\n")
    return Places(root=tmp_path)


def current(places: Places) -> Release:
    publication = read(places).publication
    return release(publication, clock.now(places.root, publication), drafts=False)


def written(places: Places, folder: Path) -> set[str]:
    private.write(places, private.plan(current(places)), folder, partial(making.bring, places, folder))
    return {path.relative_to(folder / "build/private").as_posix() for path in folder.rglob("*") if path.is_file()}


def test_everything_is_written_once_and_a_feed_for_each(places: Places, tmp_path: Path) -> None:
    found = written(places, tmp_path / "out")
    feeds = {path for path in found if path.endswith("feed.xml")}
    [sound] = {path.partition("/")[0] for path in found if path.endswith("talk.mp3")}
    shared = {path.removeprefix(f"{sound}/") for path in found if path.startswith(f"{sound}/")}
    assert len(feeds) == 2
    assert {"2026-11-talk/talk.mp3", "2026-11-talk/chapters.json", "2026-11-talk/transcript.vtt"} < shared
    [quay] = [path for path in shared if "/quay-" in path]
    assert (tmp_path / "out/build/private" / sound / quay).read_bytes()[1:4] == b"PNG" or quay.endswith(".jpg")
    for feed in feeds:
        assert f"{sound}/{quay}" in (tmp_path / "out/build/private" / feed).read_text()


def test_a_sound_that_has_changed_meanwhile_is_not_given_out(places: Places, tmp_path: Path) -> None:
    planned = private.plan(current(places))
    (places.root / "podcast/episodes/2026-11-talk/talk.mp3").write_bytes(b"another")
    with pytest.raises(Unreadable, match="has changed"):
        private.write(places, planned, tmp_path / "out", partial(making.bring, places, tmp_path / "out"))


def test_without_a_key_nothing_is_planned(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    publication = current(places).publication
    assert not private.is_keyless(publication)
    monkeypatch.delenv(KEY)
    assert private.is_keyless(publication)
    assert private.plan(current(places)) == Shelf()
    assert not private.is_keyless(publication.but(show=None))
