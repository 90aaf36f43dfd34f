"""The news: everybody who listens hears what was saved, and what came together as one."""

import asyncio

import pytest

from pressroom.preview import spreading
from pressroom.preview.spreading import Round, event


def test_everybody_hears_what_was_saved_since_they_listen() -> None:
    async def listen() -> list[frozenset[str] | None]:
        news = Round()
        news.tell({"before"})
        first, second = news.listen(), news.listen()
        heard = [await anext(first), await anext(second)]
        news.tell({"a.md"})
        news.tell({"b.md"})
        heard += [await anext(first), await anext(second)]
        await first.aclose()
        news.tell({"c.md"})
        return [*heard, await anext(second)]

    both = frozenset({"a.md", "b.md"})
    assert asyncio.run(listen()) == [frozenset(), frozenset(), both, both, frozenset({"c.md"})]


def test_at_the_end_nobody_listens_any_more() -> None:
    async def listen() -> list[frozenset[str] | None]:
        news = Round()
        told = news.listen()
        await anext(told)
        news.tell({"a.md"})
        news.end()
        return [one async for one in told]

    assert asyncio.run(listen()) == []


def test_a_silent_line_is_spoken_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "_BEAT", 0.0)

    async def listen() -> frozenset[str] | None:
        silent = Round().listen()
        await anext(silent)
        return await anext(silent)

    assert asyncio.run(listen()) is None


def test_an_event_is_one_line_whatever_it_says() -> None:
    assert event("news", {"text": "a\nb\r\u2028"}) == b'event: news\ndata: {"text": "a\\nb\\r\\u2028"}\n\n'
