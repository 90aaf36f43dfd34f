"""The QR code of the feed: what a camera sees of it."""

import re

import segno
from lxml import etree
from tests.render.podcast.reading import ADDRESS, at_now, whole

from pressroom.render.podcast.code import code

SVG = "{http://www.w3.org/2000/svg}"
QUIET = 4


def drawing() -> etree._Element:
    return etree.fromstring(code(at_now(whole())))


def dark_modules(path: str) -> set[tuple[int, int]]:
    """Return the modules that a path of horizontal strokes covers, as column and row."""
    found, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        elif command == "m":
            x, y = x + values[0], y + values[1]
        else:
            x, y = values
    return found


def test_it_says_the_feeds_address() -> None:
    paths = drawing().findall(f".//{SVG}path")
    matrix = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    expected = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert dark_modules(paths[-1].get("d", "")) == expected


def test_it_is_dark_on_white_whatever_surrounds_it() -> None:
    ground, modules = drawing().findall(f".//{SVG}path")
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")


def test_it_needs_no_style() -> None:
    assert not [element for element in drawing().iter() if {"style", "class"} & set(element.attrib)]


def test_the_same_feed_gives_the_same_bytes() -> None:
    assert code(at_now(whole())) == code(at_now(whole()))
