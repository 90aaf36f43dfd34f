"""Spreading the news: every browser that shows the table hears of what was saved (server-sent events).

Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Collection, Mapping
from typing import Any, Final

_BEAT: Final = 15.0
"""Seconds after which a silent line is spoken into, so that one which nobody hears any more is found."""


class Round:
    """Those who listen, each with what they have not heard yet."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[frozenset[str]]] = set()

    def tell(self, saved: Collection[str]) -> None:
        """Tell everybody which files were saved."""
        for listener in self._listeners:
            listener.put_nowait(frozenset(saved))

    async def listen(self) -> AsyncGenerator[frozenset[str] | None]:
        """Give which files were saved, all that came together as one; None now and then where nothing was."""
        heard: asyncio.Queue[frozenset[str]] = asyncio.Queue()
        self._listeners.add(heard)
        try:
            yield frozenset()
            while True:
                yield await _next(heard)
        finally:
            self._listeners.discard(heard)


async def _next(heard: asyncio.Queue[frozenset[str]]) -> frozenset[str] | None:
    try:
        saved = await asyncio.wait_for(heard.get(), _BEAT)
    except TimeoutError:
        return None
    while not heard.empty():
        saved |= heard.get_nowait()
    return saved


def event(name: str, said: Mapping[str, Any]) -> bytes:
    """Write an event."""
    return f"event: {name}\ndata: {json.dumps(said)}\n\n".encode()


SILENCE: Final = b": \n\n"
"""A comment, which no browser tells anybody."""
