import pytest
from tests.builders import episode, show

from pressroom.model.podcast import ROLES

CAPTAIN, ENGINEER = episode("captain"), episode("engineer")


def test_an_episode_is_found_by_its_id() -> None:
    assert show(CAPTAIN, ENGINEER).episode("engineer") == ENGINEER


@pytest.mark.parametrize("name", [None, "", "cook"])
def test_an_id_that_no_episode_has_finds_none(name: str | None) -> None:
    assert show(CAPTAIN, ENGINEER).episode(name) is None


@pytest.mark.parametrize(
    ("role", "group"),
    [
        ("narrator", "cast"),
        ("fact checker", "writing"),
        ("transcriber", "writing"),
        ("producer", "creative direction"),
        ("audio engineer", "audio production"),
        ("audio editor", "audio post-production"),
        ("consultant", "misc."),
    ],
)
def test_a_role_belongs_to_its_group_of_the_podcast_taxonomy(role: str, group: str) -> None:
    assert ROLES[role] == group
