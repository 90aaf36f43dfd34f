"""The show to try out: the same files, with the addresses that they have here."""

from tests.builders import NOW
from tests.preview.conftest import SPOT, change

from pressroom.build.opening import read
from pressroom.build.places import Places
from pressroom.model.release import Release, release
from pressroom.preview.trial import Trial


def whole(places: Places) -> Release:
    return release(read(places).publication, NOW, drafts=True)


def feeds(trial: Trial, current: Release) -> dict[str, str]:
    return {one.path: one.data.decode() for one in trial.shelf(current).files if one.path.endswith("feed.xml")}


def test_an_open_show_stands_where_it_always_does(places: Places) -> None:
    trial, current = Trial(SPOT, drafts=False), whole(places)
    assert trial.feed(current.publication) == "http://127.0.0.1:8000/podcast/feed.xml"
    assert 'url="http://127.0.0.1:8000/podcast/2026-11-talk/talk.mp3"' in feeds(trial, current)["podcast/feed.xml"]
    shelf = trial.shelf(current)
    assert [copy.path for copy in shelf.copies] == ["podcast/2026-11-talk/talk.mp3"]
    assert "podcast/2026-11-talk/transcript.vtt" in {one.path for one in shelf.files}


def test_a_private_show_has_one_subscriber_under_a_path_that_nobody_guesses(places: Places) -> None:
    change(places, "podcast/show.yml", "language: en", "language: en\naccess: private")
    trial, current = Trial(SPOT, drafts=False), whole(places)
    own = trial.inside(current.publication)
    assert own.startswith("private_podcast/")
    assert len(own.split("/")[1]) == 43
    assert trial.feed(current.publication) == f"http://127.0.0.1:8000/{own}feed.xml"
    assert f'url="http://127.0.0.1:8000/{own}2026-11-talk/talk.mp3"' in feeds(trial, current)[f"{own}feed.xml"]
    assert Trial(SPOT, drafts=False).inside(current.publication) != own


def test_drafts_are_heard_where_somebody_asks_for_them(places: Places) -> None:
    change(places, "podcast/episodes/2026-11-talk/episode.md", "audio:", "draft: true\naudio:")
    for drafts in (False, True):
        assert bool(Trial(SPOT, drafts=drafts).shelf(whole(places)).copies) is drafts


def test_without_a_show_there_is_nothing(places: Places) -> None:
    current = whole(places)
    silent = current.but(publication=current.publication.but(show=None))
    trial = Trial(SPOT, drafts=False)
    assert (trial.feed(silent.publication), trial.shelf(silent).files) == ("", ())
