"""The show and its episodes, and who may hear them."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.builders import audio, episode, issue, picture, publication, show
from tests.render.website.rich_site import BASE_URL, render, rich

from pressroom.model.outlets import Deploy
from pressroom.model.podcast import Chapter, Cue, Show, Transcript
from pressroom.render.website.transcripts import LONG

PAGES = render(rich())
EPISODE = PAGES["podcast/captain/"].meta


def programme(made: Show) -> list[tuple[str, list[str]]]:
    """Return the seasons on a show's page, each with its episodes."""
    seasons = render(publication(show=made))["podcast/"].meta["seasons"]
    return [(season["title"], [entry["card"]["title"] for entry in season["episodes"]]) for season in seasons]


def episode_page(**fields: Any) -> Mapping[str, Any]:
    """Return what the page of an episode with a sound shows."""
    made = episode(**{"audio": audio(), **fields})
    return render(publication(show=show(made)))["podcast/captain/"].meta


def test_the_show_lists_its_episodes_and_its_feed() -> None:
    meta = PAGES["podcast/"].meta
    [season] = meta["seasons"]
    assert season["title"] == ""
    assert [entry["card"]["title"] for entry in season["episodes"]] == ["Ask the captain", "Engineer"]
    assert meta["podcast_feed"] == f"{BASE_URL}podcast/feed.xml"
    assert (meta["spoken"], meta["about"], meta["count"]) == ("", "About the ferries.", "2 episodes")


def test_a_show_of_several_seasons_tells_them_apart() -> None:
    made = show(episode("c", season=2), episode("extra"), episode("b", season=2), episode("a", season=1))
    assert programme(made) == [("Season 2", ["C", "B"]), ("Outside the seasons", ["Extra"]), ("Season 1", ["A"])]


def test_a_serial_is_told_from_its_beginning() -> None:
    made = show(episode("b", season=2), episode("a", season=1), type="serial")
    assert programme(made) == [("Season 1", ["A"]), ("Season 2", ["B"])]


def test_a_show_without_episodes_has_its_page() -> None:
    meta = render(publication(show=show()))["podcast/"].meta
    assert (meta["seasons"], meta["count"]) == ([], "")


def test_an_episode_has_player_chapters_and_people() -> None:
    assert EPISODE["player"] == {
        "id": "guid-of-captain",
        "title": "Ask the captain",
        "show": "Between Harbours",
        "cover": "../../assets/pictures/artwork-aaaaaaaaaaaa-960.jpg",
        "src": "captain.mp3",
        "seconds": 91.6,
        "length": "1 min 32 secs",
        "size": "0.7 MB",
    }
    chapters = [[part[key] for key in ("title", "time", "seconds", "href", "more")] for part in EPISODE["chapters"]]
    assert chapters == [
        ["Hello", "0:00", 0.0, "captain.mp3#t=0", ""],
        ["Sea", "1:15", 75.5, "captain.mp3#t=75.5", "https://example.com/sea"],
    ]
    assert [face["name"] for face in EPISODE["people"]] == ["Ada Vos", "Bram Bos"]
    assert (EPISODE["label"], EPISODE["standfirst"]) == ("Episode 4", "Nell answers.")
    assert PAGES["podcast/captain/"].content == "<p>Notes.</p>"


def test_a_chapter_shows_its_picture() -> None:
    fog = picture(path="podcast/episodes/captain/fog.jpg")
    chapters = (Chapter(start=0, title="Hello"), Chapter(start=9, title="Fog", image=fog))
    shown = [part["image"] for part in episode_page(chapters=chapters)["chapters"]]
    assert shown[0] is None
    assert (shown[1]["alt"], "fog-" in shown[1]["src"]) == ("", True)


def test_a_transcript_is_told_speaker_by_speaker_and_each_line_leads_into_the_sound() -> None:
    transcript = EPISODE["transcript"]
    assert [(turn["speaker"], [line["text"] for line in turn["lines"]]) for turn in transcript["turns"]] == [
        ("Ada", ["Good morning.", "How is the sea?"]),
        ("Nell", ["Wet."]),
    ]
    assert transcript["turns"][0]["lines"][1] == {
        "text": "How is the sea?",
        "time": "0:04",
        "seconds": 4.0,
        "href": "captain.mp3#t=4",
    }
    assert (transcript["file"], transcript["long"]) == ("transcript.vtt", False)


@pytest.mark.parametrize(("lines", "long"), [(LONG, False), (LONG + 1, True)])
def test_a_long_transcript_is_for_who_asks(lines: int, long: bool) -> None:
    cues = tuple(Cue(start=n, end=n + 1, text="Wet.") for n in range(lines))
    page = episode_page(transcript=Transcript(path="t.vtt", cues=cues))
    assert page["transcript"]["long"] is long


@pytest.mark.parametrize(("start", "written"), [(3600, "3600"), (0.1 + 0.2, "0.3"), (1234567.891, "1234567.891")])
def test_a_moment_is_written_so_that_browsers_read_it(start: float, written: str) -> None:
    page = episode_page(audio=audio(duration=2e6), chapters=(Chapter(start=start, title="Late"),))
    assert page["chapters"][0]["href"] == f"captain.mp3#t={written}"


def test_an_episode_leads_to_where_one_subscribes() -> None:
    assert EPISODE["subscribe"]["href"] == "../#subscribe"
    assert EPISODE["subscribe"]["title"] == "Subscribe to Between Harbours"


def test_an_episode_leads_to_its_issue_and_to_its_neighbours() -> None:
    assert EPISODE["issue"]["href"] == "../../issues/2026-11/"
    assert (EPISODE["newer"], EPISODE["older"]["href"]) == (None, "../engineer/")
    engineer = PAGES["podcast/engineer/"].meta
    assert (engineer["issue"], engineer["transcript"], engineer["player"]) == (None, None, None)
    assert engineer["newer"]["title"] == "Ask the captain"


def test_a_sound_elsewhere_is_played_from_there() -> None:
    far = episode(audio=audio(path=None, url="https://cdn.example.com/a.m4a", type="audio/x-m4a"))
    player = render(publication(show=show(far)))["podcast/captain/"].meta["player"]
    assert player["src"] == "https://cdn.example.com/a.m4a"


def test_an_episode_whose_sound_could_not_be_read_has_no_player() -> None:
    meta = render(publication(show=show(episode(audio=None, chapters=(Chapter(start=0, title="Hello"),)))))
    assert meta["podcast/captain/"].meta["player"] is None
    assert meta["podcast/captain/"].meta["chapters"][0]["href"] == ""


def test_a_chapter_leads_on_however_its_address_is_written() -> None:
    chapters = (Chapter(start=0, title="Hello", url="HTTPS://example.com/fog"), Chapter(start=9, title="Fog"))
    made = render(publication(show=show(episode(chapters=chapters))))
    assert [part["more"] for part in made["podcast/captain/"].meta["chapters"]] == ["HTTPS://example.com/fog", ""]


def test_a_private_show_is_heard_only_behind_a_wall_and_never_has_its_feed_shown() -> None:
    made = rich()
    assert made.show
    hidden = made.but(show=made.show.but(access="private"))
    outside, inside = render(hidden), render(hidden.but(deploy=Deploy(access="wall")))
    assert not [address for address in outside if address.startswith("podcast/")]
    assert outside[""].meta["episode"] is None
    assert "Podcast" not in [link["title"] for link in outside[""].meta["navigation"]]
    assert outside["people/ada/"].meta["spoke"] == []
    assert inside["podcast/captain/"].meta["player"]
    assert inside["podcast/"].meta["podcast_feed"] == ""


def test_a_show_in_a_language_that_the_site_does_not_speak_says_so() -> None:
    made = publication(issue(), show=show(episode(), language="fr"))
    meta = render(made)["podcast/captain/"].meta
    assert (meta["language"], meta["spoken"]) == ("en", "fr")
    assert render(made)[""].meta["episode"]["card"]["language"] == "fr"


def test_a_show_in_the_sites_second_language_is_framed_in_it() -> None:
    made = rich()
    assert made.show
    dutch = made.but(show=made.show.but(language="nl-be"))
    meta = render(dutch)["podcast/captain/"].meta
    assert (meta["language"], meta["spoken"], meta["words"]["chapters"]) == ("nl-be", "", "Hoofdstukken")


def test_an_episode_shows_its_own_picture_or_the_shows() -> None:
    own, art = picture(path="own.jpg"), picture(path="art.jpg")
    pages = render(publication(show=show(episode(image=own), episode("other"), artwork=art)))
    assert "own-" in pages["podcast/captain/"].meta["artwork"]["src"]
    assert "art-" in pages["podcast/other/"].meta["artwork"]["src"]


def test_a_show_without_a_picture_leaves_the_lock_screen_to_the_device() -> None:
    page = render(publication(show=show(episode(audio=audio()), artwork=None)))["podcast/captain/"].meta
    assert page["player"]["cover"] == ""
