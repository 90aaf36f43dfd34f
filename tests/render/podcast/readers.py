"""Those who read feeds: four parsers, each as its own apps use it, and a way to what each of them has understood."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

import feedparser  # type: ignore[import-untyped] # it has no annotations
import podcastparser  # type: ignore[import-untyped] # nor has this
from lxml import etree
from tests.parts import NODE, Part
from tests.render.podcast.reading import ADDRESS, NAMES
from tests.web.parts import FEEDSMITH, PARTYTIME

_READ = """
const parser = require(process.argv[1]), name = process.argv[2];
let text = "";
process.stdin.on("data", (part) => (text += part)).on("end", () => console.log(JSON.stringify(parser[name](text))));
"""

_YES, _NO = {"yes", "true", "1"}, {"no", "false", "0"}


def by_partytime(feed: bytes) -> Any:
    """Return what npm's podcast-partytime reads, the parser of the Podcast Index."""
    return _by_node(PARTYTIME, "parseFeed", feed)


def by_feedsmith(feed: bytes) -> Any:
    """Return what npm's feedsmith reads, which knows the podcast namespace's newer tags."""
    return _by_node(FEEDSMITH, "parseRssFeed", feed)


READERS: Mapping[str, Callable[[bytes], Any]] = {
    "podcastparser": lambda feed: podcastparser.parse(ADDRESS, BytesIO(feed)),
    "feedparser": feedparser.parse,
    "partytime": by_partytime,
    "feedsmith": by_feedsmith,
}


def _by_node(parser: Part, name: str, feed: bytes) -> Any:
    program = [str(NODE.need()), "-e", _READ, str(parser.need()), name]
    read = subprocess.run(program, input=feed, capture_output=True, check=True)
    return json.loads(read.stdout.splitlines()[-1])  # it may have logged what it passes over


def written(feed: bytes) -> dict[str, str]:
    """Return every text and attribute of a feed: `podcast:guid`, `item/podcast:person[2]@role`."""
    [channel] = etree.fromstring(feed).findall("channel")
    return dict(_written(channel, ""))


def _written(parent: etree._Element, path: str) -> Iterator[tuple[str, str]]:
    for element in parent:
        alike = [one for one in parent if one.tag == element.tag]
        number = f"[{alike.index(element) + 1}]" if len(alike) > 1 else ""
        here = f"{path}{_name(element)}{number}"
        if (element.text or "").strip():
            yield here, str(element.text)
        yield from ((f"{here}@{name!s}", str(value)) for name, value in element.attrib.items())
        yield from _written(element, f"{here}/")


def _name(element: etree._Element) -> str:
    """Return a tag's name as it stands in a feed: `podcast:guid`."""
    address, _, name = str(element.tag).removeprefix("{").rpartition("}")
    prefix = next((prefix for prefix, known in NAMES.items() if known == address), "")
    return f"{prefix}:{name}" if prefix else name


def found(read: Any, path: str) -> Any:
    """Return what a reader has at a path, such as `items.0.link`."""
    for step in path.split("."):
        read = read[int(step)] if isinstance(read, list | tuple) else read[step]
    return read


def is_same(said: str, read: Any) -> bool:
    """Tell whether a reader has understood what was said: as it stands, or as a truth, a number or a moment."""
    if isinstance(read, bool):
        return said.lower() in (_YES if read else _NO)
    if isinstance(read, int | float):
        number = _number(said)
        return read == (_moment(said) if number is None else number)
    return str(read).lower() == said.lower() or _moment(said) == _moment(str(read)) != 0


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return float(text.lower() == "yes") if text.lower() in _YES | _NO else None


def _moment(text: str) -> float:
    """Return a moment in seconds since 1970, be it in RFC 2822 or in ISO 8601; 0 where it is none."""
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            return read(text).timestamp()
        except ValueError:
            continue
    return 0
