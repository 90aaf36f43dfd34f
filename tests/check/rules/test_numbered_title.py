import pytest
from tests.builders import episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(show=show(episode(title="Ask the captain"), episode("b", title="12 knots, and no faster")))
FAULTY = publication(show=show(episode(title="Episode 4: Ask the captain")))


def test_a_title_in_words_is_fine() -> None:
    assert found("numbered-title", CLEAN) == []


@pytest.mark.parametrize(
    "number", ["Episode 4: ", "episode #4 – ", "Ep. 4 ", "#4 ", "S1E4: ", "S01 E04 | ", "Aflevering 4. "]
)
def test_a_number_before_the_title_is_a_warning_with_the_title_alone(number: str) -> None:
    [finding] = found("numbered-title", publication(show=show(episode(title=f"{number}Ask the captain"))))
    assert finding.severity is Severity.WARNING
    assert (finding.path, finding.line) == ("podcast/episodes/captain/episode.md", 5)
    assert finding.hint == "Write: title: Ask the captain"


def test_the_title_is_put_in_quotes_where_it_needs_them() -> None:
    [finding] = found("numbered-title", publication(show=show(episode(title="Episode 4: Fog: a story"))))
    assert finding.hint == 'Write: title: "Fog: a story"'


def test_a_number_and_nothing_else_needs_words() -> None:
    [finding] = found("numbered-title", publication(show=show(episode(title="Episode 4"))))
    assert finding.message == "The title begins with a number, “Episode 4”; apps add that themselves."
    assert finding.hint == "Give it a title in words, and write the number as `number`."
