from tests.builders import story

from pressroom.model.issue import Telling
from pressroom.render.newsletter.choosing import choose
from pressroom.render.newsletter.extent import LADDER, Extent

STORIES = tuple(story(slug) for slug in "abcdef")
TIGHT = LADDER[-1].but(teasers=1, titles=1)


def chosen(extent: Extent = TIGHT, **tellings: Telling) -> tuple[str, str, int]:
    """Return what is told (in capitals: in full), the titles, and how many are left out."""
    choice = choose(STORIES, tellings, extent)
    told = "".join(story.slug.upper() if how is Telling.FULL else story.slug for story, how in choice.told)
    return told, "".join(story.slug for story in choice.titles), choice.left_out


def test_where_there_is_room_every_story_that_nobody_named_is_a_teaser() -> None:
    assert chosen(LADDER[0]) == ("abcdef", "", 0)


def test_where_there_is_less_the_later_ones_become_titles_and_the_last_are_left_out() -> None:
    assert chosen() == ("ab", "c", 3)


def test_what_was_chosen_stays_so_wherever_it_stands_and_takes_no_room_from_the_others() -> None:
    assert chosen(f=Telling.FULL, e=Telling.TEASER) == ("abeF", "c", 1)
    assert chosen(a=Telling.LINK, d=Telling.LINK) == ("bc", "ade", 1)
    assert chosen(TIGHT, **dict.fromkeys("abcdef", Telling.FULL)) == ("ABCDEF", "", 0)


def test_the_least_rung_gives_way_only_where_nobody_chose() -> None:
    assert chosen(LADDER[-1], c=Telling.TEASER) == ("ac", "bdef", 0)
