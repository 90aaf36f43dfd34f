"""Dispatch: hands at their sessions on one side, the book on the other, and what may go out next."""

from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from typing import Final

from pressroom.errors import PublishingFailed
from pressroom.publish.ledger.mailings import Entry
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Ending
from pressroom.publish.mail.book import Book
from pressroom.publish.mail.clock import Clock
from pressroom.publish.mail.hands import Ended, Event, Events, Failed, Hand, Job, Ready
from pressroom.publish.mail.letters import Copy
from pressroom.publish.mail.pacing import GIVE_UP, Pace, backoff, quiet_until
from pressroom.publish.mail.reckoning import Progress, Reckoner
from pressroom.publish.mail.sessions import Route, Unreachable
from pressroom.publish.mail.settling import verdict
from pressroom.publish.mail.streaks import Streaks
from pressroom.publish.mail.terms import Terms
from pressroom.publish.mail.waiting import Waiting

_LINGER: Final = 0.002
"""Seconds after an event in which the next is waited for, so that both are written by one transaction."""

_LONG_PAUSE: Final = 30.0
"""Seconds from which on sessions are closed meanwhile; and a pause is never longer without a look at the clock."""

_FAREWELL: Final = 10.0

Write = Callable[[Job], Copy]
"""Makes a reader's copy."""


class Dispatch:
    """Sends what it is given, until that is done or something stops it."""

    def __init__(  # noqa: PLR0913, PLR0917  it is where all parts of sending meet
        self, book: Book, route: Route, write: Write, terms: Terms, frozen: datetime, clock: Clock, progress: Progress
    ) -> None:
        self.fault: PublishingFailed | None = None
        """What stopped it."""

        self.resumes: datetime | None = None
        """When what is left can go on."""

        self._book, self._route, self._write, self._terms = book, route, write, terms
        self._frozen, self._clock, self._progress = frozen, clock, progress
        self._pace = Pace(terms.rate)
        self._streaks = Streaks()
        self._accepts = False
        """Whether the server has accepted any copy in this run."""

        self._events: Events = SimpleQueue()
        self._hands: list[Hand] = []
        self._idle: set[Hand] = set()
        self._soon: set[Hand] = set()
        """Waiting for their last answer, with nothing to do after it."""

        self._finishing: set[Hand] = set()
        self._waiting = Waiting()
        self._taken: deque[Job] = deque()
        """Written down as about to be offered."""

        self._flying = 0
        self._ready: dict[Hand, Job] = {}
        """The copies whose end may be sent once that is written down."""

        self._entries: list[Entry] = []
        self._troubles = 0
        """How often in a row no session could be opened at all."""

        self._closed_until = float("-inf")
        self._turned_away: PublishingFailed | None = None
        self._deadline = clock.seconds() + terms.patience.total_seconds()
        self._done = 0
        """How many copies are settled."""

    def run(self, jobs: Iterable[tuple[Job, float]], done: int, total: int) -> None:
        """Send copies, each of which has to wait for so many seconds first.

        Raises:
            PublishingFailed: the ledger fails; what was in flight is given up before its end was sent.

        """
        self._done, reckoner = done, Reckoner(total, self._pace)
        for job, wait in jobs:
            self._waiting.add(job, wait, self._clock.seconds())
        try:
            while self._step():
                self._book.keep()
                to_go = len(self._waiting) + len(self._taken) + self._flying
                self._progress.tell(reckoner.standing(self._clock.seconds(), self._done, to_go))
            self._book.put_back(self._taken)
        except KeyboardInterrupt:
            self._land()
            raise
        finally:
            for hand in self._hands:
                hand.leave()
            for hand in self._hands:
                hand.join(_FAREWELL)

    def _step(self) -> bool:
        """Do what can be done next; False once there is nothing left that this run can do."""
        self._take()
        self._hand_out()
        if self._flying:
            self._gather()
            self._settle()
            return True
        return self._rest()

    def _take(self) -> None:
        """Have some more copies ready to be handed out."""
        self._waiting.call(self._clock.seconds())
        if self._waiting and not self._taken and self._book.can_take(self._flying) and not self._is_over():
            some = self._waiting.take(self._book.portion())
            self._book.take(some)
            self._taken.extend(some)

    def _is_over(self) -> bool:
        """Tell whether nothing may begin any more: something is wrong, or it is quiet now."""
        if self._terms.quiet and self.fault is None and self.resumes is None:
            self.resumes = quiet_until(self._terms.quiet, self._terms.zone, self._clock.now())
        return self.fault is not None or self.resumes is not None

    def _hand_out(self) -> None:
        if not self._taken or self._is_over():
            return
        self._man()
        while (self._idle or self._soon) and (following := self._next()):
            (self._idle or self._soon).pop().deliver(*following)

    def _next(self) -> tuple[Job, Copy] | None:
        """Return the next copy that goes out, and note that it does; None where none may now."""
        if not self._taken or self._is_over() or self._pace.wait(self._clock.seconds()):
            return None
        job = self._taken.popleft()
        self._pace.took(self._clock.seconds())
        self._flying += 1
        return job, self._write(job)

    def _man(self) -> None:
        """Have as many hands as there may be connections, unless all of them were turned away a moment ago."""
        if self._hands or self._clock.seconds() < self._closed_until:
            return
        number = min(self._terms.connections, len(self._taken) + len(self._waiting))
        self._hands = [Hand(self._route, self._events) for _ in range(max(1, number))]
        self._idle = set(self._hands)

    def _gather(self) -> None:
        """Wait for the next event, and take what else has happened."""
        waits = self._taken and self._idle and not self._is_over()
        seconds = self._pace.wait(self._clock.seconds()) if waits else _LONG_PAUSE
        try:
            self._note_all(self._events.get(timeout=max(seconds, 0.001)))
            while len(self._ready) < self._flying:
                self._hand_out()
                self._note_all(self._events.get(timeout=_LINGER))
        except Empty:
            return

    def _note_all(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._note(event)

    def _note(self, event: Event) -> None:
        if isinstance(event, Ready):
            self._ready[event.hand] = event.job
            return
        self._flying -= 1
        if self._ready.get(event.hand) is event.job:  # it gave the copy up before it was told to finish
            del self._ready[event.hand]
        if isinstance(event, Ended):
            self._note_free(event.hand)
            self._note_answer(event)
        else:
            self._note_fault(event)

    def _note_free(self, hand: Hand) -> None:
        is_free = hand in self._soon or hand not in self._finishing
        self._finishing.discard(hand)
        self._soon.discard(hand)
        if is_free and hand in self._hands:
            self._idle.add(hand)

    def _note_answer(self, event: Ended) -> None:
        job, answer = event.job, event.answer
        found = verdict(job, answer, self._terms.policy, self._frozen, self._clock.now())
        self._entries.append(found.entry)
        if found.again:
            self._waiting.add(found.again, found.wait, self._clock.seconds())
        self._done += found.entry.state in (CopyState.SENT, CopyState.FAILED)
        self._troubles = 0
        self._accepts = self._accepts or answer.ending is Ending.ACCEPTED
        if answer.ending is not Ending.REFUSED or self._is_telling(job):
            self._streaks.note(job.fingerprint, answer)
        if self._streaks.too_long():
            self._blame_the_server()

    def _blame_the_server(self) -> None:
        self.fault = self.fault or PublishingFailed(*self._streaks.told())
        for key in self._streaks.refused():  # with what was in flight when it became too long
            self._entries.append(Entry(key, CopyState.RETRY_AT, 1, self._streaks.reply, self._clock.now()))

    def _is_telling(self, job: Job) -> bool:
        """Tell whether a refusal may be about the server.

        A repeat's is not, where the server accepts others in this run; nor for ever where it accepts nobody.
        """
        is_new = self._clock.now() - self._frozen < GIVE_UP and not self._accepts
        return not job.unsure and (job.attempts == 0 or is_new)

    def _note_fault(self, event: Failed) -> None:
        self._waiting.add(event.job, 0.0, self._clock.seconds())
        self._book_untouched(event.job)
        self._dismiss(event.hand)
        if isinstance(event.fault, Unreachable):
            if not self._hands:
                self._troubles += 1
                self._closed_until = self._clock.seconds() + backoff(self._troubles)
                self._turned_away = event.fault
        elif isinstance(event.fault, PublishingFailed):
            self.fault = self.fault or event.fault
        else:
            raise event.fault

    def _dismiss(self, hand: Hand) -> None:
        if hand in self._hands:
            self._hands.remove(hand)
            hand.leave()
        for some in (self._idle, self._soon, self._finishing):
            some.discard(hand)

    def _book_untouched(self, job: Job) -> None:
        state = CopyState.UNCERTAIN if job.unsure else CopyState.QUEUED
        self._entries.append(Entry(job.fingerprint, state, job.attempts))

    def _settle(self) -> None:
        """Write down what is about to happen and what has happened, in one transaction; then let it happen."""
        self._book.write(self._ready.values(), self._entries)
        ready, self._ready, self._entries = self._ready, {}, []
        for hand in ready:
            following = self._next() if hand in self._hands else None
            hand.finish(following)
            self._finishing.add(hand)
            if hand in self._hands and not following:
                self._soon.add(hand)

    def _rest(self) -> bool:
        """Let time pass until there is something to do; False where this run does nothing more."""
        self._settle()
        if self._is_over():
            return False
        now = self._clock.seconds()
        is_closed = not self._hands and now < self._closed_until
        has_some = bool(self._taken or self._waiting)
        if has_some and not is_closed:
            self._pause(self._pace.wait(now))
            return True
        following = now if has_some else self._waiting.next_time()
        if following is None:
            return False
        until = max(following, self._closed_until if is_closed else now)
        if until > self._deadline:
            self.resumes = self._clock.now() + timedelta(seconds=until - now)
            self.fault = self._turned_away if is_closed else None
            return False
        self._pause(until - now)
        return True

    def _pause(self, seconds: float) -> None:
        if seconds >= _LONG_PAUSE:
            for hand in self._idle:
                hand.rest()
        if seconds > 0:
            self._clock.pause(min(seconds, _LONG_PAUSE))

    def _land(self) -> None:
        """Let what is in flight come to its end, since somebody wants to stop, unless nothing happens for long."""
        self.fault = self.fault or PublishingFailed("Somebody stopped it.", "Publish again: it goes on from here.")
        flying = self._flying + 1
        while 0 < self._flying < flying or self._ready:
            flying = self._flying
            self._settle()
            self._gather()
        self._settle()
        self._book.put_back(self._taken)
