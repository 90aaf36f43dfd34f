"""Whatever takes something away from somebody makes a generation that nobody had."""

from hypothesis import given
from hypothesis import strategies as st

from pressroom.model.secret import Secret
from pressroom.model.subscriber import FeedKeys, Subscribers


def test_who_is_added_gets_the_generation_of_the_list() -> None:
    found = Subscribers(generation=4, ids={"bram": 2}).adding(["ada"])
    assert (found.generation, found.ids) == (4, {"ada": 4, "bram": 2})


def test_who_is_there_already_stays_as_they_are() -> None:
    assert Subscribers(generation=4, ids={"ada": 2}).adding(["ada"]).ids == {"ada": 2}


def test_a_removal_leaves_no_trace_but_a_new_generation() -> None:
    found = Subscribers(ids={"ada": 1, "bram": 1}).removing(["ada"])
    assert (found.generation, found.ids) == (2, {"bram": 1})


def test_who_is_rotated_gets_a_new_generation_and_the_others_keep_theirs() -> None:
    found = Subscribers(ids={"ada": 1, "bram": 1}).rotating(["ada"])
    assert (found.generation, found.ids) == (2, {"ada": 2, "bram": 1})


@given(st.lists(st.tuples(st.sampled_from(["add", "remove", "rotate"]), st.sampled_from(["ada", "bram", "cleo"]))))
def test_nobody_ever_gets_back_a_generation_that_was_taken_away(steps: list[tuple[str, str]]) -> None:
    subscribers, gone = Subscribers(), set[tuple[str, int]]()
    for step, one in steps:
        before = set(subscribers.ids.items())
        match step:
            case "add":
                subscribers = subscribers.adding([one])
            case "remove":
                subscribers = subscribers.removing([one])
            case _:
                subscribers = subscribers.rotating([one])
        gone |= before - set(subscribers.ids.items())
        assert not gone & set(subscribers.ids.items())
        assert max(subscribers.ids.values(), default=1) <= subscribers.generation


def test_a_key_is_never_written_out() -> None:
    assert "secret" not in repr(FeedKeys(current=Secret(b"secret"), before=Secret(b"secret too")))
