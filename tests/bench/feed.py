"""The feed beside feedgen alone: `python -m tests.bench.feed [--episodes 2000] [--rounds 7]`.

Both write the same show in turn, in one run. Feedgen alone is given values that are ready, the podcast namespace's tags
among them; ours makes these values out of the model, and writes the feed in pages. What show notes cost, whose links
are given absolute addresses, is said beside it: that is done for whatever writes the feed.
"""

import argparse
import gc
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from typing import Any, NamedTuple

from feedgen.entry import FeedEntry  # type: ignore[import-untyped]  # feedgen has no annotations
from feedgen.ext.podcast_entry import PodcastEntryExtension  # type: ignore[import-untyped]  # nor here
from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]  # nor here
from lxml import etree
from tests.builders import NOW, audio, episode, person, picture, prose, publication, show

from pressroom.model.podcast import Chapter, Episode, Show, Transcript
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.render.placing import place_outside
from pressroom.render.podcast.channel import pages
from pressroom.render.podcast.item import enclosure, tags
from pressroom.render.podcast.namespace import ChannelTags, Tag, append
from pressroom.render.podcast.setting import Setting

_NOTES = "<p>Fifty-two questions came in. She answers the ones that came most often.</p>\n" * 4


def report(episodes: int, rounds: int) -> None:
    """Measure both in turn, in seconds of the processor, and print the medians."""
    current = release(_publication(episodes), NOW, drafts=False)
    show = current.publication.show
    if show is None:
        return
    ready = [_ready(episode, show, current) for episode in show.episodes]
    works = (partial(_alone, ready), lambda: list(pages(show, current)), lambda: _place_all(show, current))
    print(f"A feed of {episodes:,} episodes; load {os.getloadavg()[0]:.1f}")
    ratios = []
    for _ in range(rounds):
        alone, ours, notes = (_seconds(work) for work in works)
        ratios.append((ours - notes) / alone)
        print(
            f"  feedgen alone {alone:.2f} s   pressroom {ours:.2f} s, {notes:.2f} s of it show notes   {ratios[-1]:.2f}"
        )
    print(f"{median(ratios):.2f} of feedgen alone, the median of {rounds} rounds")


def _place_all(show: Show, current: Release) -> None:
    for one in show.episodes:
        place_outside(one, current)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()  # as the program does, whichever writes its feed
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    gc.enable()
    return seconds


def _publication(episodes: int) -> Publication:
    people = {name: person(name, name.title(), role="Captain") for name in ("ada", "bram")}
    held = tuple(_episode(number) for number in range(episodes))
    return publication(show=show(*held, hosts=("ada",), seasons={1: "The new ship"}), people=people)


def _episode(number: int) -> Episode:
    name = f"episode-{number}"
    fields: dict[str, Any] = {
        "title": f"Ask the captain {number}",
        "audio": audio(path=f"podcast/episodes/{name}/{name}.mp3"),
        "season": 1,
        "number": number + 1,
        "summary": "She answers what you asked.",
        "people": ("ada", "bram"),
        "chapters": (Chapter(start=0, title="Hello"),),
        "transcript": Transcript(path="t.vtt"),
        "image": picture(path="face.jpg"),
        "prose": prose(html=_NOTES),
    }
    return episode(name, **fields)


class _Ready(NamedTuple):
    """An item's values, as feedgen takes them."""

    title: str
    guid: str
    enclosure: tuple[str, int, str]
    notes: str
    tags: tuple[Tag, ...]


def _ready(one: Episode, show: Show, current: Release) -> _Ready:
    address = enclosure(one, audio(), "https://gangway.example/")
    return _Ready(
        one.title, one.guid, (address, 731_021, "audio/mpeg"), place_outside(one, current), _others(one, show, current)
    )


def _others(one: Episode, show: Show, current: Release) -> tuple[Tag, ...]:
    """Return the tags that feedgen has no words for."""
    setting = Setting(show, current)
    return tuple(tag for tag in tags(one, audio(), setting) if "itunes" not in tag[0] or "explicit" in tag[0])


class _Tags:
    """A feedgen extension of an item, for what feedgen has no words for."""

    def __init__(self, tags: tuple[Tag, ...]) -> None:
        self._tags = tags

    def extend_rss(self, item: etree._Element) -> etree._Element:
        append(item, self._tags)
        return item


def _alone(ready: Sequence[_Ready]) -> bytes:
    feed = FeedGenerator()
    feed.load_extension("podcast", atom=False)
    feed.register_extension("tags", partial(ChannelTags, ()), atom=False)
    feed.title("Between Harbours")
    feed.link(href="https://gangway.example/podcast/")
    feed.description("About the ferries.")
    feed.podcast.itunes_category("Business")
    for values in ready:
        feed.add_entry(_item(values), order="append")
    data: bytes = feed.rss_str(pretty=True)
    return data


def _item(values: _Ready) -> FeedEntry:
    item = FeedEntry()
    item.title(values.title)
    item.guid(values.guid, permalink=False)
    item.enclosure(*values.enclosure)
    item.description("She answers what you asked.")
    item.content(values.notes)
    item.register_extension("podcast", PodcastEntryExtension, atom=False)
    item.podcast.itunes_author("Ada, Bram")
    item.podcast.itunes_duration(92)
    item.podcast.itunes_season(1)
    item.podcast.itunes_episode(7)
    item.podcast.itunes_episode_type("full")
    item.podcast.itunes_image("https://gangway.example/podcast/face.jpg")
    item.register_extension("tags", partial(_Tags, values.tags), atom=False)
    return item


def main() -> None:
    """Read the options, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--episodes", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=7)
    wanted = parser.parse_args()
    report(wanted.episodes, wanted.rounds)


if __name__ == "__main__":
    main()
