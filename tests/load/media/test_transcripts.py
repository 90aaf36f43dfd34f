import pytest
from tests.load.building import EPISODE, Press

from pressroom.load.media.transcripts import parse
from pressroom.model.podcast import Cue

_TIMES = "00:00:01.000 --> 00:00:02.500"


def cues(text: str) -> list[Cue]:
    found, faults = parse(text)
    assert faults == ()
    return list(found)


def cue(text: str) -> Cue:
    (found,) = cues(f"WEBVTT\n\n{_TIMES}\n{text}\n")
    return found


def test_cues_have_times_speakers_and_words() -> None:
    text = """\
WEBVTT - Talk
Kind: captions

NOTE made by hand
over two lines

1
00:01.000 --> 00:02.500 line:0 position:20%
<v Ada>Hello.

REGION
id:x

second
01:00:03.000\t-->\t01:00:04.000
<v Bram>How are
you?</v>


100:00:05.000 --> 100:00:06.000
Nobody says this.
"""

    assert cues(text) == [
        Cue(start=1, end=2.5, speaker="Ada", text="Hello."),
        Cue(start=3603, end=3604, speaker="Bram", text="How are you?"),
        Cue(start=360_005, end=360_006, text="Nobody says this."),
    ]


@pytest.mark.parametrize(
    ("written", "speaker", "said"),
    [
        ("Hello.", "", "Hello."),
        ("<v Ada Lovelace>Hello.</v>", "Ada Lovelace", "Hello."),
        ("<v.loud.first Ada>Hello.", "Ada", "Hello."),
        ("<v Ada &amp; Bram>Hello.", "Ada & Bram", "Hello."),
        ("Tea &amp; &lt;biscuits&gt;&nbsp;at 5&lrm;", "", "Tea & <biscuits> at 5\u200e"),
        ("<i>Very</i> <c.big>big</c> <00:00:01.500>now", "", "Very big now"),
        ("5 < 6", "", "5 < 6"),
        ("<v Ada", "", "<v Ada"),
        ("&#65;&#x42;&#0000067;", "", "ABC"),
        ("A&amp;&#111111111;&amp;", "", "A&&#111111111;&"),
        (f"&#{'1' * 5_000};", "", f"&#{'1' * 5_000};"),
        (f"<v &#{'1' * 5_000};>Hello.", f"&#{'1' * 5_000};", "Hello."),
    ],
)
def test_what_is_said(written: str, speaker: str, said: str) -> None:
    found = cue(written)

    assert (found.speaker, found.text) == (speaker, said)


def test_each_voice_of_a_cue_is_one_of_its_own() -> None:
    found = cues(f"WEBVTT\n\n{_TIMES}\n<v Ada>Tea?</v> (a pause)\n<v Bram>Yes.\n<v Ada>\n")

    assert [(one.speaker, one.text) for one in found] == [("Ada", "Tea?"), ("", "(a pause)"), ("Bram", "Yes.")]


def test_a_cue_may_begin_with_the_one_before_it() -> None:
    assert len(cues(f"WEBVTT\n\n{_TIMES}\nA\n\n{_TIMES}\nB\n")) == 2


@pytest.mark.parametrize("header", ["", "webvtt", "WEBVTT2", "1", " WEBVTT"])
def test_what_does_not_begin_as_a_transcript(header: str) -> None:
    found, faults = parse(f"{header}\n\n{_TIMES}\nHello.\n")

    assert found == ()
    assert [fault.rule for fault in faults] == ["transcript-header"]


@pytest.mark.parametrize(
    ("block", "rule", "line"),
    [
        ("Hello.", "transcript-cue", 3),
        ("1\nHello.", "transcript-cue", 3),
        ("1\n00:01.000->00:02.000\nHello.", "transcript-cue", 3),
        ("1\n00:01.000 --> \nHello.", "transcript-cue", 4),
        ("00:01,000 --> 00:02,000\nHello.", "transcript-cue", 3),
        ("00:61.000 --> 01:02.000\nHello.", "transcript-cue", 3),
        ("0:01.000 --> 0:02.000\nHello.", "transcript-cue", 3),
        ("00:02.000 --> 00:02.000\nHello.", "transcript-order", 3),
        ("name\n00:02.000 --> 00:01.000\nHello.", "transcript-order", 4),
    ],
)
def test_cues_that_cannot_be_followed(block: str, rule: str, line: int) -> None:
    _, faults = parse(f"WEBVTT\n\n{block}\n")

    assert [(fault.rule, fault.line) for fault in faults] == [(rule, line)]


@pytest.mark.parametrize(
    "text", ["<" * 200_000, "<v a>" * 20_000, "<v" + " " * 200_000, "<a" * 200_000, "a\n\n" * 50_000, "&" * 200_000]
)
def test_hostile_transcripts_are_read_in_reasonable_time(text: str) -> None:
    _, faults = parse(f"WEBVTT\n\n{_TIMES}\n{text}")

    assert len(faults) < 2_000


def test_one_habit_in_every_cue_is_not_told_a_hundred_times(press: Press) -> None:
    text = "WEBVTT\n\n" + "\n".join("00:00:01,000 --> 00:00:02,000\nHello.\n" for _ in range(100))
    findings = press.load({"podcast/episodes/talk/talk.vtt": text}).findings

    assert [finding.line for finding in findings] == [3, 6, 9, 12, 15, 18]
    assert findings[-1].message.endswith("So it is in 95 places from here on.")


@pytest.mark.parametrize(
    "hidden",
    ["NOTE call her back\nbefore noon", "NOTE", "REGION\nid:x", "STYLE\n::cue { background: url(//x.example) }"],
)
def test_remarks_regions_and_styles_are_not_said(hidden: str) -> None:
    found, faults = parse(f"WEBVTT\n\n{hidden}\n\n{_TIMES}\nHello.\n\n{hidden}\n")

    assert [one.text for one in found] == ["Hello."]
    assert {fault.rule for fault in faults} <= {"transcript-style"}


def test_a_cue_that_is_called_note_is_said() -> None:
    assert cues(f"WEBVTT\n\nNOTE\n{_TIMES}\nNOTE what is said")[0].text == "NOTE what is said"


_SRT = "1\n00:00:01,000 --> 00:00:02,500\nRuth Adeyemi: Hello.\n\n2\n0:0:3,000-->0:0:4,000\nStill me.\n"


def test_subrip_is_read_as_well_with_speakers_whose_names_stand_before_what_they_say() -> None:
    text = f"{_SRT}\n3\n00:00:05,000 --> 00:00:06,000 X1:1\n{{\\an8}}Ruth Adeyemi: <i>Tea</i>\nand cake?\n"
    found, faults = parse(text, is_subrip=True)

    assert faults == ()
    assert [(one.speaker, one.text) for one in found] == [
        ("Ruth Adeyemi", "Hello."),
        ("", "Still me."),
        ("Ruth Adeyemi", "Tea and cake?"),
    ]
    assert [(one.start, one.end) for one in found] == [(1, 2.5), (3, 4), (5, 6)]


def test_a_word_before_a_colon_is_no_speaker_if_it_stands_there_once_or_cannot_be_a_name() -> None:
    said = ("Remember: tea.", "so it is: tea.", "so it is: cake.", "A B C D E F: x.", "A B C D E F: y.", "At 12:30: z.")
    text = "\n\n".join(f"00:00:0{at},000 --> 00:00:0{at},500\n{words}" for at, words in enumerate(said))
    found, _ = parse(text, is_subrip=True)

    assert [one.text for one in found] == list(said)


def test_where_voices_are_marked_nothing_is_guessed() -> None:
    found = cues(f"WEBVTT\n\n{_TIMES}\n<v Ada>Bram: No.\n\n{_TIMES}\nBram: Yes.\n")

    assert [(one.speaker, one.text) for one in found] == [("Ada", "Bram: No."), ("", "Bram: Yes.")]


def test_a_file_is_taken_for_what_it_begins_with() -> None:
    assert parse(f"WEBVTT\n\n{_TIMES}\nHello.\n", is_subrip=True)[1] == ()
    assert [fault.rule for fault in parse(_SRT)[1]] == ["transcript-header"]


@pytest.mark.parametrize(
    ("text", "rule", "line", "says"),
    [
        ("", "transcript-cue", 1, "00:00:05,000 --> 00:00:09,500"),
        ("Hello.", "transcript-cue", 1, "00:00:05,000"),
        ("1\n00:00:01.000 --> 00:00:2\nx", "transcript-cue", 2, "00:00:05,000"),
        ("1\n00:00:02,000 --> 00:00:01,000\nx", "transcript-order", 2, "earlier time first"),
        (f"{_SRT}\n3\n00:00:00,500 --> 00:00:01,000\nx", "transcript-order", 10, "into the order"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n", "transcript-header", 1, "git lfs pull"),
    ],
)
def test_subrip_that_cannot_be_followed(text: str, rule: str, line: int, says: str) -> None:
    _, [fault] = parse(text, is_subrip=True)

    assert (fault.rule, fault.line) == (rule, line)
    assert says in fault.hint


def test_an_episode_may_have_its_transcript_as_subrip(press: Press) -> None:
    text = "---\ntitle: Talk\nguid: g\ndate: 2026-11-19\naudio: talk.mp3\ntranscript: talk.srt\n---\n"
    files = {EPISODE: text, "podcast/episodes/talk/talk.srt": _SRT, "podcast/episodes/talk/talk.vtt": None}
    loaded = press.load(files)

    assert loaded.findings == ()
    assert loaded.publication.show is not None
    transcript = loaded.publication.show.episodes[0].transcript
    assert transcript is not None
    assert (transcript.path, len(transcript.cues)) == ("podcast/episodes/talk/talk.srt", 2)


def test_a_style_is_told_of_and_left_out_of_the_site(press: Press) -> None:
    text = f"WEBVTT\n\nSTYLE\n::cue {{ background: url(//x.example) }}\n\n{_TIMES}\nHello.\n"
    loaded = press.load({"podcast/episodes/talk/talk.vtt": text})

    assert [finding.rule for finding in loaded.findings] == ["transcript-style"]
    assert loaded.publication.show is not None
    transcript = loaded.publication.show.episodes[0].transcript
    assert transcript is not None
    assert [one.text for one in transcript.cues] == ["Hello."]


def test_a_file_with_a_byte_order_mark_and_carriage_returns_is_read(press: Press) -> None:
    text = f"\ufeffWEBVTT\r\n\r\n{_TIMES}\r\nHello.\r\n"
    show = press.load({"podcast/episodes/talk/talk.vtt": text}).publication.show

    assert show is not None
    transcript = show.episodes[0].transcript
    assert transcript is not None
    assert transcript.path == "podcast/episodes/talk/talk.vtt"
    assert [one.text for one in transcript.cues] == ["Hello."]
