"""Each must and should of PSP-1 and Apple's guide for an episode, by its name."""

from datetime import datetime

import pytest
from tests.builders import audio, picture, prose
from tests.render.podcast.reading import (
    ADA,
    attributes,
    by_feedparser,
    by_podcastparser,
    channel,
    feed_bytes,
    item,
    talk,
    texts,
    whole,
)

from pressroom.model.podcast import Episode, Soundbite

HOME = "https://gangway.example/"
CAPTAIN = f"{HOME}podcast/captain/"


def test_must_have_a_title_without_its_number() -> None:
    found = item(talk(title=" Ask the\ncaptain ", number=7, season=2))
    assert texts(found, "title") == ["Ask the captain"]


def test_must_have_an_enclosure_with_full_address_exact_length_and_type() -> None:
    assert attributes(item(talk()), "enclosure") == [
        {"url": f"{CAPTAIN}captain.mp3", "length": "731021", "type": "audio/mpeg"}
    ]


def test_sound_recorded_at_an_address_is_offered_there() -> None:
    recorded = audio(path=None, url="https://media.example/a.m4a?x=1&y=2", type="audio/x-m4a", bytes=42)
    assert attributes(item(talk(audio=recorded)), "enclosure") == [
        {"url": "https://media.example/a.m4a?x=1&y=2", "length": "42", "type": "audio/x-m4a"}
    ]


def test_an_address_holds_only_ascii() -> None:
    [enclosure] = attributes(item(talk(audio=audio(path="podcast/episodes/captain/één & twee.mp3"))), "enclosure")
    assert enclosure["url"] == f"{CAPTAIN}%C3%A9%C3%A9n%20%26%20twee.mp3"


def test_must_have_the_guid_that_is_stored_which_is_no_address() -> None:
    found = item(talk(guid="669cb2be-5559-40ac-a740-cff9db1a7194"))
    assert texts(found, "guid") == ["669cb2be-5559-40ac-a740-cff9db1a7194"]
    assert attributes(found, "guid") == [{"isPermaLink": "false"}]


def test_a_guid_is_never_cut() -> None:
    assert texts(item(talk(guid="g" * 300)), "guid") == ["g" * 300]


def test_should_link_to_its_page() -> None:
    assert texts(item(talk()), "link") == [CAPTAIN]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026-11-04T09:05:00+01:00", "Wed, 04 Nov 2026 09:05:00 +0100"),
        ("2026-07-01T00:00:00+00:00", "Wed, 01 Jul 2026 02:00:00 +0200"),
        ("2026-12-31T23:30:00+00:00", "Fri, 01 Jan 2027 00:30:00 +0100"),
    ],
)
def test_should_say_when_it_came_out_as_rfc_2822_has_it_in_the_publications_zone(date: str, written: str) -> None:
    assert texts(item(talk(date=datetime.fromisoformat(date))), "pubDate") == [written]


def test_should_have_a_description_in_plain_words() -> None:
    assert texts(item(talk(summary="Ada answers.")), "description") == ["Ada answers."]


def test_without_a_summary_the_running_text_of_the_show_notes_is_the_description() -> None:
    notes = prose(
        html="<h2>Fog</h2>\n<p>Notes &amp; bells,\nall <em>of</em> them.</p>\n<ul><li>x</li></ul><p></p><p>More.</p>",
        text="Fog\n---\n\nNotes & bells,\nall of them.\n\n- x\n\nMore.",
    )
    assert texts(item(talk(summary="", prose=notes)), "description") == ["Notes & bells, all of them.\n\nMore."]


def test_show_notes_that_are_a_list_are_the_description_as_they_are() -> None:
    notes = prose(html="<ul><li>fog</li><li>bells</li></ul>", text="- fog\n- bells")
    assert texts(item(talk(summary="", prose=notes)), "description") == ["- fog\n- bells"]


def test_without_either_the_title_is() -> None:
    assert texts(item(talk(summary="", prose=prose())), "description") == ["Ask the captain"]


def test_a_description_has_at_most_4000_bytes() -> None:
    [description] = texts(item(talk(summary="", prose=prose(text="mist é " * 900))), "description")
    assert description is not None
    assert 3980 < len(description.encode()) <= 4000
    assert description.endswith("…")


def test_should_have_the_show_notes_as_html_with_full_addresses() -> None:
    notes = prose(
        html='<p>See <a href="ref:0">this</a>, <a href="ref:1">below</a> and <a href="https://x.example/">that</a>.</p>'
        '<p><img src="pic:0" alt="Fog"></p><h2 id="more">More</h2>',
        links=("episode.md", "#more"),
        anchors=("more",),
    )
    fog = picture(path="podcast/episodes/captain/fog.jpg", digest="f" * 64, width=480, height=240)
    [html] = texts(item(talk(prose=notes, pictures=(fog,))), "content:encoded")
    assert html == (
        f'<p>See <a href="{CAPTAIN}">this</a>, <a href="{CAPTAIN}#more">below</a>'
        ' and <a href="https://x.example/">that</a>.</p>'
        f'<p><img src="{HOME}assets/pictures/fog-ffffffffffff-480.jpg" alt="Fog" width="480" height="240"'
        ' loading="lazy"></p><h2 id="more">More</h2>'
    )


def test_without_show_notes_the_summary_stands_in_their_place() -> None:
    assert texts(item(talk(summary="Ropes & <knots>", prose=prose())), "content:encoded") == [
        "<p>Ropes &amp; &lt;knots&gt;</p>"
    ]


@pytest.mark.parametrize(("seconds", "written"), [(91.6, "92"), (91.4, "91"), (3600.0, "3600"), (7200.2, "7200")])
def test_should_say_how_long_it_lasts_in_whole_seconds(seconds: float, written: str) -> None:
    assert texts(item(talk(audio=audio(duration=seconds))), "itunes:duration") == [written]


def test_should_have_its_own_picture() -> None:
    assert attributes(item(talk()), "itunes:image") == [{"href": f"{CAPTAIN}artwork-cccccccccccc.png"}]


@pytest.mark.parametrize("image", [None, picture(path="face.webp", format="webp"), picture(path="f.gif", format="gif")])
def test_a_picture_that_apps_do_not_take_is_not_offered(image: object) -> None:
    assert attributes(item(talk(image=image)), "itunes:image") == []


def test_should_have_its_season_number_and_type() -> None:
    found = item(talk(season=2, number=7, type="bonus"))
    assert texts(found, "itunes:season") == ["2"]
    assert texts(found, "itunes:episode") == ["7"]
    assert texts(found, "itunes:episodeType") == ["bonus"]


def test_an_episode_without_season_and_number_says_nothing_of_them() -> None:
    found = item(talk(season=None, number=None, type="trailer"))
    assert texts(found, "itunes:season") == texts(found, "itunes:episode") == []
    assert texts(found, "itunes:episodeType") == ["trailer"]


@pytest.mark.parametrize(
    ("of_show", "own", "written"),
    [(False, None, "false"), (True, None, "true"), (True, False, "false"), (False, True, "true")],
)
def test_must_say_true_or_false_to_explicit_the_shows_word_holding_otherwise(
    of_show: bool, own: bool | None, written: str
) -> None:
    assert texts(item(talk(explicit=own), explicit=of_show), "itunes:explicit") == [written]


def test_should_name_those_who_are_heard_as_authors() -> None:
    assert texts(item(talk()), "itunes:author") == ["Ada Visser, Bram de Wit"]


def test_without_people_the_shows_author_is_the_author() -> None:
    assert texts(item(talk(people=())), "itunes:author") == ["Lantern Line"]


def test_should_offer_its_transcript_as_webvtt_first_and_as_subrip() -> None:
    assert attributes(item(talk(), language="nl"), "podcast:transcript") == [
        {"url": f"{CAPTAIN}transcript.vtt", "type": "text/vtt", "language": "nl", "rel": "captions"},
        {"url": f"{CAPTAIN}transcript.srt", "type": "application/x-subrip", "language": "nl", "rel": "captions"},
    ]


def test_should_offer_its_chapters() -> None:
    assert attributes(item(talk()), "podcast:chapters") == [
        {"url": f"{CAPTAIN}chapters.json", "type": "application/json+chapters"}
    ]


def test_without_transcript_and_chapters_none_are_offered() -> None:
    found = item(talk(transcript=None, chapters=()))
    assert attributes(found, "podcast:transcript") == attributes(found, "podcast:chapters") == []


def test_people_are_named_with_role_photo_and_page() -> None:
    found = item(talk(people=("bram", "ada")), hosts=("ada",))
    assert texts(found, "podcast:person") == ["Bram de Wit", "Ada Visser"]
    assert attributes(found, "podcast:person") == [
        {"role": "guest", "group": "cast", "href": f"{HOME}people/bram/"},
        {
            "role": "host",
            "group": "cast",
            "img": f"{HOME}assets/pictures/ada-bbbbbbbbbbbb-480.jpg",
            "href": f"{HOME}people/ada/",
        },
    ]


def test_who_did_something_else_is_named_for_that_once_heard_or_not() -> None:
    found = item(talk(people=("ada",), roles={"ada": "narrator", "bram": "audio editor"}), hosts=("ada",))
    said = [(who["role"], who["group"]) for who in attributes(found, "podcast:person")]
    assert said == [("narrator", "cast"), ("audio editor", "audio post-production")]


def test_where_nobody_says_who_the_host_is_nothing_is_said_of_roles() -> None:
    assert ["role" in who for who in attributes(item(talk()), "podcast:person")] == [False, False]


def test_a_season_that_has_a_name_is_named() -> None:
    found = item(talk(season=2), seasons={2: "The new ship"})
    assert (texts(found, "podcast:season"), attributes(found, "podcast:season")) == (["2"], [{"name": "The new ship"}])
    assert texts(item(talk(season=1), seasons={2: "The new ship"}), "podcast:season") == []


def test_soundbites_say_when_they_begin_and_how_long_they_are() -> None:
    found = item(
        talk(soundbites=(Soundbite(start=62, duration=30.5, title="Biscuits"), Soundbite(start=0, duration=15)))
    )
    assert texts(found, "podcast:soundbite") == ["Biscuits", None]
    assert attributes(found, "podcast:soundbite") == [
        {"startTime": "62", "duration": "30.5"},
        {"startTime": "0", "duration": "15"},
    ]


def test_an_episode_that_differs_from_its_show_says_whether_a_machine_has_made_it() -> None:
    assert texts(item(talk(machine_made=True)), "podcast:txt") == ["true"]
    assert texts(item(talk(machine_made=False), machine_made=True), "podcast:txt") == ["false"]
    assert texts(item(talk(), machine_made=True), "podcast:txt") == []


def test_its_own_artwork_is_shown_in_both_ways() -> None:
    [image] = attributes(item(talk()), "podcast:image")
    assert image["href"] == f"{CAPTAIN}artwork-cccccccccccc.png"
    assert attributes(item(talk(image=picture(format="webp"))), "podcast:image") == []


def test_a_name_has_at_most_128_characters() -> None:
    long = ADA.but(name="Ada " * 40)
    everything = whole(talk(people=("ada",))).but(people={"ada": long})
    found = channel(everything)
    [name] = texts(found, "item/podcast:person")
    assert name == "Ada " * 30 + "Ada…"


def test_a_tag_without_text_is_closed_at_once() -> None:
    assert f'<podcast:chapters url="{CAPTAIN}chapters.json" type="application/json+chapters"/>' in (
        feed_bytes(whole()).decode()
    )


def test_somebody_unknown_is_left_out() -> None:
    assert texts(item(talk(people=("nobody", "bram"))), "podcast:person") == ["Bram de Wit"]


def test_podcastparser_reads_the_episode_back() -> None:
    [read] = by_podcastparser(whole())["episodes"]
    assert read == {
        "title": "Ask the captain",
        "link": CAPTAIN,
        "guid": "guid-of-captain",
        "description": "Ada answers what you asked.",
        "description_html": "<p>Notes on <em>fog</em>.</p>",
        "published": 1795305600,
        "total_time": 92,
        "payment_url": None,
        "enclosures": [{"url": f"{CAPTAIN}captain.mp3", "file_size": 731_021, "mime_type": "audio/mpeg"}],
        "episode_art_url": f"{CAPTAIN}artwork-cccccccccccc.png",
        "season": 2,
        "number": 7,
        "type": "full",
        "explicit": False,
        "itunes_author": "Ada Visser, Bram de Wit",
    }


def test_feedparser_reads_the_episode_back() -> None:
    read = by_feedparser(whole())
    assert not read.bozo
    [entry] = read.entries
    assert entry.title == "Ask the captain"
    assert entry.link == CAPTAIN
    assert entry.id == "guid-of-captain"
    assert not entry.guidislink
    assert entry.summary == "Ada answers what you asked."
    assert [content.value for content in entry.content] == ["<p>Notes on <em>fog</em>.</p>"]
    assert entry.published == "Sun, 22 Nov 2026 01:00:00 +0100"
    assert entry.enclosures == [{"href": f"{CAPTAIN}captain.mp3", "length": "731021", "type": "audio/mpeg"}]
    assert entry.itunes_duration == "92"
    assert entry.itunes_season == "2"
    assert entry.itunes_episode == "7"
    assert entry.itunes_episodetype == "full"
    assert entry.image.href == f"{CAPTAIN}artwork-cccccccccccc.png"
    assert entry.author == "Ada Visser, Bram de Wit"
    assert entry.podcast_transcript == {
        "url": f"{CAPTAIN}transcript.srt",
        "type": "application/x-subrip",
        "language": "en",
        "rel": "captions",
    }
    assert entry.podcast_chapters == {"url": f"{CAPTAIN}chapters.json", "type": "application/json+chapters"}


TEXTS = ["Tea & <b>biscuits</b>", "a ]]> b", "😀 وشاي שלום", '"it\'s"', "&amp; &lt;"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("field", "name"), [("title", "title"), ("guid", "guid"), ("summary", "description")])
def test_every_text_of_an_episode_comes_back_as_it_was(field: str, name: str, text: str) -> None:
    assert texts(item(talk(**{field: text})), name) == [text]


@pytest.mark.parametrize("text", ["Tea & biscuits", "1 < 2 > 0", "a ]]> b", "😀 وشاي שלום", '"it\'s"'])
def test_podcast_apps_read_every_title_as_it_was_written(text: str) -> None:
    [read] = by_podcastparser(whole(talk(title=text, summary=text)))["episodes"]
    assert (read["title"], read["description"]) == (text, text)


def test_show_notes_keep_every_sign() -> None:
    notes = prose(html="<p>Tea &amp; &lt;biscuits&gt; ]]&gt; 😀 שלום</p>", text="x")
    assert texts(item(talk(prose=notes)), "content:encoded") == ["<p>Tea &amp; &lt;biscuits&gt; ]]&gt; 😀 שלום</p>"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    bad = "a\x00\x0b\x1f\ud800\ufffeb"
    odd = talk(title=bad, guid=bad, summary=bad, prose=prose(html=f'<p title="{bad}">{bad}</p>', text=bad))
    found = item(odd)
    assert texts(found, "title") == texts(found, "guid") == texts(found, "description") == ["ab"]
    assert texts(found, "content:encoded") == ['<p title="ab">ab</p>']


@pytest.mark.parametrize("one", [talk(title=""), talk(title="\x01")])
def test_an_episode_whose_title_says_nothing_is_called_by_its_id(one: Episode) -> None:
    assert texts(item(one), "title") == ["captain"]
