"""Spreading the news: every browser that shows the table hears of what was saved (server-sent events).

Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Collection, Mapping
from typing import Any, Final

_BEAT: Final = 15.0
"""Seconds after which a silent line is spoken into, so that one which nobody hears any more is found."""

_END: Final = frozenset({""})
"""What no file is called."""

_Queue = asyncio.Queue[frozenset[str]]


class Round:
    """Those who listen, each with what they have not heard yet."""

    def __init__(self) -> None:
        self._listeners: set[_Queue] = set()

    def tell(self, saved: Collection[str]) -> None:
        """Tell everybody which files were saved."""
        for listener in self._listeners:
            listener.put_nowait(frozenset(saved))

    def end(self) -> None:
        """Tell everybody that there will be no more."""
        for listener in self._listeners:
            listener.put_nowait(_END)

    async def listen(self) -> AsyncGenerator[frozenset[str] | None]:
        """Give which files were saved, all that came together as one; None now and then where nothing was."""
        heard: _Queue = asyncio.Queue()
        self._listeners.add(heard)
        try:
            yield frozenset()
            while (told := await _next(heard)) is not _END:
                yield told
        finally:
            self._listeners.discard(heard)


async def _next(heard: _Queue) -> frozenset[str] | None:
    try:
        told = [await asyncio.wait_for(heard.get(), _BEAT)]
    except TimeoutError:
        return None
    while not heard.empty():
        told.append(heard.get_nowait())
    return _END if any(one is _END for one in told) else frozenset().union(*told)


def event(name: str, said: Mapping[str, Any]) -> bytes:
    """Write an event."""
    return f"event: {name}\ndata: {json.dumps(said)}\n\n".encode()


SILENCE: Final = b": \n\n"
"""A comment, which no browser tells anybody."""
