"""Addresses of what is drawn: what looks different stands elsewhere."""

from tests.builders import picture

from pressroom.model.brand import Brand, Logo
from pressroom.model.share_card import Icon, ShareCard

CARD = ShareCard(folder="issues/2026-11/", name="The Gangway", title="Fog", brand=Brand())
ICON = Icon(name="icon", logo=Logo(picture=picture(), tone="#808080"), width=180, height=180)


def test_a_card_stands_beside_what_it_shows() -> None:
    assert CARD.address.startswith("issues/2026-11/card-")
    assert CARD.address.endswith(".jpg")


def test_whatever_changes_a_card_changes_its_address() -> None:
    changes: list[dict[str, object]] = [
        {"title": "Rain"},
        {"name": "The Bench"},
        {"kicker": "Crews"},
        {"label": "Issue 47"},
        {"right_to_left": True},
        {"picture": picture()},
        {"picture": picture(digest="b" * 64)},
        {"brand": Brand(accent="#ffffff")},
    ]
    addresses = {CARD.but(**change).address for change in changes} | {CARD.address}
    assert len(addresses) == len(changes) + 1


def test_an_icon_says_its_size() -> None:
    assert ICON.address.startswith("assets/brand/icon-180-")
    assert ICON.address.endswith(".png")
    assert ICON.but(ground="#ffffff").address != ICON.address
