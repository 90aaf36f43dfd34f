"""Safety: what is refused before anything is published, until a person has confirmed it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from pressroom.errors import PublishingFailed
from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.publish.deploy import changes
from pressroom.publish.deploy.manifest import Manifest
from pressroom.publish.deploy.survey import Built

_PAGES: Final = "github.io"
_BRANCH: Final = "git:gh-pages"


class Authority(Model):
    """What speaks for a deploy."""

    runs: frozenset[str]
    """The ids of all runs that the ledger knows, this one among them."""

    confirmed: bool
    """Whether a person said that it is all meant so."""


def require_safe(
    publication: Publication,
    built: Built,
    live: Manifest | None,
    environment: Mapping[str, str],
    authority: Authority,
) -> None:
    """Make sure that a deploy shows nothing to strangers, belongs to this ledger, and removes no more than is usual.

    Args:
        publication: the publication.
        built: what is to be deployed.
        live: what lies at its target now.
        environment: tells on whose runner this runs.
        authority: what speaks for it. What would be open to strangers is confirmed in publication.yml alone, where
            everybody sees it.

    Raises:
        PublishingFailed: the first thing that is not safe.

    """
    fault = next(_openly(publication, environment), None)
    if fault is None and not authority.confirmed and live is not None:
        fault = next(_strangely(built, live, authority.runs), None)
    if fault is not None:
        raise fault


def _openly(publication: Publication, environment: Mapping[str, str]) -> Iterator[PublishingFailed]:
    deploy = publication.deploy
    if publication.visibility == "public" or deploy.public or not deploy.to:
        return
    if _is_on_pages(publication, environment) and deploy.access != "wall":
        message = "This publication is internal, and GitHub Pages is open to everybody on the internet."
        yield PublishingFailed(message, f"Nothing was published. {_PRIVATE_PAGES} {_OR_OPEN}")
    if deploy.access is None:
        message = f"This publication is internal, and nothing says what keeps strangers out of {deploy.to}."
        yield PublishingFailed(message, f"Nothing was published. {_SAY_ACCESS} {_OR_OPEN}")


_PRIVATE_PAGES: Final = (
    "With GitHub Enterprise Cloud, make the site private in the repository's settings and write under `deploy` "
    "access: wall; each publish then makes sure that strangers are refused."
)
_SAY_ACCESS: Final = (
    "Write under `deploy` access: wall where a sign-on stands in front, or access: network where it can be reached "
    "inside only."
)
_OR_OPEN: Final = "If everybody may read it, write under `deploy` public: true."


def _is_on_pages(publication: Publication, environment: Mapping[str, str]) -> bool:
    host, to = urlsplit(publication.base_url).hostname or "", publication.deploy.to
    named = host == _PAGES or host.endswith(f".{_PAGES}")
    handed = to.startswith("handover:") and environment.get("GITHUB_ACTIONS") == "true"
    return named or handed or to == _BRANCH


def _strangely(built: Built, live: Manifest, runs: Collection[str]) -> Iterator[PublishingFailed]:
    yield from filter(None, (_of_another(built, live), _of_later(live, runs), _losing(built, live)))


def _of_another(built: Built, live: Manifest) -> PublishingFailed | None:
    if live.identity == built.stamp.identity:
        return None
    message = (
        f"What is live was published from another ledger, on {live.instant:%d %B %Y}: this one may be new or wrong."
    )
    hint = (
        "Without the right ledger, issues would go out by mail once more. Bring it back, from a backup or from where "
        "it is kept; if this one is meant to take over, say which issues have gone out (pressroom ledger import), and "
        "confirm: --confirm site"
    )
    return PublishingFailed(message, f"Nothing was published. {hint}")


def _of_later(live: Manifest, runs: Collection[str]) -> PublishingFailed | None:
    """Return what is wrong where the ledger was put back to a day before the last publish."""
    if live.run in runs:
        return None
    message = (
        f"What is live was published on {live.instant:%d %B %Y} by a run that this ledger does not know: it is older "
        "than what went out (a backup?)."
    )
    hint = (
        "Without the newest ledger, issues would go out by mail once more. Bring it back; if it is lost, say which "
        "issues have gone out (pressroom ledger import), and confirm: --confirm site"
    )
    return PublishingFailed(message, f"Nothing was published. {hint}")


def _losing(built: Built, live: Manifest) -> PublishingFailed | None:
    gone = changes.vanishing(live, built.files)
    if not changes.are_too_many(len(gone), len(live.files)):
        return None
    some = ", ".join(gone[:3])
    message = f"{len(gone)} of the {len(live.files)} files that are live would be gone, such as {some}."
    return PublishingFailed(
        message, "Nothing was published. If that is meant, add --confirm site; else look at what was built."
    )
