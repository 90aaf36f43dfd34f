"""A publication that cannot be read at all."""

from pressroom.errors import Unreadable
from pressroom.model.finding import Finding


class PublicationUnreadable(Unreadable):
    """There is no publication.yml that could be read."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(f"{first.path}:{first.line}: {first.message}", first.hint)
        self.findings = findings
        """What is wrong with it."""
