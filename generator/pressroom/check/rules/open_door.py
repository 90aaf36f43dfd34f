"""An internal publication is put somewhere, and nothing says what keeps strangers out.

Why: whoever finds the address would read what is meant for employees. What is said here is put to the test after each
deployment, before any email leaves.

Bad:
    deploy:
      to: ssh://deploy@web.example.com/srv/www/newsletter

Good:
    deploy:
      to: ssh://deploy@web.example.com/srv/www/newsletter
      access: wall
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error

NAME = "open-door"
SEVERITY = Severity.ERROR


def find(case: Case) -> Iterator[Finding]:
    """Look at where the site goes, if that is said."""
    publication = case.publication
    deploy = publication.deploy
    if publication.visibility == "internal" and deploy.to and not deploy.access:
        message = "Nothing in `deploy` says what keeps strangers out of an internal newsletter."
        hint = "Write access: wall if people sign on before they see it, access: network if only the company's network"
        place = publication.source
        yield error(NAME, place.path, place.line("deploy"), message, f"{hint} reaches it, or visibility: public.")
