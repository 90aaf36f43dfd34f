"""The show and its episodes, and who may hear them."""

from tests.builders import audio, episode, issue, picture, publication, show
from tests.render.website.rich_site import BASE_URL, render, rich

from pressroom.model.podcast import Chapter

PAGES = render(rich())
EPISODE = PAGES["podcast/captain/"].meta


def test_the_show_lists_its_episodes_and_its_feed() -> None:
    meta = PAGES["podcast/"].meta
    assert [entry["card"]["title"] for entry in meta["episodes"]] == ["Ask the captain", "Engineer"]
    assert meta["podcast_feed"] == f"{BASE_URL}podcast/feed.xml"
    assert (meta["spoken"], meta["about"]) == ("", "About the ferries.")


def test_an_episode_has_player_chapters_and_people() -> None:
    assert EPISODE["player"]["src"] == "captain.mp3"
    assert EPISODE["chapters"] == [
        {"title": "Hello", "time": "0:00", "seconds": 0.0, "href": "captain.mp3#t=0", "more": ""},
        {
            "title": "Sea",
            "time": "1:15",
            "seconds": 75.5,
            "href": "captain.mp3#t=75.5",
            "more": "https://example.com/sea",
        },
    ]
    assert [face["name"] for face in EPISODE["people"]] == ["Ada Vos", "Bram Bos"]
    assert (EPISODE["label"], EPISODE["standfirst"]) == ("Episode 4", "Nell answers.")
    assert PAGES["podcast/captain/"].content == "<p>Notes.</p>"


def test_a_transcript_is_told_speaker_by_speaker() -> None:
    assert EPISODE["transcript"] == [
        {"speaker": "Ada", "time": "0:00", "seconds": 0.0, "lines": ["Good morning.", "How is the sea?"]},
        {"speaker": "Nell", "time": "0:06", "seconds": 6.0, "lines": ["Wet."]},
    ]
    assert EPISODE["transcript_file"] == "transcript.vtt"


def test_an_episode_leads_to_its_issue_and_to_its_neighbours() -> None:
    assert EPISODE["issue"]["href"] == "../../issues/2026-11/"
    assert (EPISODE["newer"], EPISODE["older"]["href"]) == (None, "../engineer/")
    engineer = PAGES["podcast/engineer/"].meta
    assert (engineer["issue"], engineer["transcript"], engineer["transcript_file"]) == (None, [], "")
    assert engineer["newer"]["title"] == "Ask the captain"


def test_a_sound_elsewhere_is_played_from_there() -> None:
    far = episode(audio=audio(path=None, url="https://cdn.example.com/a.m4a", type="audio/x-m4a"))
    player = render(publication(show=show(far)))["podcast/captain/"].meta["player"]
    assert player["src"] == "https://cdn.example.com/a.m4a"


def test_an_episode_whose_sound_could_not_be_read_has_no_player() -> None:
    meta = render(publication(show=show(episode(audio=None, chapters=(Chapter(start=0, title="Hello"),)))))
    assert meta["podcast/captain/"].meta["player"] is None
    assert meta["podcast/captain/"].meta["chapters"][0]["href"] == ""


def test_a_chapter_leads_nowhere_but_to_the_web() -> None:
    chapters = (Chapter(start=0, title="Hello", url="javascript:alert(1)"),)
    made = render(publication(show=show(episode(chapters=chapters))))
    assert made["podcast/captain/"].meta["chapters"][0]["more"] == ""


def test_a_private_show_is_heard_only_behind_a_wall_and_never_has_its_feed_shown() -> None:
    made = rich()
    assert made.show
    hidden = made.model_copy(update={"show": made.show.model_copy(update={"access": "private"})})
    outside, inside = render(hidden), render(hidden.model_copy(update={"behind_wall": True}))
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
    dutch = made.model_copy(update={"show": made.show.model_copy(update={"language": "nl-be"})})
    meta = render(dutch)["podcast/captain/"].meta
    assert (meta["language"], meta["spoken"], meta["words"]["chapters"]) == ("nl-be", "", "Hoofdstukken")


def test_an_episode_shows_its_own_picture_or_the_shows() -> None:
    own, art = picture(path="own.jpg"), picture(path="art.jpg")
    pages = render(publication(show=show(episode(image=own), episode("other"), artwork=art)))
    assert "own-" in pages["podcast/captain/"].meta["artwork"]["src"]
    assert "art-" in pages["podcast/other/"].meta["artwork"]["src"]
