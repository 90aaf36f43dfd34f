"""Every value of a feed comes back, and which reader it is read by: none of them knows all tags.

podcastparser is gPodder's own; of the podcast namespace it knows an older address alone. feedparser keeps only the last
of a repeated tag of a namespace that it does not know, and of one with attributes these alone. podcast-partytime passes
over what is newer than 2022, and takes a text of `true` for none.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.render.podcast.readers import READERS, found, is_same, written
from tests.render.podcast.reading import feed_bytes, talk, whole

from pressroom.model.podcast import Soundbite

CHANNEL: Mapping[str, str] = {
    "title": "podcastparser:title feedparser:feed.title partytime:title feedsmith:title",
    "link": "podcastparser:link feedparser:feed.link partytime:link feedsmith:link",
    "description": "podcastparser:description feedparser:feed.subtitle partytime:description feedsmith:description",
    "copyright": "feedparser:feed.rights partytime:copyright feedsmith:copyright",
    "docs": "feedparser:feed.docs feedsmith:docs",
    "generator": "podcastparser:generator feedparser:feed.generator partytime:generator feedsmith:generator",
    "image/url": "podcastparser:cover_url feedparser:feed.image.href partytime:image.url feedsmith:image.url",
    "image/title": "partytime:image.title feedsmith:image.title",
    "image/link": "partytime:image.link feedsmith:image.link",
    "language": "podcastparser:language feedparser:feed.language partytime:language feedsmith:language",
    "lastBuildDate": "feedparser:feed.updated partytime:lastBuildDate feedsmith:lastBuildDate",
    "atom:link@href": "feedparser:feed.links.1.href partytime:pubsub.self feedsmith:atom.links.0.href",
    "atom:link@rel": "feedparser:feed.links.1.rel feedsmith:atom.links.0.rel",
    "atom:link@type": "feedparser:feed.links.1.type feedsmith:atom.links.0.type",
    "itunes:author": "podcastparser:itunes_author feedparser:feed.author partytime:author feedsmith:itunes.author",
    "itunes:category@text": "podcastparser:itunes_categories.0.0 feedsmith:itunes.categories.0.text",
    "itunes:category/itunes:category@text": (
        "podcastparser:itunes_categories.0.1 feedsmith:itunes.categories.0.categories.0.text"
    ),
    "itunes:image@href": "podcastparser:cover_url partytime:itunesImage feedsmith:itunes.image",
    "itunes:owner/itunes:name": "podcastparser:itunes_owner.name partytime:owner.name feedsmith:itunes.owner.name",
    "itunes:owner/itunes:email": "podcastparser:itunes_owner.email partytime:owner.email feedsmith:itunes.owner.email",
    "itunes:type": "podcastparser:type feedparser:feed.itunes_type partytime:itunesType feedsmith:itunes.type",
    "itunes:explicit": "podcastparser:explicit partytime:explicit feedsmith:itunes.explicit",
    "itunes:new-feed-url": "podcastparser:new_url partytime:itunesNewFeedUrl feedsmith:itunes.newFeedUrl",
    "itunes:block": "feedparser:feed.itunes_block partytime:itunesBlock feedsmith:itunes.block",
    "podcast:guid": "feedparser:feed.podcast_guid partytime:guid feedsmith:podcast.guid",
    "podcast:locked": "partytime:locked feedsmith:podcast.locked.value",
    "podcast:locked@owner": "partytime:podcastOwner feedsmith:podcast.locked.owner",
    "podcast:medium": "feedparser:feed.podcast_medium partytime:medium feedsmith:podcast.medium",
    "podcast:image@href": "feedparser:feed.podcast_image.href feedsmith:podcast.images.0.href",
    "podcast:image@width": "feedparser:feed.podcast_image.width feedsmith:podcast.images.0.width",
    "podcast:image@purpose": "feedparser:feed.podcast_image.purpose feedsmith:podcast.images.0.purpose",
    "podcast:image@aspect-ratio": "feedparser:feed.podcast_image.aspect-ratio feedsmith:podcast.images.0.aspectRatio",
    "podcast:person": "partytime:podcastPeople.0.name feedsmith:podcast.persons.0.display",
    "podcast:person@role": "partytime:podcastPeople.0.role feedsmith:podcast.persons.0.role",
    "podcast:person@group": "partytime:podcastPeople.0.group feedsmith:podcast.persons.0.group",
    "podcast:person@img": "partytime:podcastPeople.0.img feedsmith:podcast.persons.0.img",
    "podcast:person@href": "partytime:podcastPeople.0.href feedsmith:podcast.persons.0.href",
    "podcast:trailer": "partytime:trailers.0.title feedsmith:podcast.trailers.0.display",
    "podcast:trailer@url": "partytime:trailers.0.url feedsmith:podcast.trailers.0.url",
    "podcast:trailer@pubdate": "partytime:trailers.0.pubdate feedsmith:podcast.trailers.0.pubDate",
    "podcast:trailer@length": "partytime:trailers.0.length feedsmith:podcast.trailers.0.length",
    "podcast:trailer@type": "partytime:trailers.0.type feedsmith:podcast.trailers.0.type",
    "podcast:trailer@season": "partytime:trailers.0.season feedsmith:podcast.trailers.0.season",
    "podcast:updateFrequency": "feedsmith:podcast.updateFrequency.display",
    "podcast:updateFrequency@rrule": (
        "feedparser:feed.podcast_updatefrequency.rrule feedsmith:podcast.updateFrequency.rrule"
    ),
    "podcast:txt": "feedsmith:podcast.txts.0.display",
    "podcast:txt@purpose": "feedparser:feed.podcast_txt.purpose feedsmith:podcast.txts.0.purpose",
    "podcast:block": "feedparser:feed.podcast_block partytime:podcastBlocked feedsmith:podcast.blocks.0.value",
}
"""From what stands in the channel to where each reader that reads it has it."""

ITEM: Mapping[str, str] = {
    "title": "podcastparser:title feedparser:title partytime:title feedsmith:title",
    "description": "podcastparser:description feedparser:summary partytime:description feedsmith:description",
    "content:encoded": (
        "podcastparser:description_html feedparser:content.0.value partytime:content feedsmith:content.encoded"
    ),
    "guid": "podcastparser:guid feedparser:id partytime:guid feedsmith:guid.value",
    "guid@isPermaLink": "feedparser:guidislink feedsmith:guid.isPermaLink",
    "enclosure@url": (
        "podcastparser:enclosures.0.url feedparser:enclosures.0.href partytime:enclosure.url feedsmith:enclosures.0.url"
    ),
    "enclosure@length": (
        "podcastparser:enclosures.0.file_size feedparser:enclosures.0.length"
        " partytime:enclosure.length feedsmith:enclosures.0.length"
    ),
    "enclosure@type": (
        "podcastparser:enclosures.0.mime_type feedparser:enclosures.0.type"
        " partytime:enclosure.type feedsmith:enclosures.0.type"
    ),
    "link": "podcastparser:link feedparser:link partytime:link feedsmith:link",
    "pubDate": "podcastparser:published feedparser:published partytime:pubDate feedsmith:pubDate",
    "itunes:author": "podcastparser:itunes_author feedparser:author partytime:author feedsmith:itunes.author",
    "itunes:duration": (
        "podcastparser:total_time feedparser:itunes_duration partytime:duration feedsmith:itunes.duration"
    ),
    "itunes:season": "podcastparser:season feedparser:itunes_season partytime:itunesSeason feedsmith:itunes.season",
    "itunes:episode": "podcastparser:number feedparser:itunes_episode partytime:itunesEpisode feedsmith:itunes.episode",
    "itunes:episodeType": (
        "podcastparser:type feedparser:itunes_episodetype partytime:itunesEpisodeType feedsmith:itunes.episodeType"
    ),
    "itunes:image@href": (
        "podcastparser:episode_art_url feedparser:image.href partytime:itunesImage feedsmith:itunes.image"
    ),
    "itunes:explicit": "podcastparser:explicit partytime:explicit feedsmith:itunes.explicit",
    "podcast:transcript[1]@url": "partytime:podcastTranscripts.0.url feedsmith:podcast.transcripts.0.url",
    "podcast:transcript[1]@type": "partytime:podcastTranscripts.0.type feedsmith:podcast.transcripts.0.type",
    "podcast:transcript[1]@language": "partytime:podcastTranscripts.0.language",
    "podcast:transcript[1]@rel": "partytime:podcastTranscripts.0.rel feedsmith:podcast.transcripts.0.rel",
    "podcast:transcript[2]@url": "feedparser:podcast_transcript.url partytime:podcastTranscripts.1.url",
    "podcast:transcript[2]@type": "feedparser:podcast_transcript.type feedsmith:podcast.transcripts.1.type",
    "podcast:transcript[2]@language": "feedparser:podcast_transcript.language feedsmith:podcast.transcripts.1.language",
    "podcast:transcript[2]@rel": "feedparser:podcast_transcript.rel partytime:podcastTranscripts.1.rel",
    "podcast:chapters@url": "feedparser:podcast_chapters.url partytime:podcastChapters.url",
    "podcast:chapters@type": "feedparser:podcast_chapters.type partytime:podcastChapters.type",
    "podcast:season": "partytime:podcastSeason.number feedsmith:podcast.season.number",
    "podcast:season@name": "feedparser:podcast_season.name partytime:podcastSeason.name feedsmith:podcast.season.name",
    "podcast:image@href": "feedparser:podcast_image.href feedsmith:podcast.images.0.href",
    "podcast:image@width": "feedparser:podcast_image.width feedsmith:podcast.images.0.width",
    "podcast:image@purpose": "feedparser:podcast_image.purpose feedsmith:podcast.images.0.purpose",
    "podcast:image@aspect-ratio": "feedparser:podcast_image.aspect-ratio feedsmith:podcast.images.0.aspectRatio",
    "podcast:soundbite": "partytime:podcastSoundbites.0.title feedsmith:podcast.soundbites.0.display",
    "podcast:soundbite@startTime": "partytime:podcastSoundbites.0.startTime feedsmith:podcast.soundbites.0.startTime",
    "podcast:soundbite@duration": "partytime:podcastSoundbites.0.duration feedsmith:podcast.soundbites.0.duration",
    "podcast:person[1]": "partytime:podcastPeople.0.name feedsmith:podcast.persons.0.display",
    "podcast:person[1]@role": "partytime:podcastPeople.0.role feedsmith:podcast.persons.0.role",
    "podcast:person[1]@group": "partytime:podcastPeople.0.group feedsmith:podcast.persons.0.group",
    "podcast:person[1]@img": "partytime:podcastPeople.0.img feedsmith:podcast.persons.0.img",
    "podcast:person[1]@href": "partytime:podcastPeople.0.href feedsmith:podcast.persons.0.href",
    "podcast:person[2]": "partytime:podcastPeople.1.name feedsmith:podcast.persons.1.display",
    "podcast:person[2]@role": "feedparser:podcast_person.role partytime:podcastPeople.1.role",
    "podcast:person[2]@group": "feedparser:podcast_person.group partytime:podcastPeople.1.group",
    "podcast:person[2]@href": "feedparser:podcast_person.href partytime:podcastPeople.1.href",
    "podcast:txt": "feedsmith:podcast.txts.0.display",
    "podcast:txt@purpose": "feedparser:podcast_txt.purpose feedsmith:podcast.txts.0.purpose",
}
"""The same of an item."""

_ITEMS = {"podcastparser": "episodes.0", "feedparser": "entries.0", "partytime": "items.0", "feedsmith": "items.0"}


@pytest.fixture(scope="module")
def feed() -> bytes:
    """A feed of two episodes, in which all that a feed can say is said."""
    everything = whole(
        talk(
            soundbites=(Soundbite(start=62, duration=30.5, title="Biscuits"),),
            roles={"bram": "audio editor"},
            machine_made=False,
        ),
        talk("hello", type="trailer", title="Hello"),
        guid="917393e3-1b1e-5cef-ace4-edaa54e1f810",
        hosts=("ada",),
        seasons={2: "The new ship"},
        frequency="every two weeks",
        moved_to="https://new.example/feed.xml",
        machine_made=True,
    )
    return feed_bytes(everything)


@pytest.fixture(scope="module")
def said(feed: bytes) -> dict[str, str]:
    return written(feed)


@pytest.fixture(scope="module")
def read(feed: bytes) -> dict[str, Any]:
    return {name: reader(feed) for name, reader in READERS.items()}


def test_each_value_of_the_feed_is_in_the_table(said: dict[str, str]) -> None:
    of_items = {path.removeprefix("item[1]/") for path in said if path.startswith("item[1]/")}
    of_channel = {path for path in said if not path.startswith("item[")}
    assert (of_channel, of_items) == (set(CHANNEL), set(ITEM))


@pytest.mark.parametrize(("path", "readings"), CHANNEL.items())
def test_a_value_of_the_show_is_read_back(said: dict[str, str], read: dict[str, Any], path: str, readings: str) -> None:
    for reading in readings.split():
        reader, _, place = reading.partition(":")
        assert is_same(said[path], found(read[reader], place)), reading


@pytest.mark.parametrize(("path", "readings"), ITEM.items())
def test_a_value_of_an_episode_is_read_back(
    said: dict[str, str], read: dict[str, Any], path: str, readings: str
) -> None:
    for reading in readings.split():
        reader, _, place = reading.partition(":")
        assert is_same(said[f"item[1]/{path}"], found(read[reader], f"{_ITEMS[reader]}.{place}")), reading


def test_the_next_page_is_found_by_an_app(read: dict[str, Any]) -> None:
    long = feed_bytes(whole(*(talk(f"talk-{number}") for number in range(101))))
    assert READERS["podcastparser"](long)["paged_feed_next"] == "https://gangway.example/podcast/feed-2.xml"
    assert "paged_feed_next" not in read["podcastparser"]


@pytest.mark.parametrize(
    ("said", "read", "same"),
    [
        ("yes", True, True),
        ("no", True, False),
        ("Yes", 1, True),
        ("92", 92, True),
        ("92", 91, False),
        ("Host", "host", True),
        ("a", "b", False),
        ("Sun, 22 Nov 2026 01:00:00 +0100", "2026-11-22T00:00:00Z", True),
        ("Sun, 22 Nov 2026 01:00:00 +0100", 1795305600, True),
        ("Sun, 22 Nov 2026 01:00:00 +0100", 1795305601, False),
    ],
)
def test_what_counts_as_the_same(said: str, read: object, same: bool) -> None:
    assert is_same(said, read) is same
