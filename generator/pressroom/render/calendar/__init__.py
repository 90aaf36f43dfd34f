"""Events as calendars take them (RFC 5545, RFC 7986): one to subscribe to, and a file for each event alone."""

from collections.abc import Iterator

from pressroom.model import addresses
from pressroom.model.artifact import Artifact
from pressroom.model.programme import programme
from pressroom.model.release import Release
from pressroom.render.calendar.frame import single, subscription
from pressroom.render.calendar.happening import happening

__all__ = ["render"]


def render(release: Release) -> tuple[Artifact, ...]:
    """Return `site/calendar.ics` and the events' own files, for each language in use.

    The subscription is there without events too: whoever follows it must not find it gone. Where two issues tell of
    an event, the file of each has what the newest says.
    """
    languages = release.publication.languages_in_use()
    return tuple(artifact for language in languages for artifact in _in_language(language, release))


def _in_language(language: str, release: Release) -> Iterator[Artifact]:
    publication = release.publication
    prefix = publication.prefix(language)
    occasions = programme(publication.issues_in(language)).occasions
    events = tuple(happening(occasion, release) for occasion in occasions)
    yield Artifact(path=f"site/{addresses.calendar(prefix)}", data=subscription(language, events, release))
    for occasion, event in zip(occasions, events, strict=True):
        for mention in occasion.mentions:
            yield Artifact(path=f"site/{mention.address(prefix)}", data=single(event))
