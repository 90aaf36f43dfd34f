"""The files that messages become."""

from pressroom.model import addresses
from pressroom.model.artifact import Artifact
from pressroom.model.message import Message


def artifacts(message: Message) -> tuple[Artifact, ...]:
    """Return the files of a message; the desk's edition is published in the site too, as it is."""
    issue, edition = message.edition.issue, message.edition
    stem = f"build/email/{issue.id}/{edition.id}"
    html = message.html.encode()
    files = (
        Artifact(path=f"{stem}.html", data=html),
        Artifact(path=f"{stem}.txt", data=message.text.encode()),
        Artifact(path=f"{stem}.eml", data=message.eml),
    )
    if edition.kind != "desk":
        return files
    prefix = issue.address.removesuffix(addresses.issue("", issue.id))
    return (*files, Artifact(path=f"site/{addresses.email(prefix, issue.id)}", data=html))
