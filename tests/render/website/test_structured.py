"""JSON-LD: by the fields that https://schema.org and Google's guides ask of each kind."""

from typing import Any

import pytest
from tests.builders import audio, episode, issue, picture, publication, show, story
from tests.render.website.rich_site import BASE_URL, render, rich

from pressroom.model.brand import Brand, Logo
from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication

Node = dict[str, Any]
PUBLIC = rich().but(visibility="public")

REQUIRED: dict[str, set[str]] = {
    "Organization": {"name", "url"},
    "WebSite": {"name", "url"},
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "PublicationIssue": {"name", "url", "datePublished", "isPartOf"},
    "PodcastSeries": {"name", "url", "description", "image", "inLanguage", "author"},
    "PodcastEpisode": {"name", "url", "datePublished", "partOfSeries"},
    "BreadcrumbList": {"itemListElement"},
}
"""What each kind must have: https://developers.google.com/search/docs/appearance/structured-data/search-gallery."""


def nodes(address: str, made: Publication = PUBLIC) -> dict[str, Node]:
    """Return a page's nodes by their kind."""
    data = render(made)[address].meta["structured"]
    assert data["@context"] == "https://schema.org"
    found = {node["@type"]: node for node in data["@graph"]}
    assert len(found) == len(data["@graph"])
    return found


def test_an_internal_site_tells_nothing() -> None:
    assert {page.meta["structured"] is None for page in render(rich()).values()} == {True}


def test_every_node_of_every_page_has_what_it_must_have() -> None:
    seen = set()
    for address, page in render(PUBLIC).items():
        if address == "404.html":
            assert page.meta["structured"] is None
            continue
        for kind, node in nodes(address).items():
            seen.add(kind)
            missing = {field for field in REQUIRED[kind] if not node.get(field)}
            assert not missing, f"{address}: {kind} lacks {missing}"
    assert seen == REQUIRED.keys()


def test_addresses_are_absolute() -> None:
    def check(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                check(inner, name)
        elif isinstance(value, list):
            for inner in value:
                check(inner, key)
        elif key in {"url", "image", "item", "mainEntityOfPage", "contentUrl", "webFeed", "logo", "@id"}:
            assert str(value).startswith(BASE_URL), f"{key}: {value}"

    for page in render(PUBLIC).values():
        check(page.meta["structured"])


def test_a_story_is_an_article_of_its_issue() -> None:
    article = nodes("issues/2026-11/quay/")["NewsArticle"]
    assert (article["headline"], article["articleSection"]) == ("Quay", "Ships and crews")
    assert article["author"] == [
        {"@type": "Person", "name": "Ada Vos", "url": f"{BASE_URL}people/ada/", "jobTitle": "Editor"}
    ]
    assert article["isPartOf"]["issueNumber"] == "47"
    assert article["isPartOf"]["isPartOf"]["name"] == "The Bench"
    assert article["datePublished"] == "2026-11-19T00:30:00+01:00"


def test_an_article_that_nobody_signed_is_by_the_house() -> None:
    assert nodes("issues/2026-11/rota/")["NewsArticle"]["author"] == [{"@id": f"{BASE_URL}#organization"}]


def test_an_issue_that_is_one_text_is_an_article() -> None:
    assert "NewsArticle" in nodes("issues/2026-10/")
    assert "NewsArticle" not in nodes("issues/2026-11/")
    assert "issueNumber" not in nodes("issues/2026-11/", publication(issue(story()), visibility="public"))


def test_a_headline_has_at_most_110_characters() -> None:
    made = publication(issue(story("fog", title="word " * 60)), visibility="public")
    assert len(nodes("issues/2026-11/fog/", made)["NewsArticle"]["headline"]) <= 110


def test_the_show_names_its_feed_and_an_episode_its_sound() -> None:
    assert nodes("podcast/")["PodcastSeries"]["webFeed"] == f"{BASE_URL}podcast/feed.xml"
    heard = nodes("podcast/captain/")["PodcastEpisode"]
    assert (heard["duration"], heard["episodeNumber"]) == ("PT1M32S", 4)
    assert heard["associatedMedia"]["contentUrl"] == f"{BASE_URL}podcast/captain/captain.mp3"
    assert heard["partOfSeries"]["name"] == "Between Harbours"


def test_what_an_episode_lacks_is_not_told() -> None:
    heard = nodes("podcast/engineer/")["PodcastEpisode"]
    assert not {"associatedMedia", "duration", "episodeNumber"} & heard.keys()


def test_a_private_show_behind_a_wall_has_no_feed_to_tell() -> None:
    private = publication(
        show=show(episode(audio=audio()), access="private"), visibility="public", deploy=Deploy(access="wall")
    )
    assert "webFeed" not in nodes("podcast/", private)["PodcastSeries"]


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("issues/2026-11/quay/", ["The Bench", "All issues", "The issue of 2026-11", "Quay"]),
        ("podcast/captain/", ["The Bench", "Between Harbours", "Ask the captain"]),
        ("about/", ["The Bench", "About"]),
    ],
)
def test_breadcrumbs_lead_from_the_front_page(address: str, names: list[str]) -> None:
    items = nodes(address)["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == names
    assert [item["position"] for item in items] == list(range(1, len(names) + 1))
    assert (items[0]["item"], items[-1]["item"]) == (BASE_URL, f"{BASE_URL}{address}")


def test_the_front_page_is_the_site_and_has_no_breadcrumbs() -> None:
    assert nodes("").keys() == {"WebSite", "Organization"}
    assert nodes("nl/").keys() == {"WebSite", "Organization"}
    assert nodes("")["WebSite"]["inLanguage"] == ["en", "nl"]


def test_the_house_is_shown_by_its_logo() -> None:
    logo = Logo(picture=picture(width=512, height=512), tone="#c08020")
    made = PUBLIC.but(brand=Brand(logo=logo))
    assert nodes("", made)["Organization"]["logo"].startswith(f"{BASE_URL}assets/brand/icon-512-")
    assert "logo" not in nodes("")["Organization"]
