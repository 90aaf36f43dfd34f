import pytest

from pressroom.model.source import Source

EPISODE = Source(path="episode.md", lines={"title": 2, "chapters": 7, "chapters.0": 8, "chapters.0.start": 8})


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("title", 2),
        ("chapters.0.start", 8),
        ("chapters.0.title", 8),
        ("chapters.4.start", 7),
        ("chapters.4", 7),
        ("summary", 1),
        ("people.0.name", 1),
    ],
)
def test_a_field_s_line_is_its_own_or_that_of_what_it_stands_in_or_the_first(field: str, line: int) -> None:
    assert EPISODE.line(field) == line


def test_a_field_s_place_is_its_file_and_its_line() -> None:
    assert EPISODE.place("title") == "episode.md:2"
