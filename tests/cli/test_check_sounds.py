"""`pressroom check` and sound: feeds of anybody's, addresses asked online, and what a silent file is told."""

from pathlib import Path

from tests.cli.calling import Caller
from tests.recordings import silence

_FEED = Path(__file__).resolve().parents[1] / "check/feed_rules/good.xml"


def test_a_feed_needs_no_publication_and_is_judged_by_its_own_rules(pressroom: Caller) -> None:
    folder = pressroom.root.parent / "elsewhere"
    folder.mkdir()
    (folder / "good.xml").write_text(_FEED.read_text())
    (folder / "bad.rss").write_text(_FEED.read_text().replace('length="18250112"', 'length="0"'))

    assert pressroom.bare("check", str(folder / "good.xml")).code == 0
    called = pressroom.bare("check", str(folder / "bad.rss"))
    assert called.code == 1
    assert f"{folder}/bad.rss:18: error[feed-length]" in called.out


def test_our_own_feed_has_no_mistakes(pressroom: Caller) -> None:
    assert pressroom("build").code == 0
    called = pressroom("check", str(pressroom.root / "site/podcast/feed.xml"))
    assert "Traceback" not in called.err
    assert {line.split("[")[1].split("]")[0] for line in called.out.splitlines() if "error[" in line} <= {
        "feed-identity"
    }


def _elsewhere(pressroom: Caller) -> None:
    text = pressroom.root / "podcast/episodes/2026-11-talk/episode.md"
    facts = "audio_url: http://127.0.0.1:9/talk.mp3\naudio_bytes: 5\naudio_type: audio/mpeg\nduration: 12"
    text.write_text(text.read_text().replace("audio: talk.mp3", facts))
    (text.parent / "talk.mp3").unlink()


def test_addresses_of_sounds_are_asked_online_alone(pressroom: Caller) -> None:
    _elsewhere(pressroom)
    assert pressroom("check").code == 0
    called = pressroom("check", "--online")
    assert called.code == 0
    assert "note: http://127.0.0.1:9/talk.mp3 in a network of its own was not asked" in called.err
    called = pressroom("check", "--online", "--allow-private", "podcast")
    assert called.code == 1
    assert "error[sound-unreachable]: http://127.0.0.1:9/talk.mp3 cannot be reached" in called.out


def test_what_is_asked_is_told_of_the_paths_that_are_named(pressroom: Caller) -> None:
    _elsewhere(pressroom)
    assert pressroom("check", "--online", "--allow-private", "content").code == 0


def test_a_silent_file_is_a_warning(pressroom: Caller) -> None:
    sound = pressroom.root / "podcast/episodes/2026-11-talk/talk.mp3"
    sound.unlink()
    silence(sound, 12)
    called = pressroom("check")
    assert called.code == 0
    assert "warning[loudness]: Nothing can be heard in talk.mp3." in called.out
    assert pressroom("check", "--strict").code == 1
