import json
from typing import Any

import pytest
from tests.builders import picture
from tests.render.podcast.reading import at_now, talk, whole

from pressroom.model.podcast import Chapter
from pressroom.model.publication import Publication
from pressroom.render import podcast

HOME = "https://gangway.example/"


def chapters_file(*chapters: Chapter, everything: Publication | None = None) -> dict[str, Any]:
    base = everything or whole()
    show = base.show
    assert show is not None
    told = show.but(episodes=(talk(chapters=chapters),))
    files = podcast.render(at_now(base.but(show=told)))
    [data] = (file.data for file in files if file.path == "site/podcast/captain/chapters.json")
    read: dict[str, Any] = json.loads(data)
    return read


def test_the_file_says_its_version_and_what_it_belongs_to() -> None:
    assert chapters_file(Chapter(start=0, title="Hello")) == {
        "version": "1.2.0",
        "title": "Ask the captain",
        "podcastName": "Between Harbours",
        "chapters": [{"startTime": 0, "title": "Hello"}],
    }


def test_a_chapter_has_a_link_and_a_picture_where_they_are_given() -> None:
    fog = picture(path="podcast/episodes/captain/fog.jpg", digest="f" * 64)
    [chapter] = chapters_file(Chapter(start=30.5, title="Fog", url="https://x.example/?a=1&b=2", image=fog))["chapters"]
    assert chapter == {
        "startTime": 30.5,
        "title": "Fog",
        "url": "https://x.example/?a=1&b=2",
        "img": f"{HOME}podcast/captain/artwork-ffffffffffff.jpg",
    }


def test_chapters_stand_in_order_of_time() -> None:
    read = chapters_file(*(Chapter(start=start, title=str(start)) for start in (60, 0, 30)))
    assert [chapter["startTime"] for chapter in read["chapters"]] == [0, 30, 60]


@pytest.mark.parametrize(("start", "written"), [(0, "0"), (90.0, "90"), (90.25, "90.25"), (0.1 + 0.2, "0.3")])
def test_times_are_seconds_to_the_millisecond(start: float, written: str) -> None:
    [chapter] = chapters_file(Chapter(start=start, title="x"))["chapters"]
    assert json.dumps(chapter["startTime"]) == written


def test_a_link_stays_as_it_was_written() -> None:
    [chapter] = chapters_file(Chapter(start=0, title="x", url="HTTPS://x.example/Fog"))["chapters"]
    assert chapter["url"] == "HTTPS://x.example/Fog"


@pytest.mark.parametrize("title", ["Tea & <b>biscuits</b>", '"it\'s" \\', "😀 שלום", "a ]]> b"])
def test_every_title_comes_back_as_it_was(title: str) -> None:
    [chapter] = chapters_file(Chapter(start=0, title=title))["chapters"]
    assert chapter["title"] == title


def test_the_file_is_utf_8_and_laid_out_for_reading() -> None:
    show = whole(talk(chapters=(Chapter(start=0, title="Één"),)))
    [data] = (file.data for file in podcast.render(at_now(show)) if file.path.endswith("chapters.json"))
    assert '      "title": "Één"\n'.encode() in data
    assert data.endswith(b"}\n")


def test_what_utf_8_cannot_hold_is_left_out() -> None:
    [chapter] = chapters_file(Chapter(start=0, title="a\ud800b\x00", url="https://x.example/\udcff"))["chapters"]
    assert chapter == {"startTime": 0, "title": "ab", "url": "https://x.example/"}
