"""What a page tells chats and networks, and which picture they show."""

from typing import Any

import pytest
from tests.builders import episode, issue, person, picture, publication, show, story
from tests.render.website.rich_site import BASE_URL, cards, render, rich

from pressroom.model.publication import Publication
from pressroom.render.website.sharing import territorial

INTERNAL = rich()
PUBLIC = INTERNAL.but(visibility="public")
PAGES, CARDS = render(INTERNAL), cards(INTERNAL)


def share(address: str, made: Publication = INTERNAL) -> dict[str, Any]:
    found: dict[str, Any] = render(made)[address].meta["share"]
    return found


def test_an_issue_shows_its_card() -> None:
    page, card = PAGES["issues/2026-11/"], CARDS["issues/2026-11/"]
    assert (card.title, card.label) == ("The issue of 2026-11", "Issue 47 · 19 November 2026")
    assert card.picture == INTERNAL.issues[0].stories[0].image
    image = page.meta["share"]["image"]
    assert image["url"] == f"{BASE_URL}{card.address}"
    assert (image["width"], image["height"], image["type"]) == (1200, 630, "image/jpeg")
    assert image["alt"] == "The Bench: The issue of 2026-11"
    assert page.meta["share"]["large"] is True


def test_a_card_is_in_the_language_of_its_issue() -> None:
    card = CARDS["nl/issues/2026-11/"]
    assert (card.folder, card.label, card.right_to_left) == ("nl/issues/2026-11/", "19 november 2026", False)
    arabic = publication(issue(language="ar"), language="ar", languages=("ar",))
    assert cards(arabic)["ar/issues/2026-11/"].right_to_left is True


def test_a_story_shows_its_own_picture_as_jpeg_of_the_right_size() -> None:
    image = share("issues/2026-11/quay/")["image"]
    assert image["url"].startswith(f"{BASE_URL}assets/pictures/quay-")
    assert (image["width"], image["type"], image["alt"]) == (960, "image/jpeg", "A quay in the rain")
    assert "issues/2026-11/quay/" not in CARDS


def test_a_story_without_picture_or_with_a_small_one_shows_its_issues_card() -> None:
    card = CARDS["issues/2026-11/"]
    assert share("issues/2026-11/kiosk/")["image"]["url"] == f"{BASE_URL}{card.address}"
    small = publication(issue(story("fog", image=picture(width=599, height=400), image_alt="Fog")))
    assert "/card-" in share("issues/2026-11/fog/", small)["image"]["url"]


def test_on_a_public_site_each_story_has_a_card() -> None:
    card = cards(PUBLIC)["issues/2026-11/quay/"]
    assert (card.kicker, card.title) == ("Ships and crews", "Quay")
    assert share("issues/2026-11/quay/", PUBLIC)["image"]["url"] == f"{BASE_URL}{card.address}"


def test_every_card_that_a_page_shows_is_drawn() -> None:
    for made in (INTERNAL, PUBLIC):
        pages = render(made).values()
        drawn = {f"{BASE_URL}{card.address}" for card in cards(made).values()}
        shown = {page.meta["share"]["image"]["url"] for page in pages if page.meta["share"]}
        assert {url for url in shown if "/card-" in url} == drawn


def test_pages_without_a_picture_show_the_card_of_the_publication() -> None:
    card = CARDS[""]
    assert (card.name, card.title, card.picture) == ("Vos & Bos", "The Bench", None)
    for address in ("", "issues/", "about/", "sections/crews/", "people/ada/"):
        assert share(address)["image"]["url"] == f"{BASE_URL}{card.address}"
        assert address not in CARDS or not address


def test_a_text_without_end_has_one_on_its_card() -> None:
    endless = publication(issue(story("fog", title="word " * 9000), title="x" * 90_000), visibility="public")
    assert max(len(card.title) for card in cards(endless).values()) == 240


def test_a_person_is_shown_by_their_photo() -> None:
    ada = person("ada", "Ada Vos", photo=picture(width=400, height=400))
    shown = share("people/ada/", publication(people={"ada": ada}))
    assert (shown["type"], shown["large"], shown["image"]["alt"]) == ("profile", False, "Ada Vos")


def test_the_show_and_its_episodes_show_the_artwork() -> None:
    for address in ("podcast/", "podcast/captain/"):
        shown = share(address)
        assert (shown["image"]["width"], shown["image"]["alt"]) == (1400, "Between Harbours")
        assert shown["large"] is False
    assert share("podcast/captain/")["audio"] == {
        "url": f"{BASE_URL}podcast/captain/captain.mp3",
        "type": "audio/mpeg",
    }
    assert share("podcast/engineer/")["audio"] is None, "it has no sound"


def test_sound_at_an_address_is_told_as_it_is() -> None:
    elsewhere = {"path": None, "url": "https://cdn.example/a.mp3", "bytes": 1, "type": "audio/mpeg", "duration": 9}
    heard = episode().but(audio=type(rich().show.episodes[0].audio).from_dict(elsewhere))  # type: ignore[union-attr] # the sample has a show
    assert share("podcast/captain/", publication(show=show(heard)))["audio"]["url"] == "https://cdn.example/a.mp3"


def test_an_article_has_dates_a_section_and_authors() -> None:
    shown = share("issues/2026-11/quay/")
    assert (shown["type"], shown["section"]) == ("article", "Ships and crews")
    assert shown["authors"] == [f"{BASE_URL}people/ada/"]
    assert shown["published"] == "2026-11-19T00:30:00+01:00"
    assert shown["modified"] == "2026-11-22T01:00:00+01:00"
    assert share("issues/2026-11/")["authors"] == [f"{BASE_URL}people/ada/"]
    assert share("about/")["type"] == "website"


def test_a_correction_before_the_date_is_none() -> None:
    shown = share("issues/2026-10/")
    assert shown["modified"] >= shown["published"]


def test_a_page_names_the_languages_that_it_exists_in() -> None:
    assert (share("")["locale"], share("")["locales"]) == ("en_US", ["nl_NL"])
    assert (share("nl/")["locale"], share("nl/")["locales"]) == ("nl_NL", ["en_US"])
    assert share("issues/2026-10/")["locales"] == []


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nl", "nl_NL"), ("en-gb", "en_GB"), ("pt-br", "pt_BR"), ("zh-hant-tw", "zh_TW"), ("tlh", "tlh_TLH")],
)
def test_a_language_is_told_with_a_country(tag: str, expected: str) -> None:
    assert territorial(tag) == expected


def test_what_has_no_address_is_not_shared() -> None:
    assert PAGES["404.html"].meta["share"] is None
