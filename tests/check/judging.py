"""Asks check for what it finds, through its public doors."""

from collections.abc import Mapping

from tests.builders import NOW

from pressroom import check
from pressroom.model.finding import Finding
from pressroom.model.podcast import Loudness
from pressroom.model.publication import Publication
from pressroom.model.release import release


def judge(
    whole: Publication, published: Mapping[str, str] | None = None, loudness: Mapping[str, Loudness] | None = None
) -> tuple[Finding, ...]:
    """Everything that check finds in a publication, through its public door."""
    return check.publication(release(whole, NOW, drafts=False), whole, published or {}, loudness or {})


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
