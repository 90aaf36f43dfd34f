"""What a theme's author did wrong: the newsletter cannot be made with it."""

from pressroom.errors import Unreadable
from pressroom.model.finding import error

FOLDER = "themes/newsletter"


class ThemeFaulty(Unreadable):
    """A template or style of the newsletter's theme does not work.

    `finding` says the same as a value, with the file's place in the publication.
    """

    def __init__(self, file: str, line: int, message: str, hint: str) -> None:
        self._told = (file, line, message, hint)
        self.finding = error("theme", f"{FOLDER}/{file}", line, message, hint)
        super().__init__(f"{self.finding.path}:{line}: {message}", hint)

    def __reduce__(self) -> tuple[type["ThemeFaulty"], tuple[str, int, str, str]]:
        """Say how to make it again, in the process that waits for it."""
        return ThemeFaulty, self._told
