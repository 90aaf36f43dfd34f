"""The feed as npm's podcast-partytime reads it, the parser of the Podcast Index: every value comes back."""

from typing import Any

import pytest
from tests.builders import person
from tests.render.podcast.readers import by_partytime
from tests.render.podcast.reading import feed_bytes, talk, whole

from pressroom.model.podcast import ROLES, Soundbite

_HOME = "https://gangway.example/"
_CAPTAIN = f"{_HOME}podcast/captain/"
_GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


@pytest.fixture(scope="module")
def read() -> Any:
    bites = (Soundbite(start=62, duration=30.5, title="Biscuits"),)
    everything = whole(
        talk("captain", soundbites=bites, roles={"bram": "audio editor"}),
        talk("hello", type="trailer", title="Hello", season=2, number=None),
        talk("more", type="bonus", title="More", machine_made=True),
        guid=_GUID,
        hosts=("ada",),
        seasons={2: "The new ship"},
        frequency="every two weeks",
        moved_to="https://new.example/feed.xml",
        machine_made=False,
    )
    return by_partytime(feed_bytes(everything))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Between Harbours"),
        ("description", "About the ferries."),
        ("link", f"{_HOME}podcast/"),
        ("language", "en"),
        ("author", "Lantern Line"),
        ("owner", {"name": "Lantern Line", "email": "show@gangway.example"}),
        ("explicit", False),
        ("itunesType", "episodic"),
        ("itunesCategory", ["Business > Management"]),
        ("itunesImage", f"{_HOME}podcast/artwork-aaaaaaaaaaaa.jpg"),
        ("itunesNewFeedUrl", "https://new.example/feed.xml"),
        ("itunesBlock", True),
        ("podcastBlocked", "yes"),
        ("pubsub", {"self": f"{_HOME}podcast/feed.xml"}),
        ("guid", _GUID),
        ("locked", True),
        ("podcastOwner", "show@gangway.example"),
        ("medium", "podcast"),
        ("copyright", "Lantern Line"),
    ],
)
def test_the_shows_values_come_back(read: Any, name: str, value: object) -> None:
    assert read[name] == value


def test_its_hosts_and_trailers_come_back(read: Any) -> None:
    [host] = read["podcastPeople"]
    assert (host["name"], host["role"], host["group"]) == ("Ada Visser", "Host", "Cast")
    assert (host["img"], host["href"]) == (f"{_HOME}assets/pictures/ada-bbbbbbbbbbbb-480.jpg", f"{_HOME}people/ada/")
    [trailer] = read["trailers"]
    assert (trailer["title"], trailer["length"], trailer["season"]) == ("Hello", 731_021, 2)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("guid", "guid-of-captain"),
        ("title", "Ask the captain"),
        ("link", _CAPTAIN),
        ("enclosure", {"url": f"{_CAPTAIN}captain.mp3", "length": 731_021, "type": "audio/mpeg"}),
        ("duration", 92),
        ("explicit", False),
        ("itunesSeason", 2),
        ("itunesEpisode", 7),
        ("itunesEpisodeType", "full"),
        ("itunesImage", f"{_CAPTAIN}artwork-cccccccccccc.png"),
        ("description", "Ada answers what you asked."),
        ("content", "<p>Notes on <em>fog</em>.</p>"),
        ("pubDate", "2026-11-22T00:00:00.000Z"),
        ("podcastSeason", {"number": 2, "name": "The new ship"}),
        ("podcastChapters", {"url": f"{_CAPTAIN}chapters.json", "type": "application/json+chapters"}),
    ],
)
def test_an_episodes_values_come_back(read: Any, name: str, value: object) -> None:
    assert read["items"][0][name] == value


def test_its_people_soundbites_and_transcripts_come_back(read: Any) -> None:
    first = read["items"][0]
    said = [(who["name"], who["role"], who["group"]) for who in first["podcastPeople"]]
    assert said == [("Ada Visser", "Host", "Cast"), ("Bram de Wit", "Audio Editor", "Audio Post-Production")]
    assert first["podcastSoundbites"] == [{"startTime": 62, "duration": 30.5, "title": "Biscuits"}]
    assert [(one["url"], one["rel"]) for one in first["podcastTranscripts"]] == [
        (f"{_CAPTAIN}transcript.vtt", "captions"),
        (f"{_CAPTAIN}transcript.srt", "captions"),
    ]


def test_a_trailer_and_a_bonus_are_told_as_such(read: Any) -> None:
    assert [item["itunesEpisodeType"] for item in read["items"]] == ["full", "trailer", "bonus"]


def test_every_role_and_group_that_can_be_said_is_one_of_the_podcast_taxonomy() -> None:
    people = {f"p{number}": person(f"p{number}", role) for number, role in enumerate(ROLES)}
    everything = whole(talk(people=(), roles=dict(zip(people, ROLES, strict=True))))
    read = by_partytime(feed_bytes(everything.but(people=people)))
    said = {(who["name"], who["role"].lower(), who["group"].lower()) for who in read["items"][0]["podcastPeople"]}
    assert said == {(role, role, group) for role, group in ROLES.items()}
