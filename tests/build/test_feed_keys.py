"""Keys come from the environment, are long enough, and are never shown."""

import pytest

from pressroom.build.feed_keys import BEFORE, KEY, feed_keys
from pressroom.errors import Unreadable

OLD, NEW = "o" * 40, "n" * 40


def test_a_key_and_the_one_before() -> None:
    found = feed_keys({KEY: f" {NEW}\n", BEFORE: OLD})
    assert found
    assert found.before
    assert (found.current.reveal(), found.before.reveal()) == (NEW.encode(), OLD.encode())
    assert NEW not in repr(found)


@pytest.mark.parametrize("environment", [{}, {KEY: ""}, {KEY: " "}])
def test_no_key_is_none(environment: dict[str, str]) -> None:
    assert feed_keys(environment) is None


@pytest.mark.parametrize("before", ["", NEW])
def test_without_another_key_before_there_is_none(before: str) -> None:
    found = feed_keys({KEY: NEW, BEFORE: before})
    assert found
    assert found.before is None


@pytest.mark.parametrize("environment", [{KEY: "short"}, {KEY: NEW, BEFORE: "short"}])
def test_a_key_that_could_be_guessed_is_none(environment: dict[str, str]) -> None:
    with pytest.raises(Unreadable, match="has 5 characters") as told:
        feed_keys(environment)
    assert "openssl rand -hex 32" in told.value.hint


def test_the_key_before_alone_is_a_mistake() -> None:
    with pytest.raises(Unreadable, match="is set, and PRESSROOM_FEED_KEY is not"):
        feed_keys({BEFORE: OLD})
