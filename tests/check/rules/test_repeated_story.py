from random import Random

from tests import builders
from tests.check.judging import found

from pressroom.model.prose import Prose
from pressroom.model.publication import Publication
from pressroom.prose.gist import gist

RULE = "repeated-story"


def text(seed: str, words: int = 300) -> str:
    """A text that is like no other with another seed."""
    random = Random(seed)  # noqa: S311  a text, not a secret
    return " ".join(f"word{random.randrange(5_000)}" for _ in range(words))


def stories(*texts: str, languages: tuple[str, ...] = ()) -> Publication:
    """An issue a month, the oldest first, each with one story of these texts."""
    issues = []
    for number, words in enumerate(texts):
        language = languages[number] if languages else "en"
        story = builders.story(
            f"story-{number}",
            issue=f"2026-{number + 1:02d}",
            language=language,
            prose=Prose.of(text=words, gist=gist(words)),
            title=f"No {number}",
        )
        issues.append(builders.issue(story, id=f"2026-{number + 1:02d}", language=language))
    return builders.publication(*reversed(issues))


CLEAN = stories(text("a"), text("b"), text("c"))
FAULTY = stories(text("a"), text("b"), text("a"))


def test_the_later_one_is_told_with_the_earlier() -> None:
    [finding] = found(RULE, FAULTY)

    assert (finding.path, finding.line) == ("content/issues/2026-03/story-2.md", 5)
    assert finding.message == (
        "“No 2” is nearly the same text as “No 0” (content/issues/2026-01/story-0.md): 100% of it."
    )


def test_a_few_other_words_make_no_other_text() -> None:
    [finding] = found(RULE, stories(text("a"), f"{text('a')[:1_500]} on Friday {text('a')[1_500:]}"))

    assert finding.path == "content/issues/2026-02/story-1.md"


def test_a_half_of_it_is_no_copy() -> None:
    assert not found(RULE, stories(text("a"), text("a", 150) + " " + text("b", 150)))


def test_a_notice_and_another_language_are_left_alone() -> None:
    assert not found(RULE, stories(text("a", 50), text("a", 50)))
    assert not found(RULE, stories(text("a"), text("a"), languages=("en", "nl")))
    assert not found(RULE, stories(text("a"), text("a"), languages=("ja", "ja")))


def test_of_many_copies_each_is_told_once() -> None:
    assert len(found(RULE, stories(*[text("a")] * 9))) == 8


def test_what_very_many_share_is_looked_for_among_the_first_alone() -> None:
    same = Prose.of(text=text("a"), gist=gist(text("a")))
    months = [builders.story(f"s-{at}", prose=same, title=f"No {at}") for at in range(25)]
    assert len(found(RULE, builders.publication(builders.issue(*months)))) == 24
