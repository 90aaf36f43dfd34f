"""Where a publication goes out: its site, its messages, its word in the chat, and the book that is kept of it.

Here is what publication.yml says. Passwords and keys stand in no file; they come from the environment.
"""

from datetime import time
from typing import Literal

from pressroom.model.base import Model

Access = Literal["wall", "network"]
"""What keeps strangers out: a sign-on in front of the site, or that it can be reached inside only."""

Policy = Literal["hold", "retry"]
"""What becomes of a copy of which nobody knows whether it arrived: it waits for a person, or it goes out again."""

LedgerKind = Literal["sqlite", "postgresql", "git"]
"""Where the ledger lies: in a file here, in a database that runners share, or in a file carried by a git ref."""

PrivateServer = Literal["nginx", "static"]
"""Who keeps the listeners of a private show apart: nginx, by a list of theirs; or addresses alone, on any host."""

KEPT_RELEASES = 5
CONNECTIONS = 8


class Quiet(Model):
    """Hours of the day, in the publication's time zone, in which nobody gets a message."""

    begins: time
    ends: time
    """Before `begins` where the night lies between."""

    def covers(self, moment: time) -> bool:
        """Tell whether a time of day is quiet."""
        if self.begins <= self.ends:
            return self.begins <= moment < self.ends
        return moment >= self.begins or moment < self.ends


class PrivateFeeds(Model):
    """Where the feeds of a private show go, and who serves them."""

    to: str = ""
    """A target, as the site's; empty for `.pressroom/private/`."""

    base_url: str = ""
    """Where listeners find them, with a slash at its end; empty for a path below the site's."""

    server: PrivateServer = "nginx"


class Deploy(Model):
    """Where the site goes, and who can get there."""

    to: str = ""
    """A target: `folder:/srv/www`, `ssh://web/srv/www`, `s3://bucket`, `git:pages`, …; empty for `.pressroom/live/`."""

    access: Access | None = None
    keep: int = KEPT_RELEASES
    """Releases that can be gone back to, the one that is live among them."""

    public: bool = False
    """Whether somebody confirmed that an internal publication may lie where anybody can read it."""

    private: PrivateFeeds = PrivateFeeds()


class Delivery(Model):
    """How messages leave."""

    server: str = ""
    """`smtps://mail.example.com`, `smtp://mail.example.com:587`, `maildir:DIR`; empty for `.pressroom/outbox/`."""

    policy: Policy = "hold"
    rate: int | None = None
    """Messages a minute, at most."""

    connections: int = CONNECTIONS
    """To the mail server, at once, at most."""

    quiet: Quiet | None = None
