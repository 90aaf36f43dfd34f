"""A publish with a private show is killed at each of its steps: its listeners have the whole of it, and once."""

import email
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.load.building import mp3, picture
from tests.publish.crash.stable import readers
from tests.publish.crash.test_crash_loop import chat, doubts, judge, loop, make

_SHOW = """\
title: Between Harbours
description: The people behind the month.
author: Example Roasters
category: Business > Management
artwork: artwork.png
guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810
access: private
"""
_EPISODE = "---\ntitle: Talk\nguid: 7f4e5e0c\ndate: 2026-11-19\naudio: talk.mp3\n---\nNotes.\n"
_ISSUE = "---\ntitle: The November issue\ndate: 2026-11-19\nepisode: talk\n---\n\nHello.\n"


@pytest.mark.parametrize("share", range(2))
def test_a_private_show_is_where_its_listeners_find_it_whenever_the_publish_died(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int, tell: Callable[[str], None]
) -> None:
    monkeypatch.setenv("PRESSROOM_FEED_KEY", "k" * 40)
    template = make(tmp_path, "maildir:.pressroom/outbox", "hold", more=give_show)
    with chat() as (address, heard):
        found = loop("private", template, share + 1, {"CHAT": address})
    for one in found:
        letters = [email.message_from_string(head) for head in one["outbox"]]
        copies = {name: [each for each in letters if each["To"] == name] for name in readers("private", one["step"])}
        judge(one, copies, "hold")
        assert heard[one["step"]] <= 1, one["said"]
        assert heard[one["step"]] or doubts(one), one["said"]
        assert one["live"], one["said"]
    tell(f"publish, private show: killed at {len(found) - 1} steps")


def give_show(root: Path) -> None:
    """Give a publication a private show with one episode, which its issue speaks of."""
    files = {
        "podcast/show.yml": _SHOW.encode(),
        "podcast/artwork.png": picture(1400, 1400),
        "podcast/subscribers.csv": b"id,generation\nada,1\nbram,1\n",
        "podcast/episodes/talk/episode.md": _EPISODE.encode(),
        "podcast/episodes/talk/talk.mp3": mp3(10),
        "content/issues/2026-11/issue.md": _ISSUE.encode(),
    }
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
