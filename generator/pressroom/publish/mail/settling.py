"""What an answer means for a copy: what is written of it, and whether and when it is offered again."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from pressroom.model.outlets import Policy
from pressroom.publish.ledger.mailings import TRIES, Entry
from pressroom.publish.ledger.tables import CopyState
from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.hands import Job
from pressroom.publish.mail.pacing import GIVE_UP, backoff

_DROPS: Final = 3
"""Broken connections in a row from which on a copy is put off: it may be what breaks them."""

_LEAST_ATTEMPTS: Final = 8
"""Before a copy is given up, however long ago it was frozen: clocks jump."""


class Verdict(NamedTuple):
    """What is written of a copy, and what remains to be done."""

    entry: Entry
    again: Job | None = None
    wait: float = 0.0
    """Seconds until it is offered again."""


def verdict(job: Job, answer: Answer, policy: Policy, frozen: datetime, now: datetime) -> Verdict:
    """Return what an answer means.

    A copy that may have arrived before stays uncertain until one is accepted, whatever becomes of its repeats.
    """
    attempts = job.attempts + 1
    match answer.ending:
        case Ending.ACCEPTED:
            return Verdict(_entry(job, CopyState.SENT, attempts, answer))
        case Ending.REFUSED:
            return Verdict(_entry(job, CopyState.UNCERTAIN if job.unsure else CopyState.FAILED, attempts, answer))
        case Ending.SILENT:
            return _silent(job, answer, policy, frozen, now)
        case Ending.DROPPED if job.drops + 1 < _DROPS:
            state = CopyState.UNCERTAIN if job.unsure else CopyState.QUEUED
            return Verdict(_entry(job, state, job.attempts, answer), replace(job, drops=job.drops + 1))
    return _deferred(replace(job, attempts=attempts, drops=0), answer, frozen, now)


def is_too_late(frozen: datetime, now: datetime) -> bool:
    """Tell whether nothing of a send is repeated any more that may have arrived."""
    return now - frozen >= GIVE_UP


def _deferred(job: Job, answer: Answer, frozen: datetime, now: datetime) -> Verdict:
    if job.unsure:
        return _repeated(job, answer, frozen, now)
    if job.attempts >= _LEAST_ATTEMPTS and now - frozen >= GIVE_UP:
        return Verdict(_entry(job, CopyState.FAILED, job.attempts, answer))
    return _put_off(job, answer, now)


def _silent(job: Job, answer: Answer, policy: Policy, frozen: datetime, now: datetime) -> Verdict:
    """Count from here how often it was offered: only from now on is it a repeat."""
    unsure = replace(job, attempts=job.attempts + 1 if job.unsure else 1, unsure=True, drops=0)
    if policy == "retry":
        return _repeated(unsure, answer, frozen, now)
    return Verdict(_entry(unsure, CopyState.UNCERTAIN, unsure.attempts, answer))


def _repeated(job: Job, answer: Answer, frozen: datetime, now: datetime) -> Verdict:
    """Put a copy off that may have arrived; one that was repeated often enough, or for days, is held."""
    if is_too_late(frozen, now):
        return Verdict(_entry(job, CopyState.UNCERTAIN, max(job.attempts, TRIES), answer))
    if job.attempts >= TRIES:
        return Verdict(_entry(job, CopyState.UNCERTAIN, job.attempts, answer))
    return _put_off(job, answer, now)


def _put_off(job: Job, answer: Answer, now: datetime) -> Verdict:
    wait = backoff(job.attempts)
    state = CopyState.UNCERTAIN if job.unsure else CopyState.RETRY_AT
    due = now + timedelta(seconds=wait)
    return Verdict(Entry(job.fingerprint, state, job.attempts, answer.reply, due), job, wait)


def _entry(job: Job, state: CopyState, attempts: int, answer: Answer) -> Entry:
    return Entry(job.fingerprint, state, attempts, answer.reply)
