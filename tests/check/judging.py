"""Asks check for what it finds, through its public doors."""

from collections.abc import Mapping

from tests.builders import NOW

from pressroom.check import examining, proofreading, reading
from pressroom.model.finding import Finding
from pressroom.model.podcast import Loudness
from pressroom.model.publication import Publication
from pressroom.model.references import texts
from pressroom.model.release import release


def judge(
    whole: Publication, published: Mapping[str, str] | None = None, loudness: Mapping[str, Loudness] | None = None
) -> tuple[Finding, ...]:
    """Everything that check finds in a publication and in how it is written, through its public doors."""
    proofs = proofreading.proofread(tuple(texts(whole)), reading.House.of(whole))
    current = release(whole, NOW, drafts=False)
    return (
        *examining.publication(current, whole, published or {}, loudness or {}, proofs.sketches),
        *proofs.findings,
    )


def found(
    rule: str,
    whole: Publication,
    published: Mapping[str, str] | None = None,
    loudness: Mapping[str, Loudness] | None = None,
) -> list[Finding]:
    """What one rule finds in a publication, through check's public door."""
    return [finding for finding in judge(whole, published, loudness) if finding.rule == rule]


def places(findings: list[Finding]) -> list[str]:
    return [f"{finding.path}:{finding.line}" for finding in findings]
