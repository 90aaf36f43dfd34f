"""Hands: each works at one session in a thread of its own, and does what it is told, one copy after the other."""

from dataclasses import dataclass
from enum import Enum
from queue import SimpleQueue
from threading import Thread
from typing import NamedTuple

from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.letters import Copy
from pressroom.publish.mail.sessions import Route, Session


@dataclass(frozen=True, slots=True)
class Job:
    """One reader's copy that is to be sent."""

    fingerprint: bytes
    mailing: int
    attempts: int = 0
    """How often it was offered and answered before; once it may have arrived, how often since then, that one too."""

    unsure: bool = False
    """Whether it may have arrived already."""

    drops: int = 0
    """How often in a row the connection broke before its end."""


class Ready(NamedTuple):
    """All of a copy but its end is with the server."""

    hand: "Hand"
    job: Job


class Ended(NamedTuple):
    """The offer of a copy has ended."""

    hand: "Hand"
    job: Job
    answer: Answer


class Failed(NamedTuple):
    """A copy was not offered, for a reason that is not the copy's, or after one that nobody foresaw."""

    hand: "Hand"
    job: Job
    fault: Exception


Event = Ready | Ended | Failed
Events = SimpleQueue[tuple[Event, ...]]
"""Where hands tell what happens; what belongs together comes together."""


class _Order(Enum):
    REST = 1
    LEAVE = 2


@dataclass(frozen=True, slots=True)
class _Finish:
    """To send the end of the copy that is ready, before another."""

    following: tuple[Job, Copy] | None


class Hand:
    """A thread with a session; it opens one when it has something to send."""

    def __init__(self, route: Route, events: Events) -> None:
        self._route = route
        self._events = events
        self._orders: SimpleQueue[tuple[Job, Copy] | _Finish | _Order] = SimpleQueue()
        self._session: Session | None = None
        self._ended: tuple[Event, ...] = ()
        """What became of the copy before, while the next is on its way already: both are told at once."""

        # A server may take ten minutes for an answer; who ends the program does not wait for that.
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    def deliver(self, job: Job, copy: Copy) -> None:
        """Have it offer a copy."""
        self._orders.put((job, copy))

    def finish(self, following: tuple[Job, Copy] | None) -> None:
        """Have it send the end of the copy that is ready, and then offer another."""
        self._orders.put(_Finish(following))
        if following:
            self._orders.put(following)

    def rest(self) -> None:
        """Have it close its session, since there is nothing to do for a while."""
        self._orders.put(_Order.REST)

    def leave(self) -> None:
        """Have it close its session and go; a copy whose end was not sent is given up."""
        self._orders.put(_Order.LEAVE)

    def join(self, seconds: float) -> None:
        """Wait until it has gone, but not for ever."""
        self._thread.join(seconds)

    def _work(self) -> None:
        while (order := self._orders.get()) is not _Order.LEAVE:
            if isinstance(order, tuple):
                self._deliver(*order)
            else:
                self._close()
        self._close()
        self._events.put(self._ended)

    def _close(self) -> None:
        if self._session:
            self._session.quit()
            self._session = None

    def _deliver(self, job: Job, copy: Copy) -> None:
        try:
            answer = self._offer(copy)
            if answer is None:
                self._tell(Ready(self, job))
                answer = self._finished()
        except Exception as fault:  # whatever it is, whoever waits for this hand must hear of it
            self._give_up()
            self._tell(Failed(self, job, fault))
        else:
            if self._orders.empty():
                self._tell(Ended(self, job, answer))
            else:
                self._ended += (Ended(self, job, answer),)

    def _tell(self, event: Event) -> None:
        self._events.put((*self._ended, event))
        self._ended = ()

    def _offer(self, copy: Copy) -> Answer | None:
        """Offer a copy; a session that the server has closed meanwhile is opened again, once."""
        session, is_old = self._session, self._session is not None and self._session.is_open()
        if session is None or not is_old:
            session = self._session = self._route.connect()
        answer = session.offer(copy)
        if is_old and answer and answer.ending is Ending.DROPPED:
            session = self._session = self._route.connect()
            answer = session.offer(copy)
        return answer

    def _finished(self) -> Answer:
        order = self._orders.get()
        if self._session is None or not isinstance(order, _Finish):
            self._give_up()
            self._orders.put(_Order.LEAVE)
            return Answer(Ending.DROPPED, "")
        return self._session.finish(order.following[1] if order.following else None)

    def _give_up(self) -> None:
        if self._session:
            self._session.close()
            self._session = None
