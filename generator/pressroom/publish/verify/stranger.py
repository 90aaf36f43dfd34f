"""A stranger: comes without credentials, and is led wherever a site sends whoever asks, as a browser would be."""

from collections import Counter
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from pressroom.publish.verify.asking import REDIRECTS, Answer, Unanswered, leads_to, reached, session, stays, told

_TRIES: Final = 3
"""How often another host may be silent before it is asked no more, so that a wall need not be waited for all day."""


class Stranger:
    """Asks a site and every host that it leads to: what another host gives to anybody, strangers have as well."""

    def __init__(self, base_url: str, environment: Mapping[str, str]) -> None:
        self._base = base_url
        self._environment = environment
        self._silent: Counter[str] = Counter()

    def ask(self, path: str, most: int) -> tuple[Answer, ...]:
        """Return all that came on the way, the last answer last; `away` stands where another host was asked.

        Raises:
            Unanswered: the site itself did not answer, or leads in a circle.

        """
        first = url = urljoin(self._base, quote(path))
        way: list[Answer] = []
        for _ in range(REDIRECTS + 1):
            answer, following = self._answer(first, url, most)
            way.append(answer)
            if not following:
                return tuple(way)
            url = following
        if any(answer.away for answer in way):
            return tuple(way)
        raise Unanswered(f"{first} leads in a circle.", "Have whoever runs the server look at its redirections.")

    def _answer(self, first: str, url: str, most: int) -> tuple[Answer, str]:
        """Return what came, and where it leads. Another host that is silent gives nothing, which is a refusal."""
        if stays(self._base, url):
            return self._ask(first, url, most, away="")
        host = urlsplit(url).netloc
        if self._silent[host] < _TRIES:
            try:
                return self._ask(first, url, most, away=url)
            except Unanswered:
                self._silent[host] += 1
        return Answer(asked=first, status=0, ended=url, away=url), ""

    def _ask(self, first: str, url: str, most: int, away: str) -> tuple[Answer, str]:
        with session(self._environment, url) as opened, reached(opened, first, url, {}) as response:
            return told(response, most, asked=first, ended=url, away=away), leads_to(url, response)
