from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.render.addresses import absolute, relative

FOG = "issues/2026-11/fog/"


@pytest.mark.parametrize(
    ("page", "address", "way"),
    [
        ("", "", "./"),
        ("", "issues/", "issues/"),
        ("", "feed.xml", "feed.xml"),
        ("404.html", "issues/", "issues/"),
        ("issues/", "", "../"),
        ("issues/", "issues/", "./"),
        (FOG, "", "../../../"),
        (FOG, "issues/2026-11/", "../"),
        (FOG, "issues/2026-11/rain/", "../rain/"),
        (FOG, "issues/2026-11/email.html", "../email.html"),
        (FOG, "nl/issues/2026-11/fog/", "../../../nl/issues/2026-11/fog/"),
        ("issues/2026-11/email.html", "issues/2026-11/", "./"),
        ("issues/2026-11/email.html", FOG, "fog/"),
        ("about/", "assets/pictures/één & twee.webp", "../assets/pictures/%C3%A9%C3%A9n%20%26%20twee.webp"),
    ],
)
def test_the_way_from_a_page_to_an_address(page: str, address: str, way: str) -> None:
    assert relative(page, address) == way


def test_a_heading_is_reached_by_its_anchor() -> None:
    assert relative(FOG, "about/", "who-we-are") == "../../../about/#who-we-are"
    assert absolute("https://gangway.example/", "about/", "café:1") == "https://gangway.example/about/#caf%C3%A9:1"


_NAMES = st.text("abc-1é", min_size=1, max_size=4)
_PAGES = st.lists(_NAMES, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


@given(_PAGES, st.one_of(_PAGES, st.builds(lambda folder, name: f"{folder}{name}.html", _PAGES, _NAMES)))
def test_following_the_way_from_a_page_leads_to_the_address(page: str, address: str) -> None:
    base = "https://gangway.example/news/"
    assert unquote(urljoin(base + page, relative(page, address))) == base + address


def test_a_full_address_begins_with_the_site_s_own() -> None:
    assert absolute("https://intranet.example/news/", "") == "https://intranet.example/news/"
    assert absolute("https://intranet.example/news/", "a b/é.mp3") == "https://intranet.example/news/a%20b/%C3%A9.mp3"
