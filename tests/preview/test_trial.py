"""The show to try out: the same files, with the addresses that they have here."""

from pathlib import Path

import pytest

from pressroom.build.examination import read
from pressroom.build.places import Places
from pressroom.errors import ContentFaulty
from pressroom.preview.addressing import Spot
from pressroom.preview.trial import trying

SPOT = Spot(host="127.0.0.1", port=8000, path="/")


def change(places: Places, name: str, before: str, after: str) -> None:
    path = places.root / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_an_open_show_stands_where_it_always_does(places: Places) -> None:
    with trying(places, read(places), SPOT, drafts=False) as trial:
        assert trial.feed == "http://127.0.0.1:8000/podcast/feed.xml"
        feed = (trial.folder / "podcast/feed.xml").read_text()
        assert 'url="http://127.0.0.1:8000/podcast/2026-11-talk/talk.mp3"' in feed
        assert (trial.folder / "podcast/2026-11-talk/talk.mp3").is_file()
        assert (trial.folder / "podcast/2026-11-talk/transcript.vtt").is_file()
    assert not trial.folder.exists()


def test_a_private_show_has_one_subscriber_under_a_path_that_nobody_guesses(places: Places) -> None:
    change(places, "podcast/show.yml", "language: en", "language: en\naccess: private")
    with trying(places, read(places), SPOT, drafts=False) as trial:
        own = trial.feed.removeprefix("http://127.0.0.1:8000/").removesuffix("feed.xml")
        assert own.startswith("private_podcast/")
        assert len(own.split("/")[1]) == 43
        assert (
            f'url="http://127.0.0.1:8000/{own}2026-11-talk/talk.mp3"' in (trial.folder / own / "feed.xml").read_text()
        )
        assert (trial.folder / own / "2026-11-talk/talk.mp3").is_file()
    with trying(places, read(places), SPOT, drafts=False) as again:
        assert again.feed != trial.feed


def test_drafts_are_heard_where_somebody_asks_for_them(places: Places) -> None:
    change(places, "podcast/episodes/2026-11-talk/episode.md", "audio:", "draft: true\naudio:")
    for drafts in (False, True):
        with trying(places, read(places), SPOT, drafts=drafts) as trial:
            assert (trial.folder / "podcast/2026-11-talk/talk.mp3").is_file() is drafts


def test_without_a_show_there_is_the_site_alone(places: Places) -> None:
    for path in sorted((places.root / "podcast").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    change(places, "content/issues/2026-11/issue.md", "episode: 2026-11-talk\n", "")
    with trying(places, read(places), SPOT, drafts=False) as trial:
        assert (trial.feed, list(trial.folder.iterdir())) == ("", [])


@pytest.mark.parametrize("fault", ["explicit: perhaps", "artwork: gone.png"])
def test_a_show_with_errors_is_not_tried_out(places: Places, fault: str) -> None:
    with Path(places.root / "podcast/show.yml").open("a") as file:
        file.write(f"{fault}\n")
    with pytest.raises(ContentFaulty) as told, trying(places, read(places), SPOT, drafts=False):
        pass
    assert "pressroom check" in told.value.hint
