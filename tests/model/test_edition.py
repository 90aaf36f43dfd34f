from typing import Any

from tests.builders import issue, story

from pressroom.model.edition import Audience, Edition, editions

NOVEMBER = issue(
    story("for-all"), story("for-desks", audience="desk"), story("for-the-front-line", audience="frontline")
)


def audience(**fields: Any) -> Audience:
    given: dict[str, Any] = {"id": "everybody", "language": "en"}
    return Audience(**{**given, **fields})


def named(*audiences: Audience, language: str = "en") -> dict[str, tuple[str, ...]]:
    made = editions(NOVEMBER.but(language=language), audiences)
    return {edition.id: edition.to for edition in made}


def test_without_audiences_there_is_the_desk_s_edition() -> None:
    assert named() == {"en": ()}


def test_an_edition_goes_to_its_audience() -> None:
    assert named(audience(to="all@gangway.example")) == {"en": ("all@gangway.example",)}


def test_the_front_line_s_edition_stands_beside_the_desk_s() -> None:
    ships = audience(kind="frontline", to="ships@gangway.example")
    assert named(ships) == {"en": (), "en-frontline": ("ships@gangway.example",)}


def test_the_desk_s_edition_comes_first_whatever_the_order() -> None:
    ships = audience(kind="frontline", to="ships@gangway.example")
    shore = audience(to="shore@gangway.example")
    assert list(named(ships, shore)) == ["en", "en-frontline"]


def test_an_audience_of_another_language_asks_for_nothing_here() -> None:
    dutch = audience(language="nl", kind="frontline", to="schepen@gangway.example")
    assert named(dutch) == {"en": ()}
    assert named(dutch, language="nl") == {"nl": (), "nl-frontline": ("schepen@gangway.example",)}


def test_of_several_audiences_for_one_edition_every_list_gets_it_once() -> None:
    office, ships = audience(to="office@gangway.example"), audience(to="ships@gangway.example")
    assert named(audience(recipients="staff.csv"), office, ships, office) == {
        "en": ("office@gangway.example", "ships@gangway.example")
    }


def test_readers_get_what_is_for_all_and_what_is_for_them_in_order() -> None:
    desk, frontline = Edition(issue=NOVEMBER), Edition(issue=NOVEMBER, kind="frontline")
    assert [one.slug for one in desk.stories()] == ["for-all", "for-desks"]
    assert [one.slug for one in frontline.stories()] == ["for-all", "for-the-front-line"]
