"""The feeds of a private show are fetched in the clear, so that whoever is on the way reads every listener's address.

Why: an address is a password, and apps send it with each request. In a café, or by a proxy's log, it is anybody's.

Bad:
    deploy:
      private:
        base_url: http://listen.example.com/

Good:
    deploy:
      private:
        base_url: https://listen.example.com/
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, warning

NAME = "private-in-clear"
SEVERITY = Severity.WARNING

_HERE = ("localhost", "127.0.0.1", "::1")
"""Hosts that nobody is on the way to."""


def find(case: Case) -> Iterator[Finding]:
    """Look at how the addresses of a private show's listeners begin."""
    publication, show = case.publication, case.publication.show
    if show is None or show.access == "open":
        return
    parts = urlsplit(publication.private_url)
    if parts.scheme == "http" and parts.hostname not in _HERE:
        own = "deploy.private.base_url" if publication.deploy.private.base_url else "base_url"
        message = f"Listeners' addresses begin with http://{parts.hostname}, so anybody on the way reads them."
        hint = "Have the server answer at https://, and write that here: an address is a password."
        yield warning(NAME, publication.source.path, publication.source.line(own), message, hint)
