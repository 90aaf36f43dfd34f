"""A trial: the message as it will go out, to one address, so that somebody can look at it in a mail program first.

It is the final one but for To, Date and Message-ID. Its Message-ID is used once and never again: Exchange drops what
has a Message-ID and Date that it has seen, and a trial must not shadow the real message.
"""

from datetime import datetime
from uuid import uuid4

from pressroom.errors import PublishingFailed
from pressroom.publish.mail.addresses import Unfit, plain
from pressroom.publish.mail.answers import Answer, Ending
from pressroom.publish.mail.letters import template
from pressroom.publish.mail.recipients import Recipient
from pressroom.publish.mail.sessions import Route


def recipient_of_trial(address: str, first_name: str = "", unsubscribe: str = "") -> Recipient:
    """Return who gets a trial.

    Raises:
        PublishingFailed: the address is none.

    """
    try:
        return Recipient(plain(address), first_name, unsubscribe)
    except Unfit as fault:
        raise PublishingFailed(f"The trial cannot be sent: {fault}.", "Write one address: ada@example.com") from None


def send_trial(message: bytes, recipient: Recipient, route: Route, now: datetime) -> None:
    """Send a message to one address; the ledger knows nothing of it.

    Raises:
        PublishingFailed: it was not sent, or nobody knows whether it was.

    """
    cut = template(message, now)
    domain = cut.sender.rpartition("@")[2]
    session = route.connect()
    try:
        answer = session.offer(cut.copy(recipient, f"trial.{uuid4().hex}@{domain}")) or session.finish()
        session.quit()
    finally:
        session.close()
    if answer.ending is not Ending.ACCEPTED:
        raise _failed(answer)


def _failed(answer: Answer) -> PublishingFailed:
    what = "may have been sent" if answer.ending is Ending.SILENT else "was not sent"
    return PublishingFailed(f"The trial {what}: {answer.reply}.", "Mend that, and try again.")
