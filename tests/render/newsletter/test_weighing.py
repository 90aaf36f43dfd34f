from tests.builders import prose
from tests.render.newsletter.rich_issue import issue, message, story

from pressroom.model.issue import Telling
from pressroom.model.message import LARGE

SENTENCE = "The quay was full of people who had come to see a ship tie up in the rain. "


def paragraphs(number: int) -> str:
    return f"<p>{SENTENCE * 6}</p>" * number


STORIES = tuple(story(f"s-{n}", prose=prose(paragraphs(20 * n))) for n in (1, 4, 2, 3))
HEAVY = message(
    issue(stories=(*STORIES, story("short")), newsletter=dict.fromkeys((s.slug for s in STORIES), Telling.FULL))
)


def test_a_large_message_knows_what_each_story_takes_the_heaviest_first() -> None:
    assert len(HEAVY.html.encode()) > LARGE
    assert [portion.slug for portion in HEAVY.portions] == ["s-4", "s-3", "s-2", "s-1", "short"]
    assert [portion.telling for portion in HEAVY.portions] == [Telling.FULL] * 4 + [Telling.TEASER]
    assert HEAVY.portions[0].title == "The story of the s-4"


def test_what_is_told_is_near_the_truth() -> None:
    fewer = issue(stories=STORIES, newsletter={story.slug: Telling.FULL for story in STORIES if story.slug != "s-4"})
    saved = len(HEAVY.html.encode()) - len(message(fewer).html.encode())
    assert abs(saved - HEAVY.portions[0].bytes) < 0.15 * saved
    assert sum(portion.bytes for portion in HEAVY.portions) < len(HEAVY.html.encode())


def test_a_message_that_is_not_large_is_not_weighed() -> None:
    assert message().portions == ()
