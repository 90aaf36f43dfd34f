"""What a proof tells of an issue, before any of it is laid out."""

import re
from collections.abc import Mapping
from typing import Final

from pressroom.build import git
from pressroom.build.examination import Examination
from pressroom.build.places import Places
from pressroom.check.reporters.ranking import ranked
from pressroom.check.verdict import has_errors, select
from pressroom.errors import UsageWrong
from pressroom.model.base import Model
from pressroom.model.finding import Finding
from pressroom.model.issue import Issue
from pressroom.model.message import Message
from pressroom.model.near import nearest
from pressroom.model.podcast import Episode
from pressroom.model.release import Release
from pressroom.plain import read_plain
from pressroom.preview.proof.changes import Changes, compare
from pressroom.preview.proof.contact import Print, sheet
from pressroom.preview.proof.figures import Length, Weight, lengths, weights
from pressroom.preview.proof.past import EPISODES, ISSUES, Since, look_back, touched_issues

_DIGEST: Final = re.compile(r"[0-9a-f]{40,64}")
_SHORT: Final = 8
"""Digits of a commit that people are shown."""

_LARGEST: Final = 1_000_000
"""Bytes of a text that lines are quoted of."""


class Matter(Model):
    """What a proof tells of one issue."""

    id: str
    title: str
    current: Release
    """With drafts; the show is in it as its listeners have it, a private one too."""

    issues: tuple[Issue, ...]
    """In each of its languages; none where its folder could not be read."""

    episode: Episode | None
    mark: str
    """What keeps it from its readers as yet: that it is a draft, or when it appears; empty where nothing does."""

    findings: tuple[Finding, ...]
    """Those of this issue, its episode and its messages: errors before warnings."""

    elsewhere: tuple[Finding, ...]
    """All others."""

    lines: Mapping[str, tuple[str, ...]]
    """The lines of each file that something was found in."""

    messages: tuple[Message, ...]
    """None where there are errors anywhere: what is faulty is not rendered."""

    lengths: tuple[Length, ...]
    weights: tuple[Weight, ...]
    prints: tuple[Print, ...]
    changes: Changes | None
    """None where nobody asked what changed."""

    @property
    def is_faulty(self) -> bool:
        """Tell whether an error, of this issue or another, keeps it from being shown."""
        return has_errors((*self.findings, *self.elsewhere))


def since(places: Places, name: str) -> Since:
    """Return the commit at which the work on an issue left a branch.

    Raises:
        UsageWrong: git knows none of this name.
        Unreadable: git refuses to say it.

    """
    commit = git.fork(places.root, name)
    return Since(name=name[:_SHORT] if _DIGEST.fullmatch(name) else name, commit=commit)


def touched(places: Places, examination: Examination, begun: Since) -> tuple[str, ...]:
    """Return the ids of the issues that have changed since a commit, the newest first.

    Raises:
        Unreadable: git refuses to say it.

    """
    episodes = {issue.id: issue.episode for issue in examination.release.publication.issues}
    return touched_issues(places, begun.commit, episodes)


def gather(places: Places, examination: Examination, issue: str, begun: Since | None) -> Matter:
    """Return what there is to tell of an issue.

    Raises:
        UsageWrong: there is no such issue.
        Unreadable: git refuses to say what was before.

    """
    current = _heard(examination.release)
    publication = current.publication
    issues = tuple(one for one in publication.issues if one.id == issue)
    if not issues and not _is_folder(places, issue):
        near = nearest(issue, (one.id for one in publication.issues))
        raise UsageWrong(
            f"There is no issue {issue}.", f"Did you mean {near}?" if near else f"Issues lie in {ISSUES}/."
        )
    episode = publication.show.episode(issues[0].episode) if publication.show and issues else None
    past = look_back(places, begun, issue, episode.id if episode else None) if begun else None
    own = select(examination.findings, _folders(issue, episode))
    messages = tuple(message for message in examination.messages if message.edition.issue.id == issue)
    return Matter(
        id=issue,
        title=issues[0].title if issues else issue,
        current=current,
        issues=issues,
        episode=episode,
        mark=_mark(issues[0], current) if issues else "",
        findings=tuple(ranked(own)),
        elsewhere=tuple(ranked(one for one in examination.findings if one not in own)),
        lines={path: _lines(places, path) for path in {one.path for one in examination.findings}},
        messages=messages,
        lengths=lengths(issues),
        weights=weights(messages),
        prints=sheet(issues, episode),
        changes=compare(past, issues, episode, publication.zone()) if past else None,
    )


def _heard(current: Release) -> Release:
    """Return a release whose show is in the site, as if a sign-on stood in front: a private one is proofed as well."""
    deploy = current.publication.deploy.but(access="wall")
    return current.but(publication=current.publication.but(deploy=deploy))


def _is_folder(places: Places, issue: str) -> bool:
    """Tell whether the content has such a folder, readable or not; a name is one step and leads nowhere else."""
    return issue not in ("", ".", "..") and "/" not in issue and (places.root / ISSUES / issue).is_dir()


def _folders(issue: str, episode: Episode | None) -> list[str]:
    spoken = [f"{EPISODES}/{episode.id}"] if episode else []
    return [f"{ISSUES}/{issue}", f"build/email/{issue}", *spoken]


def _lines(places: Places, path: str) -> tuple[str, ...]:
    """Return a text's lines; none of what is no text, or is made."""
    data = read_plain(places.root / path, _LARGEST) if path.endswith((".md", ".yml")) else None
    return tuple((data or b"").decode(errors="replace").splitlines())


def _mark(issue: Issue, current: Release) -> str:
    if issue.draft:
        return "Draft"
    if not issue.publish_at or not issue.is_held(current.now):
        return ""
    zone = current.publication.zone()
    moment = issue.publish_at.astimezone(zone)
    return f"Not due yet: it appears on {moment.day} {moment:%B %Y} at {moment:%H:%M}"
