"""The message does not link to itself on the site.

Why: it is what readers have whose mail program shows it badly.

Bad:
    <a href="https://news.example.com/">View in browser</a>

Good:
    <a href="https://news.example.com/issues/2026-11/email.html">View in browser</a>
"""

from collections.abc import Iterator

from pressroom.check.email import Email
from pressroom.model import addresses
from pressroom.model.finding import Finding, Severity

NAME = "browser-link"
SEVERITY = Severity.ERROR


def find(email: Email) -> Iterator[Finding]:
    """Look for a link to the address under which the message is published; of a file nobody knows one."""
    if email.edition is None:
        return
    issue = email.edition.issue
    published = addresses.email(issue.address.removesuffix(addresses.issue("", issue.id)), issue.id)
    links = (node.get("href", "").strip() for node in email.named("a"))
    if not any(link.startswith(("https://", "http://")) and link.endswith(f"/{published}") for link in links):
        text = f"The email does not link to itself in the browser, at …/{published}."
        yield email.error(NAME, 1, text, 'Write <a href="{{ issue.browser }}">{{ say("view_in_browser") }}</a>.')
