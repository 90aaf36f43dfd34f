"""Deploying: all steps in order. Each of them may be taken by itself, and again."""

from pressroom.model.base import Model
from pressroom.publish.deploy.survey import Built
from pressroom.publish.deploy.target import Progress, Target


class Deployed(Model):
    """What a deploy did."""

    release: str
    files: int
    """How many were brought there."""

    bytes: int
    new: bool
    """False where all of it was live already."""

    handed_over: bool
    """Whether readers see it only when somebody else has brought it to them."""


def deploy(target: Target, built: Built, progress: Progress) -> Deployed:
    """Bring a site to its readers: what is not there yet, then the pointer, then what is no longer needed.

    Whether that is wise `safety.require_safe` says beforehand. Ended anywhere and done again, it goes on.

    Raises:
        PublishingFailed: what readers see is as it was, or, in object storage, a mixture of which each page is whole.

    """
    prepared = target.put(built, progress)
    target.point(prepared)
    target.prune()
    return Deployed(
        release=prepared.manifest.id,
        files=prepared.files,
        bytes=prepared.bytes,
        new=prepared.new,
        handed_over=target.handed_over,
    )
