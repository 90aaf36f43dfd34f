"""Proofreading: the rules for good writing, asked about the texts of one folder; what comes of it can be kept.

It follows from these texts and from what the house asks for, and from nothing else.
"""

from collections.abc import Collection, Sequence
from itertools import chain

from pressroom.check.reading import House, Reading
from pressroom.check.registry import WRITING_RULES
from pressroom.check.sketching import Sketch, sketches
from pressroom.model.base import Model
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.references import Text


class Proofs(Model):
    """What is to be said of some texts, and what is left of their stories to be compared with others."""

    findings: tuple[Finding, ...] = ()
    sketches: tuple[Sketch, ...] = ()

    @classmethod
    def joined(cls, several: Collection["Proofs"]) -> "Proofs":
        """Return several as one."""
        findings = tuple(chain.from_iterable(one.findings for one in several))
        return cls(findings=findings, sketches=tuple(chain.from_iterable(one.sketches for one in several)))


def proofread(texts: Sequence[Text], house: House) -> Proofs:
    """Judge how texts are written; files that could not be parsed are left out."""
    readings = [Reading.of(text, house) for text in texts if not text.source.broken]
    asked = [rule for rule in WRITING_RULES if house.style.asks(rule.NAME)]
    findings = chain.from_iterable(rule.find(reading) for reading in readings for rule in asked)
    return Proofs(findings=tuple(findings), sketches=sketched(texts).sketches)


def sketched(texts: Sequence[Text]) -> Proofs:
    """Return what is left of stories to be compared with others, and judge nothing; their texts need no rendering."""
    return Proofs(sketches=tuple(sketches(text for text in texts if isinstance(text, Issue))))
