"""The files that messages become."""

from collections.abc import Iterator

from pressroom.model import addresses
from pressroom.model.edition import Edition
from pressroom.model.message import FORMS, Form


def paths(edition: Edition) -> Iterator[tuple[str, Form]]:
    """Give where an edition's forms lie; the HTML of the desk's is published in the site too, as it is."""
    issue = edition.issue
    for form in FORMS:
        yield f"build/email/{issue.id}/{edition.id}.{form}", form
    if edition.kind == "desk":
        prefix = issue.address.removesuffix(addresses.issue("", issue.id))
        yield f"site/{addresses.email(prefix, issue.id)}", "html"
