"""How to follow the show, where a link can do it and where not."""

from collections.abc import Mapping
from typing import Any

import pytest
from tests.builders import episode, publication, show
from tests.render.website.rich_site import render

from pressroom.model.outlets import Deploy
from pressroom.model.publication import Feedback, Publication

FEED = "https://gangway.example/podcast/feed.xml"


def ways(made: Publication) -> Mapping[str, Any]:
    found: Mapping[str, Any] = render(made)["podcast/"].meta["subscription"]
    return found


def links(**fields: Any) -> dict[str, str]:
    return {app["name"]: app["href"] for app in ways(publication(show=show(episode()), **fields))["apps"]}


def private(**fields: Any) -> Publication:
    """A private show with a sign-on in front of it."""
    shown = show(episode(), access="private", owner_email=fields.pop("owner_email", ""))
    return publication(show=shown, deploy=Deploy(access="wall"), **fields)


def test_each_app_gets_the_address_as_it_wants_it() -> None:
    whole = "https%3A%2F%2Fgangway.example%2Fpodcast%2Ffeed.xml"
    assert links() == {
        "Apple Podcasts": "podcast://gangway.example/podcast/feed.xml",
        "Overcast": f"overcast://x-callback-url/add?url={whole}",
        "Castro": "castros://subscribe/gangway.example/podcast/feed.xml",
        "AntennaPod": f"antennapod-subscribe://antennapod.org/deeplink/subscribe?url={whole}",
        "Podcast Addict": "podcastaddict://gangway.example/podcast/feed.xml",
    }


def test_no_link_asks_a_website_on_its_way() -> None:
    assert not [href for href in links().values() if href.startswith(("http:", "https:"))]


def test_a_feed_without_tls_says_so_where_that_makes_a_difference() -> None:
    assert links(base_url="http://intra.example/")["Castro"] == "castro://subscribe/intra.example/podcast/feed.xml"


def test_the_address_is_there_to_copy_and_to_scan() -> None:
    found = ways(publication(show=show(episode())))
    assert (found["feed"], found["code"], found["ask"]) == (FEED, "feed-code.svg", None)
    assert found["code_alt"] == f"QR code of the feed’s address, {FEED}"


@pytest.mark.parametrize(
    ("feedback", "owner", "title", "href"),
    [
        (Feedback(email="news@a.example"), "show@a.example", "news@a.example", "mailto:news@a.example"),
        (Feedback(url="https://a.example/ask"), "show@a.example", "show@a.example", "mailto:show@a.example"),
        (Feedback(url="https://a.example/ask"), "", "https://a.example/ask", "https://a.example/ask"),
    ],
)
def test_to_a_private_show_it_says_whom_to_ask(feedback: Feedback, owner: str, title: str, href: str) -> None:
    found = ways(private(feedback=feedback, owner_email=owner))
    assert (found["ask"]["title"], found["ask"]["href"].partition("?")[0]) == (title, href)
    assert (found["feed"], found["apps"], found["code"]) == ("", [], "")


def test_a_letter_about_a_private_show_names_it() -> None:
    found = ways(private(feedback=Feedback(email="news@a.example")))
    assert found["ask"]["href"] == "mailto:news@a.example?subject=Between%20Harbours"


def test_where_nobody_can_be_asked_nobody_is_named() -> None:
    assert ways(private())["ask"] is None
