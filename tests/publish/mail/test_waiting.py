"""The copies that nobody has taken in hand yet."""

from pressroom.publish.mail.hands import Job
from pressroom.publish.mail.waiting import Waiting

ONE, OTHER, THIRD = (Job(bytes([n]), 1) for n in range(3))


def test_they_are_taken_in_the_order_in_which_they_came() -> None:
    waiting = Waiting()
    for job in (ONE, OTHER, THIRD):
        waiting.add(job, 0, now=10)
    assert waiting.take(2) == [ONE, OTHER]
    assert len(waiting) == 1
    assert waiting.take(5) == [THIRD]
    assert waiting.next_time() is None


def test_one_that_was_put_off_goes_first_once_its_time_has_come() -> None:
    waiting = Waiting()
    waiting.add(ONE, 5, now=10)
    waiting.add(OTHER, 0, now=10)
    waiting.call(14)
    assert (len(waiting), waiting.next_time()) == (1, 15)
    waiting.call(15)
    assert waiting.take(5) == [ONE, OTHER]
