"""Who gets which message of an issue."""

from collections.abc import Iterable, Iterator

from pressroom.model.base import Model
from pressroom.model.edition import Audience
from pressroom.model.message import Message
from pressroom.model.publication import Publication


class Bound(Model):
    """A message, and the audience that it goes to."""

    audience: Audience
    message: Message

    @property
    def is_translated(self) -> bool:
        """Tell whether these readers get it in their own language."""
        return self.message.edition.issue.language == self.audience.language


def bound(publication: Publication, issue_id: str, messages: Iterable[Message]) -> tuple[Bound, ...]:
    """Return what each audience gets of an issue, in the order of publication.yml.

    Whoever reads a language that the issue does not come in gets it in the default language; whoever is of a kind that
    has no edition there gets the desk's. An audience for which nothing is left is left out.
    """
    known = {message.edition.id: message for message in messages if message.edition.issue.id == issue_id}
    return tuple(_bound(publication, known))


def _bound(publication: Publication, known: dict[str, Message]) -> Iterator[Bound]:
    for audience in publication.audiences:
        suffix = "" if audience.kind == "desk" else f"-{audience.kind}"
        wanted = (f"{tag}{end}" for tag in (audience.language, publication.language) for end in (suffix, ""))
        message = next((known[edition] for edition in wanted if edition in known), None)
        if message:
            yield Bound(audience=audience, message=message)
