import pytest
from tests.builders import episode, show

CAPTAIN, ENGINEER = episode("captain"), episode("engineer")


def test_an_episode_is_found_by_its_id() -> None:
    assert show(CAPTAIN, ENGINEER).episode("engineer") == ENGINEER


@pytest.mark.parametrize("name", [None, "", "cook"])
def test_an_id_that_no_episode_has_finds_none(name: str | None) -> None:
    assert show(CAPTAIN, ENGINEER).episode(name) is None
