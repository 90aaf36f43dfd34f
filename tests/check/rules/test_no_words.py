from typing import Any

import pytest
from tests.builders import issue, publication, story
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(issue(story(title="42", summary="Short."), preheader="Your vote", lines={"preheader": 4}))
FAULTY = publication(issue(preheader="…", lines={"preheader": 4}))


def test_words_and_numbers_are_fine() -> None:
    assert found("no-words", CLEAN) == []


def test_a_preheader_of_dots_is_a_warning_at_its_line() -> None:
    [finding] = found("no-words", FAULTY)
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("content/issues/2026-11/issue.md", 4)
    assert finding.message == "`preheader` is “…”, in which there is no word."
    assert finding.hint == "Write words, or delete the line."


@pytest.mark.parametrize(("fields", "said"), [({"question": "?"}, ["question"]), ({"title": "🎉"}, ["title"])])
def test_what_stands_alone_somewhere_is_looked_at(fields: dict[str, Any], said: list[str]) -> None:
    findings = found("no-words", publication(issue(**fields)))
    assert [finding.message.split("`")[1] for finding in findings] == said


def test_a_required_text_cannot_be_deleted() -> None:
    [finding] = found("no-words", publication(issue(story(title="-"))))
    assert finding.hint == "Write words."
