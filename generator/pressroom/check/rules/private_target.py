"""The feeds of a private show are put where their addresses would be written down for others.

Why: each listener's address is a password. Object storage keeps Pressroom's note of all paths beside the files; a
branch of git keeps every address for good; what is handed over is made with the site's own Pages.

Bad:
    deploy:
      private:
        to: s3://bucket/listen

Good:
    deploy:
      private:
        to: ssh://deploy@web.example.com/srv/www/listen
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error

NAME = "private-target"
SEVERITY = Severity.ERROR

_FINE = ("", "folder", "ssh")


def find(case: Case) -> Iterator[Finding]:
    """Look at where the feeds of a private show go."""
    publication = case.publication
    kind = publication.deploy.private.to.partition(":")[0]
    if kind not in _FINE:
        message = f"`deploy.private.to` is {kind}:, which would show listeners' addresses to others."
        hint = "Write folder:/srv/www/listen, or ssh://deploy@web.example.com/srv/www/listen; another host is given "
        hint += "build/private/ by a step of your own."
        yield error(NAME, publication.source.path, publication.source.line("deploy.private.to"), message, hint)
