"""Questions: what is proposed follows from what there is, and no answer is taken that `check` would refuse."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from pressroom import load
from pressroom.desk import new, questions
from pressroom.desk.questions import Question
from pressroom.errors import UsageWrong
from pressroom.load.fields.newsletter import IssueFields, StoryFields
from pressroom.load.fields.podcast import EpisodeFields
from pressroom.load.fields.publication import MailFields
from pressroom.store import Store

_DAY = date(2026, 11, 22)
_PUBLICATION = """\
name: The Bench
organization: Example Roasters
base_url: https://news.example.com
language: en
timezone: Europe/Amsterdam
people:
  ada: {name: Ada Lovelace}
  bram: {name: Bram Stoker}
sections:
  crews: Ships and crews
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/publication.yml").write_text(_PUBLICATION)
    return tmp_path


def _names(asked: Iterable[Question]) -> list[str]:
    return [question.name for question in asked]


def _one(asked: Iterable[Question], name: str) -> Question:
    return next(question for question in asked if question.name == name)


def test_a_field_is_asked_for_in_the_words_that_explain_it() -> None:
    question = questions.of_field(StoryFields, "summary")
    assert question.words == "The story in a sentence or two."
    assert questions.of_field(MailFields, "from_").name == "from"
    several = questions.of_field(StoryFields, "authors")
    assert several.words.endswith("Several with commas between.")
    assert several.taken(" ada , bram,") == ("ada", "bram")
    assert question.taken("a, b") == "a, b"


@pytest.mark.parametrize(
    ("question", "answer", "says"),
    [
        (questions.of_field(IssueFields, "date"), "19.11.2026", "date: 2026-11-19"),
        (questions.of_field(IssueFields, "date"), "2026-02-30", "February 2026 has 28 days"),
        (questions.of_field(IssueFields, "title"), "a\x1b[Db", "a character that cannot be seen"),
        (questions.of_field(EpisodeFields, "people"), "ada, ada", "stands twice"),
    ],
)
def test_an_answer_that_a_file_may_not_hold_is_refused_as_there(question: Question, answer: str, says: str) -> None:
    with pytest.raises(UsageWrong) as refused:
        question.check(answer)
    assert says in f"{refused.value.message} {refused.value.hint}"


@pytest.mark.parametrize(
    "title", ["Fog", "Fog: a story", '"Fog" #3', "2026", "yes", "- x", "{{ x }}", "né, 漢字", "it's"]
)
def test_any_title_is_taken_as_it_was_typed(root: Path, title: str) -> None:
    questions.of_field(IssueFields, "title").check(title)
    new.issue(root, "2026-12", answers={"title": title, "date": "2026-12-17"})
    [issue] = load.load(root, Store(None)).publication.issues
    assert (issue.title, issue.date.day) == (title, 17)


def test_the_first_issue_is_of_this_month_and_the_next_of_the_next(root: Path) -> None:
    assert questions.issue_id(root, _DAY).proposal == "2026-11"
    new.issue(root, "2026-12")
    assert questions.issue_id(root, _DAY).proposal == "2027-01"


def test_an_issue_is_asked_for_what_readers_need(root: Path) -> None:
    asked = list(questions.issue(root, "2026-12", _DAY))
    assert _names(asked) == ["title", "date", "summary", "editors"]
    assert _one(asked, "date").proposal == "2026-12-01"
    assert _one(questions.issue(root, "summer", _DAY), "date").proposal == "2026-11-22"


def test_a_story_belongs_to_the_last_issue_and_is_named_after_its_title(root: Path) -> None:
    assert questions.story_issue(root).proposal == ""
    for issue_id in ("2026-12", "2026-11"):
        new.issue(root, issue_id)
    assert questions.story_issue(root).proposal == "2026-12"
    assert questions.story_slug(root, "2026-12", "Née: the new ship!").proposal == "nee-the-new-ship"
    assert questions.story_slug(root, "2026-12", "漢字").proposal == ""
    assert questions.story_slug(root, "2026-12", "").proposal == ""
    with pytest.raises(UsageWrong, match="There is no issue 2027-01"):
        questions.story_issue(root).check("2027-01")


def test_sections_and_people_are_asked_for_where_there_are_some(root: Path) -> None:
    asked = list(questions.story(root))
    assert _names(asked) == ["summary", "section", "authors"]
    section, authors = _one(asked, "section"), _one(asked, "authors")
    section.check("crews")
    authors.check("ada, bram")
    with pytest.raises(UsageWrong, match="There is no section crew") as refused:
        section.check("crew")
    assert refused.value.hint.startswith("Did you mean crews?")
    with pytest.raises(UsageWrong, match="Nobody has the id brom") as refused:
        authors.check("ada, brom")
    assert refused.value.hint.startswith("Did you mean bram?")

    (root / "content/publication.yml").write_text(_PUBLICATION.partition("people:")[0])
    assert _names(questions.story(root)) == ["summary"]
    assert _names(questions.episode(root)) == ["summary"]


def test_an_episode_is_named_after_its_month_and_title(root: Path) -> None:
    assert questions.episode_id(root, "Ask the COO", _DAY).proposal == "2026-11-ask-the-coo"
    assert questions.episode_id(root, "", _DAY).proposal == ""


def test_a_show_is_made_by_the_organisation_if_nobody_says_otherwise(root: Path) -> None:
    asked = list(questions.show(root))
    assert _names(asked) == ["title", "description", "author", "category"]
    assert _one(asked, "author").proposal == "Example Roasters"


def test_a_publication_is_asked_for_what_it_cannot_do_without() -> None:
    asked = questions.publication()
    assert _names(asked) == ["name", "organization", "base_url", "languages", "timezone"]
    assert all(question.needed for question in asked)
    _one(asked, "languages").check("nl, en")
    with pytest.raises(UsageWrong):
        _one(asked, "languages").check("nl, Englisch")
