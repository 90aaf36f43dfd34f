"""A show to try things on, and eyes for what was written of it: lxml, podcastparser and feedparser."""

from io import BytesIO
from typing import Any

import feedparser  # type: ignore[import-untyped] # it has no annotations
import podcastparser  # type: ignore[import-untyped] # nor has this
from lxml import etree
from tests.builders import NOW, audio, episode, person, picture, prose, publication, show

from pressroom.model.podcast import Chapter, Cue, Episode, Transcript
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.render import podcast

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}

ADDRESS = "https://gangway.example/podcast/feed.xml"

ADA = person("ada", "Ada Visser", role="Captain", photo=picture(path="content/people/ada.jpg", digest="b" * 64))
CUE = Cue(start=1, end=2.5, speaker="Ada Visser", text="Good morning.")
BRAM = person("bram", "Bram de Wit")


def talk(id: str = "captain", **fields: Any) -> Episode:  # noqa: A002  the model's own word
    """An episode that has all that an episode can have."""
    given: dict[str, Any] = {
        "title": "Ask the captain",
        "audio": audio(),
        "season": 2,
        "number": 7,
        "type": "full",
        "summary": "Ada answers what you asked.",
        "people": ("ada", "bram"),
        "chapters": (Chapter(start=0, title="Hello"), Chapter(start=30.5, title="The fog")),
        "transcript": Transcript(path=f"podcast/episodes/{id}/transcript.vtt", cues=(CUE,)),
        "image": picture(path=f"podcast/episodes/{id}/face.png", digest="c" * 64, format="png"),
        "prose": prose(html="<p>Notes on <em>fog</em>.</p>", text="Notes on fog."),
    }
    return episode(id, **{**given, **fields})


def whole(*episodes: Episode, **fields: Any) -> Publication:
    """A publication with a show that has all that a show can have."""
    given: dict[str, Any] = {"categories": ("Business > Management",), "owner_email": "show@gangway.example"}
    people = {"ada": ADA, "bram": BRAM}
    return publication(show=show(*(episodes or (talk(),)), **{**given, **fields}), people=people)


def at_now(everything: Publication) -> Release:
    return release(everything, NOW, drafts=False)


def feed_bytes(everything: Publication) -> bytes:
    [feed] = (file.data for file in podcast.render(at_now(everything)) if file.path == "site/podcast/feed.xml")
    return feed


def channel(everything: Publication) -> etree._Element:
    [found] = etree.fromstring(feed_bytes(everything)).findall("channel")
    return found


def item(one: Episode, **fields: Any) -> etree._Element:
    """The only item of a show with one episode."""
    [found] = channel(whole(one, **fields)).findall("item")
    return found


def texts(parent: etree._Element, name: str) -> list[str | None]:
    return [element.text for element in parent.findall(name, NAMES)]


def attributes(parent: etree._Element, name: str) -> list[dict[str, str]]:
    return [{str(key): str(value) for key, value in found.attrib.items()} for found in parent.findall(name, NAMES)]


def by_podcastparser(everything: Publication) -> dict[str, Any]:
    """What gPodder reads."""
    read: dict[str, Any] = podcastparser.parse(ADDRESS, BytesIO(feed_bytes(everything)))
    return read


def by_feedparser(everything: Publication) -> Any:
    """What many readers in Python read."""
    return feedparser.parse(feed_bytes(everything))
