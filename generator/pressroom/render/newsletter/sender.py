"""Who sends: what publication.yml says under `mail`, and what stands in where it says nothing."""

from urllib.parse import urlsplit

from pressroom.model.base import Model
from pressroom.model.publication import Publication
from pressroom.render.newsletter.ascii_addresses import as_uri, mailto, to_ascii


class Sender(Model):
    """The sender of a publication's messages; every field is filled."""

    name: str
    address: str
    """Its domain is in ASCII, as mail needs it."""

    reply_to: str
    list_id: str
    unsubscribe: str
    """A `mailto:` or `https:` address."""

    @property
    def domain(self) -> str:
        """The domain that the messages come from."""
        return self.address.rpartition("@")[2]


def sender(publication: Publication) -> Sender:
    """Return who sends a publication's messages; defaults come from the site's host."""
    mail = publication.mail
    host = _host(publication.base_url)
    name, written = _parts(mail.sender)
    address = plain_address(written or f"newsletter@{host}")
    reply_to = plain_address(mail.reply_to or publication.feedback.email or address)
    return Sender(
        name=name or publication.name,
        address=address,
        reply_to=reply_to,
        list_id=to_ascii(mail.list_id.rpartition("<")[2].rstrip("> ")) or f"newsletter.{host}",
        unsubscribe=as_uri(mail.unsubscribe) or mailto(reply_to, "unsubscribe"),
    )


def plain_address(address: str) -> str:
    """Return a mail address without the name around it, its domain in ASCII."""
    local, at, domain = _parts(address)[1].rpartition("@")
    return f"{local}{at}{to_ascii(domain)}"


def _host(base_url: str) -> str:
    """Return the site's host as a domain of mail; a number is none, and stands for a site that is being tried."""
    host = to_ascii(urlsplit(base_url).hostname or "")
    return host if host.rpartition(".")[2].strip("0123456789") and ":" not in host else "localhost"


def _parts(mailbox: str) -> tuple[str, str]:
    """Return the name and the address of `Name <address>`, also of `A, B <a@b.example>`, which `email` refuses."""
    name, bracket, address = mailbox.strip().rpartition("<")
    if not bracket:
        return ("", address) if "@" in address else (address, "")
    return _unquoted(name.strip()), address.rstrip("> ")


def _unquoted(name: str) -> str:
    if name[:1] == name[-1:] == '"':
        return name[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return name
