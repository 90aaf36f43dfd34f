"""A transcript as apps read it: lines that fit, speakers by name, and nothing lost between the two forms."""

from itertools import pairwise

import pytest

from pressroom.load.media.transcripts import parse
from pressroom.model.podcast import Cue
from pressroom.render.podcast.transcripts import subrip, webvtt

_LONG = "Most of you know me from behind the counter on Ternholm, where I have sold tickets for twenty years and more."

CUES = (
    Cue(start=1, end=3.5, speaker="Ada", text="Tea & <biscuits>?"),
    Cue(start=3.5, end=11.5, speaker="Ada", text=_LONG),
    Cue(start=3723.004, end=3724, speaker="Bram", text="Yes."),
    Cue(start=3725, end=3726, text="(Laughter)"),
)


def test_webvtt_names_the_voice_of_each_caption() -> None:
    assert webvtt(CUES).decode() == (
        "WEBVTT\n\n"
        "00:00:01.000 --> 00:00:03.500\n<v Ada>Tea &amp; &lt;biscuits&gt;?\n\n"
        "00:00:03.500 --> 00:00:11.500\n<v Ada>Most of you know me from behind the counter on Ternholm, where I\n"
        "have sold tickets for twenty years and more.\n\n"
        "01:02:03.004 --> 01:02:04.000\n<v Bram>Yes.\n\n"
        "01:02:05.000 --> 01:02:06.000\n(Laughter)\n"
    )


def test_subrip_names_a_speaker_where_another_begins() -> None:
    blocks = subrip(CUES).decode().split("\n\n")
    assert blocks[0] == "1\n00:00:01,000 --> 00:00:03,500\nAda: Tea & <biscuits>?"
    assert blocks[1].split("\n")[2:] == ["Most of you know me from behind", "the counter on Ternholm, where I"]
    assert blocks[2].split("\n")[2:] == ["have sold tickets for twenty", "years and more."]
    assert blocks[3].split("\n")[2:] == ["Bram: Yes."]
    assert blocks[4].split("\n")[2:] == ["(Laughter)"] or blocks[4].endswith("(Laughter)\n")


@pytest.mark.parametrize(("write", "width"), [(webvtt, 65), (subrip, 32)])
def test_no_caption_has_more_than_two_lines_or_a_longer_one(write: object, width: int) -> None:
    written = write((Cue(start=0, end=60, text=_LONG * 9),)).decode()  # type: ignore[operator]  # either of two functions
    blocks = [block.split("\n") for block in written.split("\n\n") if "-->" in block]
    said = [[line for line in block if line and "-->" not in line and not line.isdecimal()] for block in blocks]
    assert max(len(lines) for lines in said) == 2
    assert max(len(line) for lines in said for line in lines) <= width


def test_parts_of_a_caption_share_its_time_by_their_lengths_without_a_gap() -> None:
    cues, _ = parse(subrip((Cue(start=10, end=70, text=_LONG * 3),)).decode(), is_subrip=True)
    assert (cues[0].start, cues[-1].end) == (10, 70)
    assert all(one.end == other.start for one, other in pairwise(cues))
    lasting = [(cue.end - cue.start) / len(cue.text) for cue in cues]
    assert max(lasting) < 1.5 * min(lasting)


@pytest.mark.parametrize("write", [webvtt, subrip])
def test_what_is_written_is_read_back_with_every_word_and_speaker(write: object) -> None:
    many = (
        *CUES[:3],
        Cue(start=3725, end=3726, speaker="Ada", text="No."),
        Cue(start=3727, end=3728, speaker="Bram", text="So."),
    )
    cues, faults = parse(write(many).decode(), is_subrip=write is subrip)  # type: ignore[operator]  # as above
    assert faults == ()
    told = [(cue.speaker, cue.text) for cue in many]
    if write is webvtt:
        assert [(cue.speaker, cue.text) for cue in cues] == told
    else:
        assert [cue.speaker for cue in cues if cue.speaker] == ["Ada", "Bram", "Ada", "Bram"]


@pytest.mark.parametrize("write", [webvtt, subrip])
def test_where_two_speak_at_once_captions_still_run_forwards(write: object) -> None:
    both = (Cue(start=0, end=20, speaker="Ada", text=_LONG * 2), Cue(start=1, end=19, speaker="Bram", text=_LONG * 2))
    cues, faults = parse(write(both).decode(), is_subrip=write is subrip)  # type: ignore[operator]  # as above
    assert (faults, len(cues) >= 4) == ((), True)


def test_a_word_longer_than_a_line_is_not_cut() -> None:
    assert f"\n{'w' * 90}\n" in webvtt((Cue(start=0, end=1, text="w" * 90),)).decode()


def test_a_name_that_would_end_its_own_mark_does_not() -> None:
    assert "<v a b>" in webvtt((Cue(start=0, end=1, speaker="a> \nb", text="x"),)).decode()


def test_a_caption_without_words_or_length_can_still_be_read() -> None:
    for written in (webvtt((Cue(start=5, end=5.0001, text=" "),)), subrip((Cue(start=5, end=5.0001, text=" "),))):
        assert "05" in written.decode()
    assert "00:00:05.000 --> 00:00:05.001" in webvtt((Cue(start=5, end=5.0001, text="x"),)).decode()
