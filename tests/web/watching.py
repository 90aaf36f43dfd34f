"""Takes down what a page must never do: ask another host, break its own policy, raise an error, lose a file."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError
from tests.web.kinds import MISSING

_UNASKED = (MISSING, "/favicon.ico")
"""What is not there: the address that tests 404.html, and what browsers ask for where a message names no icon."""

_OWN = ("data:", "blob:", "file:", "about:")


@dataclass
class Watch:
    """What was wrong while pages were open. `origin` is the one place that they may ask."""

    origin: str
    complaints: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Begin to watch every page of a context."""
        context.on("request", self._requested)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._broke)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.origin, *_OWN)):
            self.complaints.append(f"asked another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the browser's own doing: it has enough of a sound, or leaves
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.url.endswith(_UNASKED):
            self.complaints.append(f"{response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location["url"].endswith(_UNASKED):
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def _broke(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")
