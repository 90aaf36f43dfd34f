from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from tests.recordings import ffmpeg, record

from pressroom.desk import new
from pressroom.errors import Unreadable, UsageWrong
from pressroom.load import plain_yaml, text

_TODAY = date(2031, 5, 6)


def _fields(path: Path) -> dict[str, Any]:
    written = path.read_text(encoding="utf-8")
    return plain_yaml.read(written if path.suffix == ".yml" else text.split(written).front, 1).values


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "publication"
    (root / "content").mkdir(parents=True)
    (root / "content/publication.yml").write_text(
        "base_url: https://gangway.example\norganization: Lantern Line\nlanguage: nl\nsections: {crews: Ships}\n"
    )
    return root


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return record(tmp_path / "Final Mix (3).MP3", seconds=2)


def test_an_issue_begins_as_a_folder_with_the_next_number_and_the_first_of_its_month(root: Path) -> None:
    [first] = new.issue(root, "2026-12", today=_TODAY)
    [second] = new.issue(root, "winter-special", today=_TODAY)
    assert first == root / "content/issues/2026-12/issue.md"
    assert (_fields(first)["date"], _fields(first)["number"]) == ("2026-12-01", "1")
    assert (_fields(second)["date"], _fields(second)["number"]) == ("2031-05-06", "2")


def test_without_a_day_they_take_that_of_the_clock(root: Path, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressroom.desk.clock.today", lambda: date(2027, 2, 3))
    [issue] = new.issue(root, "winter-special")
    assert _fields(issue)["date"] == "2027-02-03"
    new.show(root)
    _, episode = new.episode(root, "ice", sound)
    assert _fields(episode)["date"] == "2027-02-03"


def test_an_issue_that_is_there_is_left_alone(root: Path) -> None:
    [issue] = new.issue(root, "2026-12", today=_TODAY)
    issue.write_text("mine")
    with pytest.raises(UsageWrong, match="there already"):
        new.issue(root, "2026-12", today=_TODAY)
    assert issue.read_text() == "mine"


@pytest.mark.parametrize("name", ["December 2026", "../2026-12", "2026_12", ""])
def test_an_issue_needs_a_name_that_can_be_an_address(root: Path, name: str) -> None:
    with pytest.raises(UsageWrong, match="cannot be the name of an issue"):
        new.issue(root, name, today=_TODAY)
    assert not (root / "content/issues").exists()


def test_a_story_begins_beside_its_issue_and_knows_the_sections(root: Path) -> None:
    new.issue(root, "2026-12", today=_TODAY)
    [story] = new.story(root, "2026-12", "open-enrolment")
    assert story == root / "content/issues/2026-12/open-enrolment.md"
    assert "# Ours are: crews" in story.read_text()


def test_a_story_begins_where_there_are_no_sections_too(root: Path) -> None:
    (root / "content/publication.yml").write_text('sections: {"a\\nb: c": Trouble}\n')
    new.issue(root, "2026-12", today=_TODAY)
    [story] = new.story(root, "2026-12", "open-enrolment")
    assert "# There are none yet." in story.read_text()


def test_a_story_of_no_issue_is_answered_with_the_near_one(root: Path) -> None:
    with pytest.raises(UsageWrong) as refused:
        new.story(root, "2026-12", "fog")
    assert (refused.value.message, refused.value.hint) == (
        "There is no issue 2026-12.",
        "Begin it: pressroom new issue 2026-12",
    )
    new.issue(root, "2026-12", today=_TODAY)
    with pytest.raises(UsageWrong) as refused:
        new.story(root, "2026-21", "fog")
    assert refused.value.hint == "Did you mean 2026-12?"


@pytest.mark.parametrize("name", ["readme", "Open Enrolment", "../fog", "fog.nl"])
def test_a_story_needs_a_name_that_can_be_an_address_and_is_free(root: Path, name: str) -> None:
    new.issue(root, "2026-12", today=_TODAY)
    with pytest.raises(UsageWrong, match="cannot be the name of a story"):
        new.story(root, "2026-12", name)


def test_a_story_cannot_stand_where_the_issue_stands(root: Path) -> None:
    new.issue(root, "2026-12", today=_TODAY)
    with pytest.raises(UsageWrong, match="there already"):
        new.story(root, "2026-12", "issue")


def test_a_show_begins_with_the_guid_of_its_feed_and_what_the_publication_says(root: Path) -> None:
    [show] = new.show(root)
    assert show == root / "podcast/show.yml"
    fields = _fields(show)
    assert UUID(str(fields["guid"])).version == 5
    assert (fields["author"], fields["language"]) == ("Lantern Line", "nl")


def test_a_show_begins_where_the_publication_says_little(root: Path) -> None:
    (root / "content/publication.yml").write_text("base_url: https://gangway.example\n")
    [show] = new.show(root)
    assert (_fields(show)["author"], _fields(show)["language"]) == ("", "en")


def test_there_is_one_show(root: Path) -> None:
    new.show(root)
    with pytest.raises(UsageWrong, match="there already"):
        new.show(root)


@pytest.mark.parametrize("base_url", ["", "gangway", "http://[x"])
def test_a_show_cannot_be_named_before_the_site_has_an_address(root: Path, base_url: str) -> None:
    (root / "content/publication.yml").write_text(f"name: The Gangway\nbase_url: {base_url}\n")
    with pytest.raises(Unreadable) as refused:
        new.show(root)
    assert "base_url" in refused.value.message
    assert refused.value.exit_code == 3


def test_an_episode_begins_with_an_mp3_of_its_recording_under_a_safe_name_and_the_recording_stays(
    root: Path, sound: Path
) -> None:
    new.show(root)
    before = sound.read_bytes()
    made, episode = new.episode(root, "2026-12-ice", sound, today=_TODAY)
    assert made == root / "podcast/episodes/2026-12-ice/final-mix-3.mp3"
    assert made.read_bytes()[:3] == b"ID3"
    assert sound.read_bytes() == before
    fields = _fields(episode)
    assert (fields["audio"], fields["date"], fields["number"]) == ("final-mix-3.mp3", "2031-05-06", "1")


def test_each_episode_has_a_guid_of_its_own_and_the_next_number(root: Path, sound: Path) -> None:
    new.show(root)
    _, first = new.episode(root, "fog", sound)
    _, second = new.episode(root, "ice", sound)
    guids = {UUID(str(_fields(episode)["guid"])) for episode in (first, second)}
    assert {guid.version for guid in guids} == {4}
    assert len(guids) == 2
    assert _fields(second)["number"] == "2"


def test_a_sound_whose_name_holds_nothing_safe_gets_one(root: Path, tmp_path: Path) -> None:
    new.show(root)
    made, _ = new.episode(root, "ships", record(tmp_path / "船.m4a", seconds=1))
    assert made.name == "untitled.mp3"


def test_a_recordings_chapters_stand_in_the_front_matter_as_much_earlier_as_was_cut_off(
    root: Path, tmp_path: Path
) -> None:
    marks = tmp_path / "marks.txt"
    parts = ((0, 3000, "Hello"), (3000, 4500, 'Fog; "thick"'), (4500, 9000, "End"))
    lines = (
        f"[CHAPTER]\nTIMEBASE=1/1000\nSTART={a}\nEND={b}\ntitle={t.replace(';', chr(92) + ';')}" for a, b, t in parts
    )
    marks.write_text("\n".join([";FFMETADATA1", *lines]))
    bare = record(tmp_path / "bare.wav", seconds=6, lead=2)
    ffmpeg("-i", str(bare), "-f", "ffmetadata", "-i", str(marks), "-map_chapters", "1", str(tmp_path / "talk.m4a"))
    new.show(root)
    _, episode = new.episode(root, "fog", tmp_path / "talk.m4a")

    first, second, third = _fields(episode)["chapters"]
    assert (first["start"], first["title"]) == ("0:00:00", "Hello")
    assert second["start"].startswith("0:00:01.3")
    assert (second["title"], third["title"]) == ('Fog; "thick"', "End")


def test_an_episode_needs_a_show(root: Path, sound: Path) -> None:
    with pytest.raises(UsageWrong) as refused:
        new.episode(root, "ice", sound)
    assert refused.value.hint == "Begin it first: pressroom new show"


def test_a_cover_that_claims_more_than_there_is_keeps_no_recording_from_being_heard(root: Path, tmp_path: Path) -> None:
    new.show(root)
    spoken = record(tmp_path / "a.mp3", "-id3v2_version", "0", seconds=3).read_bytes()
    cover = b"APIC" + (200_000_000).to_bytes(4, "big") + b"\0\0\0image/jpeg\0\3\0" + b"\xff\xd8" * 100
    tag = b"ID3\3\0\0\0\0" + bytes((len(cover) >> 7, len(cover) & 0x7F))
    (tmp_path / "huge.mp3").write_bytes(tag + cover + spoken)
    told: list[str] = []
    new.episode(root, "ice", tmp_path / "huge.mp3", tell=told.append)
    assert told[-1].startswith("Made an MP3: 0:03, mono, −1")


_HUGE_TAG = b"ID3\x03\0\0\x7f\x7f\x7f\x7f"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"<!doctype html><title>Sign in</title>", "is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "is a pointer of Git LFS"),
        (b"These are no sounds at all. " * 400, "There is no sound in ice.mp3"),
        (_HUGE_TAG + b"\0" * 5_000, "There is no sound in ice.mp3"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt ", "There is no sound in ice.mp3"),
    ],
    ids=["empty", "a web page", "Git LFS", "text", "a huge tag and nothing else", "a cut-off WAV"],
)
def test_an_episode_needs_sound(root: Path, tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "ice.mp3").write_bytes(data)
    new.show(root)
    with pytest.raises(UsageWrong, match=says) as refused:
        new.episode(root, "ice", tmp_path / "ice.mp3")
    assert refused.value.hint
    assert not (root / "podcast/episodes").exists()


@pytest.mark.parametrize(
    ("name", "says"), [("gone.mp3", r"There is no file .*gone\.mp3"), ("folder.mp3", "is a folder")]
)
def test_an_episode_needs_a_file(root: Path, tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder.mp3").mkdir()
    new.show(root)
    with pytest.raises(UsageWrong, match=says):
        new.episode(root, "ice", tmp_path / name)


def test_an_episode_that_is_there_is_told_before_anything_is_listened_to(root: Path, sound: Path) -> None:
    new.show(root)
    new.episode(root, "ice", sound)
    told: list[str] = []
    with pytest.raises(UsageWrong, match="there already"):
        new.episode(root, "ice", sound, tell=told.append)
    assert told == []


def test_an_episode_needs_a_name_that_can_be_an_address(root: Path, sound: Path) -> None:
    new.show(root)
    with pytest.raises(UsageWrong) as refused:
        new.episode(root, "Ask the COO", sound)
    assert refused.value.hint.endswith("How about ask-the-coo?")


def test_a_recording_with_any_name_will_do_and_is_not_touched(root: Path, tmp_path: Path) -> None:
    new.show(root)
    odd = record(tmp_path / '-i Ruth\'s "final" mix; $(rm) | 100%d.wav', seconds=1)
    before = odd.read_bytes()
    made, _ = new.episode(root, "ice", odd)
    assert made.name == "i-ruth-s-final-mix-rm-100-d.mp3"
    assert odd.read_bytes() == before


def test_a_sound_is_made_again_beside_the_one_that_is_there(root: Path, sound: Path, tmp_path: Path) -> None:
    new.show(root)
    old, episode = new.episode(root, "ice", sound)
    before = (old.read_bytes(), episode.read_bytes())
    quiet = record(tmp_path / "Final Mix (3).wav", seconds=3, level=-40)
    made = new.sound(root, "ice", quiet)
    assert made == old.with_name("final-mix-3-2.mp3")
    assert made.read_bytes()[:3] == b"ID3"
    assert (old.read_bytes(), episode.read_bytes()) == before
    assert new.sound(root, "ice", made).name == "final-mix-3-2-2.mp3"


def test_who_has_chapters_is_told_that_they_are_earlier_where_silence_was_cut_off(root: Path, tmp_path: Path) -> None:
    new.show(root)
    late = record(tmp_path / "late.wav", seconds=2, lead=4)
    _, episode = new.episode(root, "ice", late)
    told: list[str] = []
    new.sound(root, "ice", late, tell=told.append)
    assert not any("earlier now" in said for said in told)
    episode.write_text(episode.read_text().replace("\n---\n", "\ntranscript: transcript.vtt\n---\n", 1))
    new.sound(root, "ice", late, tell=told.append)
    assert told[-1].startswith("All of it is 3.")


def test_a_sound_needs_an_episode_and_a_recording(root: Path, sound: Path, tmp_path: Path) -> None:
    new.show(root)
    with pytest.raises(UsageWrong, match="There is no episode ice") as refused:
        new.sound(root, "ice", sound)
    assert refused.value.hint == "To begin it: pressroom new episode ice FILE"
    new.episode(root, "ice", sound)
    with pytest.raises(UsageWrong, match="There is no episode icy") as refused:
        new.sound(root, "icy", sound)
    assert "Did you mean ice?" in refused.value.hint
    with pytest.raises(UsageWrong, match="There is no file"):
        new.sound(root, "ice", tmp_path / "gone.wav")
    with pytest.raises(UsageWrong, match="cannot be the name"):
        new.sound(root, "../ice", sound)
