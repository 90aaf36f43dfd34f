import pytest
from tests import builders
from tests.check.judging import found
from tests.check.writing_rules.written import told, written

RULE = "repeated-title"

CLEAN = written(title="The new rota", summary="Two free weekends a month.")
FAULTY = written(title="The new rota", summary="The new rota.")


@pytest.mark.parametrize("summary", ["New rota", "THE NEW ROTA!", "“The new rota”"])
def test_a_summary_of_the_title_s_words_alone_says_no_more(summary: str) -> None:
    assert told(RULE, title="The new rota", summary=summary) == [(5, "The summary repeats the title.")]


def test_a_summary_that_is_not_written_here_repeats_nothing() -> None:
    assert not told(RULE, title="The new rota", summary="The new rota", lines={"title": 2})


def test_a_preheader_that_repeats_the_subject_is_told() -> None:
    issue = builders.issue(subject="The new rota", preheader="The new rota.", lines={"preheader": 4})

    [finding] = found(RULE, builders.publication(issue))

    assert (finding.line, finding.message) == (4, "The preheader repeats the subject.")
    assert finding.hint == "Both are read together. Say in the preheader what else is in it."
