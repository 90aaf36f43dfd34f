"""Sending: every copy of a send that is not settled goes out, with a row in the ledger before and after it.

A copy is `finalizing` from just before its end is sent until the server's answer is written down. So whatever ends a
run, at most the copies in flight are uncertain: one for each connection, or with a ledger that has to be carried away
one batch (`book`). Sessions that are ready at the same time share one transaction, and the answers to the copies before
ride along: so the ledger is durable at each step and still keeps up with the server.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from pressroom.publish.ledger import mailings
from pressroom.publish.ledger.keys import fingerprint, require_same
from pressroom.publish.ledger.ledger import Ledger, Stationary
from pressroom.publish.ledger.mailings import SETTLED, TRIES, Addressee, Entry, Mailing, Send
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.addresses import known_by
from pressroom.publish.mail.book import Book, CarriedBook
from pressroom.publish.mail.clock import Clock
from pressroom.publish.mail.dispatch import Dispatch, Write
from pressroom.publish.mail.gone import Standing, require_audiences
from pressroom.publish.mail.hands import Job
from pressroom.publish.mail.letters import Copy, mailing_name, message_id, template
from pressroom.publish.mail.outcome import Outcome
from pressroom.publish.mail.pacing import LONGEST_BACKOFF
from pressroom.publish.mail.recipients import Recipient, Recipients
from pressroom.publish.mail.reckoning import Progress, Unwatched
from pressroom.publish.mail.sessions import Route
from pressroom.publish.mail.settling import is_too_late
from pressroom.publish.mail.terms import Terms

LEFT: Final = "no longer on the list"
ENDED: Final = "the run ended before the server's answer came"

People = dict[bytes, Recipient]
"""Who is on the lists now, by fingerprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A send that was frozen, who is on the lists now, and the way that copies leave."""

    send: Send
    lists: tuple[Recipients, ...]
    key: bytes
    """Of the fingerprints."""

    route: Route
    terms: Terms


@dataclass(frozen=True, slots=True)
class _Found:
    """What the ledger knows of a send when a run begins."""

    open: tuple[Addressee, ...]
    """The copies that are to be sent."""

    mailings: tuple[Mailing, ...]
    known: frozenset[bytes]
    """Everybody who was to get one."""

    done: int


def deliver(ledger: Ledger, sending: Sending, clock: Clock, progress: Progress | None = None) -> Outcome:
    """Send all copies of a send that are not settled, and return how it stands then.

    It can be called again at any time, also after a run that was killed.

    Raises:
        PublishingFailed: the ledger fails, an audience is gone, or a fifth of one has left the lists since they were
            frozen.

    """
    require_same(ledger, sending.key)
    people = _people(sending)
    with ledger.begin() as connection:
        found = _begin(connection, sending, people, clock.now())
    ledger.checkpoint()
    send, terms = sending.send, sending.terms
    book = _book(ledger, sending, clock, len(found.known))
    write = _writer(send, found.mailings, people)
    dispatch = Dispatch(book, sending.route, write, terms, send.frozen, clock, progress or Unwatched())
    dispatch.run(((_job(one), _wait(one, clock.now())) for one in found.open), found.done, len(found.known))
    with ledger.read() as connection:
        counts = mailings.counts(connection, send.id)
        left = sum(mailings.counts_reply(connection, send.id, CopyState.FAILED, LEFT).values())
        held = mailings.count_held(connection, send.id)
    ledger.checkpoint()
    newcomers = len(people.keys() - found.known)
    return Outcome(
        audiences=counts, left=left, held=held, newcomers=newcomers, resumes=dispatch.resumes, fault=dispatch.fault
    )


def _people(sending: Sending) -> People:
    """Return who is on the lists; of who is on two, what the first says counts."""
    everybody = (one for some in reversed(sending.lists) for one in some.people)
    return {fingerprint(sending.key, known_by(one.address)): one for one in everybody}


def _begin(connection: Connection, sending: Sending, people: People, now: datetime) -> _Found:
    """Write what became of copies that a run left behind, and of readers who have left, and find what is to be sent."""
    send = sending.send.id
    mailings.turn(connection, send, (CopyState.SENDING, CopyState.QUEUED), "", now)
    if sending.route.repeatable:
        mailings.turn(connection, send, (CopyState.FINALIZING, CopyState.QUEUED), ENDED, now)
    mailings.doubt(connection, send, ENDED, now)
    if is_too_late(sending.send.frozen, now):
        mailings.hold(connection, send)
    known = frozenset(mailings.fingerprints(connection, send))
    unsettled = tuple(one for one in mailings.addressees(connection, send, _open(sending.terms)) if not _is_held(one))
    require_audiences(sending.lists, sending.terms, _standings(connection, send, unsettled, people))
    gone = (one for one in unsettled if one.fingerprint not in people and one.state is not CopyState.UNCERTAIN)
    entries = [Entry(one.fingerprint, CopyState.FAILED, one.attempts, LEFT) for one in gone]
    mailings.enter(connection, send, entries, now)
    counts = mailings.counts(connection, send)
    remaining = (one for one in unsettled if one.fingerprint in people)
    return _Found(
        open=tuple(sorted(remaining, key=lambda one: one.attempts > 0)),  # whom a server refused is no first to ask
        mailings=mailings.mailings_of(connection, send),
        known=known,
        done=sum(number for states in counts.values() for state, number in states.items() if state in SETTLED),
    )


def _standings(
    connection: Connection, send: int, unsettled: tuple[Addressee, ...], people: People
) -> tuple[Standing, ...]:
    """Return how those stand to the lists who get a mailing of which something is still to be sent."""
    waiting = {one.mailing for one in unsettled}
    names = {one.id: one.audience for one in mailings.mailings_of(connection, send) if one.id in waiting}
    numbers = {number: [0, 0] for number in names}
    for one in mailings.addressees(connection, send, set(CopyState) - {CopyState.FAILED}):
        if one.mailing in numbers:
            numbers[one.mailing][0] += 1
            numbers[one.mailing][1] += one.fingerprint not in people
    return tuple(Standing(names[number], total, lost) for number, (total, lost) in numbers.items())


def _is_held(one: Addressee) -> bool:
    return one.state is CopyState.UNCERTAIN and one.attempts >= TRIES


def _open(terms: Terms) -> tuple[CopyState, ...]:
    """Return the states in which a copy is to be sent."""
    certain = (CopyState.QUEUED, CopyState.RETRY_AT)
    return (*certain, CopyState.UNCERTAIN) if terms.policy == "retry" else certain


def _job(one: Addressee) -> Job:
    return Job(one.fingerprint, one.mailing, one.attempts, unsure=one.state is CopyState.UNCERTAIN)


def _wait(one: Addressee, now: datetime) -> float:
    """Return for how many seconds a copy is put off; what no backoff explains was written by a clock that jumped."""
    left = one.due - now if one.due else timedelta()
    return left.total_seconds() if timedelta() < left <= LONGEST_BACKOFF else 0.0


def _book(ledger: Ledger, sending: Sending, clock: Clock, total: int) -> Book:
    if isinstance(ledger.carrier, Stationary):
        return Book(ledger, sending.send, clock)
    return CarriedBook(ledger, sending.send, clock, total)


def _writer(send: Send, written: tuple[Mailing, ...], people: People) -> Write:
    """Return what makes a reader's copy."""
    templates = {one.id: template(one.message, one.date) for one in written}
    names = {one.id: mailing_name(send.issue, send.revision, one.audience) for one in written}

    def write(job: Job) -> Copy:
        made = templates[job.mailing]
        return made.copy(people[job.fingerprint], message_id(made, names[job.mailing], job.fingerprint))

    return write
