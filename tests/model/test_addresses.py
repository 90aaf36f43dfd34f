"""The output paths are a contract: tools outside the project rely on each of them."""

import pytest
from tests.builders import picture

from pressroom.model import addresses

QUAY = picture(path="podcast/artwork.jpg", digest="0123456789abcdef" * 4)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        (addresses.home(""), "index.html"),
        (addresses.home("nl/"), "nl/index.html"),
        (addresses.archive(""), "issues/index.html"),
        (addresses.archive("nl/"), "nl/issues/index.html"),
        (addresses.issue("", "2026-11"), "issues/2026-11/index.html"),
        (addresses.issue("nl/", "2026-11"), "nl/issues/2026-11/index.html"),
        (addresses.story("", "2026-11", "fog"), "issues/2026-11/fog/index.html"),
        (addresses.story("nl/", "2026-11", "fog"), "nl/issues/2026-11/fog/index.html"),
        (addresses.event("", "2026-11", "party"), "issues/2026-11/party.ics"),
        (addresses.event("nl/", "2026-11", "feest"), "nl/issues/2026-11/feest.ics"),
        (addresses.calendar(""), "calendar.ics"),
        (addresses.calendar("nl/"), "nl/calendar.ics"),
        (addresses.email("", "2026-11"), "issues/2026-11/email.html"),
        (addresses.email("nl/", "2026-11"), "nl/issues/2026-11/email.html"),
        (addresses.page("", "about"), "about/index.html"),
        (addresses.section("", "people"), "sections/people/index.html"),
        (addresses.person("", "ada"), "people/ada/index.html"),
        (addresses.feed(""), "feed.xml"),
        (addresses.feed("nl/"), "nl/feed.xml"),
        (addresses.PODCAST, "podcast/index.html"),
        (addresses.feed(addresses.PODCAST), "podcast/feed.xml"),
        (addresses.episode("captain"), "podcast/captain/index.html"),
        (addresses.enclosure("captain", "podcast/episodes/captain/ask.mp3"), "podcast/captain/ask.mp3"),
        (addresses.transcript("captain"), "podcast/captain/transcript.vtt"),
        (addresses.chapters("captain"), "podcast/captain/chapters.json"),
        (addresses.show_artwork(QUAY), "podcast/artwork-0123456789ab.jpg"),
        (addresses.episode_artwork("captain", QUAY), "podcast/captain/artwork-0123456789ab.jpg"),
    ],
)
def test_each_thing_has_its_place_in_the_site(address: str, file: str) -> None:
    assert addresses.file(address) == file


def test_a_picture_is_named_after_what_it_is_and_not_after_what_it_is_called() -> None:
    mistaken = picture(path="podcast/artwork.jpg", format="png")
    assert addresses.show_artwork(mistaken).endswith(".png")


def test_new_artwork_has_a_new_address() -> None:
    assert addresses.show_artwork(QUAY) != addresses.show_artwork(picture(digest="f" * 64))


@pytest.mark.parametrize(
    "address",
    [
        addresses.archive(""),
        addresses.section("", "x"),
        addresses.person("", "x"),
        addresses.PODCAST,
        addresses.feed(""),
        "assets/",
        "pagefind/",
        "404.html",
        "sitemap.xml",
        "search/",
        addresses.calendar(""),
    ],
)
def test_no_standing_page_may_take_an_address_of_the_site_s_own(address: str) -> None:
    assert address.partition("/")[0].partition(".")[0] in addresses.TAKEN
