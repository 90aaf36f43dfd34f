import pytest
from tests.builders import episode, publication, show
from tests.check.judging import found

from pressroom.model.finding import Severity

CLEAN = publication(show=show(episode(title="t" * 255, summary="s" * 4000), title="t" * 255, description="é" * 2000))
FAULTY = publication(show=show(description="é" * 2001))


def test_texts_as_long_as_apps_take_are_fine() -> None:
    assert found("podcast-text", CLEAN) == []


def test_without_a_show_there_are_no_texts() -> None:
    assert found("podcast-text", publication()) == []


def test_a_description_is_measured_in_bytes() -> None:
    [finding] = found("podcast-text", FAULTY)
    assert finding.severity is Severity.ERROR
    assert (finding.path, finding.line) == ("podcast/show.yml", 5)
    assert finding.message == "`description` has 4,002 bytes; podcast apps take 4,000, which is about 600 words."


@pytest.mark.parametrize("field", ["title", "author"])
def test_a_title_and_an_author_are_measured_in_characters(field: str) -> None:
    [finding] = found("podcast-text", publication(show=show(**{field: "é" * 256})))
    assert finding.message == f"`{field}` has 256 characters; podcast apps take 255."
    assert finding.hint == "Take out 1 or more."


def test_an_episode_is_measured_as_well() -> None:
    long = episode(title="t" * 300, summary="s" * 5000)
    title, summary = sorted(found("podcast-text", publication(show=show(long))), key=lambda f: f.message, reverse=True)
    assert title.message.startswith("`title` has 300 characters")
    assert summary.message.startswith("`summary` has 5,000 bytes")
    assert title.path == summary.path == "podcast/episodes/captain/episode.md"
