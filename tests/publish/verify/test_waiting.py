"""What is waited for is said after ten seconds, and every half minute from then on."""

from pressroom.errors import PublishingFailed
from pressroom.publish.verify.verifying import PAUSES
from pressroom.publish.verify.waiting import Waiting

OLD = PublishingFailed("The page is not what was published.", "Wait.")


def test_it_is_said_now_and_then() -> None:
    passed, said = [0.0], list[str]()
    waiting = Waiting(lambda: passed[0], said.append)
    for pause in PAUSES:
        waiting(OLD)
        passed[0] += pause
    assert said == [
        f"Waiting for the site, {seconds} seconds by now. The page is not what was published."
        for seconds in (15, 60, 90)
    ]


def test_nothing_is_said_of_a_moment() -> None:
    said = list[str]()
    waiting = Waiting(lambda: 9.9, said.append)
    waiting(OLD)
    waiting(OLD)
    assert said == []
