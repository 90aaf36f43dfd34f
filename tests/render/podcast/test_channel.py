"""Each must and should of PSP-1 and Apple's guide for a show, by its name."""

from datetime import datetime, timedelta

import pytest
from lxml import etree
from tests.builders import NOW, episode, picture, publication, show
from tests.render.podcast.reading import (
    ADDRESS,
    at_now,
    attributes,
    by_feedparser,
    by_podcastparser,
    channel,
    feed_bytes,
    talk,
    texts,
    whole,
)

from pressroom.model.publication import Publication
from pressroom.render import podcast

HOME = "https://gangway.example/"


def test_must_be_rss_2_in_utf_8_with_four_namespaces() -> None:
    head = feed_bytes(whole()).decode().split("<channel>")[0]
    assert head.startswith("<?xml version='1.0' encoding='UTF-8'?>")
    assert 'version="2.0"' in head
    assert 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"' in head
    assert 'xmlns:podcast="https://podcastindex.org/namespace/1.0"' in head
    assert 'xmlns:atom="http://www.w3.org/2005/Atom"' in head
    assert 'xmlns:content="http://purl.org/rss/1.0/modules/content/"' in head


def test_must_link_to_itself() -> None:
    assert attributes(channel(whole()), "atom:link") == [
        {"href": ADDRESS, "rel": "self", "type": "application/rss+xml"}
    ]


def test_must_have_a_title() -> None:
    assert texts(channel(whole(title=" Between\n  Harbours ")), "title") == ["Between Harbours"]


def test_a_title_of_255_characters_stays_and_a_longer_one_ends_between_words() -> None:
    assert texts(channel(whole(title="x" * 255)), "title") == ["x" * 255]
    [title] = texts(channel(whole(title="harbour " * 40)), "title")
    assert title is not None
    assert len(title) <= 255
    assert title.endswith("harbour…")


def test_must_have_a_description_whose_lines_stay() -> None:
    assert texts(channel(whole(description="One.\n\nTwo.\n")), "description") == ["One.\n\nTwo."]


@pytest.mark.parametrize("letter", ["a", "é", "語", "😀"])
def test_a_description_has_at_most_4000_bytes(letter: str) -> None:
    size = len(letter.encode())
    assert texts(channel(whole(description=letter * (4000 // size))), "description") == [letter * (4000 // size)]
    [description] = texts(channel(whole(description=letter * 4001)), "description")
    assert description is not None
    assert 3990 < len(description.encode()) <= 4000
    assert description.strip(letter) == "…"


def test_must_link_to_the_shows_page() -> None:
    assert texts(channel(whole()), "link") == ["https://gangway.example/podcast/"]


def test_must_have_a_language() -> None:
    assert texts(channel(whole(language="nl-be")), "language") == ["nl-be"]


def test_must_have_categories_in_order_with_what_is_inside_them() -> None:
    named = ("Business > Management", "Society & Culture > Documentary", "Business > Careers", "Technology")
    found = channel(whole(categories=named)).findall("{http://www.itunes.com/dtds/podcast-1.0.dtd}category")
    assert [(outer.get("text"), [inner.get("text") for inner in outer]) for outer in found] == [
        ("Business", ["Management", "Careers"]),
        ("Society & Culture", ["Documentary"]),
        ("Technology", []),
    ]


@pytest.mark.parametrize(("explicit", "written"), [(True, "true"), (False, "false")])
def test_must_say_true_or_false_to_explicit(explicit: bool, written: str) -> None:
    assert texts(channel(whole(explicit=explicit)), "itunes:explicit") == [written]


@pytest.mark.parametrize(("form", "suffix"), [("jpeg", "jpg"), ("png", "png")])
def test_must_have_artwork_whose_name_ends_as_its_bytes_are(form: str, suffix: str) -> None:
    artwork = picture(path=f"podcast/artwork.{form}", format=form, digest="0123456789abcdef" * 4)
    address = f"https://gangway.example/podcast/artwork-0123456789ab.{suffix}"
    found = channel(whole(artwork=artwork))
    assert attributes(found, "itunes:image") == [{"href": address}]
    assert texts(found, "image/url") == [address]


@pytest.mark.parametrize("artwork", [None, picture(path="podcast/artwork.webp", format="webp")])
def test_artwork_that_apps_do_not_take_is_not_offered(artwork: object) -> None:
    found = channel(whole(artwork=artwork))
    assert attributes(found, "itunes:image") == []
    assert found.find("image") is None


def test_should_have_a_picture_with_title_and_link_for_plain_rss() -> None:
    found = channel(whole())
    assert texts(found, "image/title") == ["Between Harbours"]
    assert texts(found, "image/link") == ["https://gangway.example/podcast/"]


@pytest.mark.parametrize(("locked", "written"), [(True, "yes"), (False, "no")])
def test_should_say_whether_it_may_be_moved_and_who_owns_it(locked: bool, written: str) -> None:
    found = channel(whole(locked=locked))
    assert texts(found, "podcast:locked") == [written]
    assert attributes(found, "podcast:locked") == [{"owner": "show@gangway.example"}]


def test_should_have_the_guid_that_is_stored() -> None:
    assert texts(channel(whole(guid="9b024349-ccf0-5f69-a609-6b82873eab3c")), "podcast:guid") == [
        "9b024349-ccf0-5f69-a609-6b82873eab3c"
    ]


def test_should_have_an_author_and_an_owner() -> None:
    found = channel(whole(author="Lantern Line"))
    assert texts(found, "itunes:author") == ["Lantern Line"]
    assert texts(found, "itunes:owner/itunes:name") == ["Lantern Line"]
    assert texts(found, "itunes:owner/itunes:email") == ["show@gangway.example"]


def test_without_an_address_nobody_is_named_as_owner() -> None:
    found = channel(whole(owner_email=""))
    assert attributes(found, "itunes:owner") == []
    assert attributes(found, "podcast:locked") == [{}]


@pytest.mark.parametrize("kind", ["episodic", "serial"])
def test_should_say_in_which_order_it_is_heard(kind: str) -> None:
    assert texts(channel(whole(type=kind)), "itunes:type") == [kind]


def test_should_name_who_has_the_rights() -> None:
    assert texts(channel(whole()), "copyright") == ["Lantern Line"]


def test_should_say_when_it_last_changed_which_is_the_newest_change_of_an_episode() -> None:
    older = talk("older", updated=NOW - timedelta(days=9))
    newer = talk("newer", updated=datetime.fromisoformat("2026-11-04T23:30:00+00:00"))
    assert texts(channel(whole(older, newer)), "lastBuildDate") == ["Fri, 13 Nov 2026 01:00:00 +0100"]
    assert texts(channel(whole(newer)), "lastBuildDate") == ["Thu, 05 Nov 2026 00:30:00 +0100"]


def test_a_show_without_episodes_changed_now() -> None:
    found = channel(publication(show=show()))
    assert texts(found, "lastBuildDate") == ["Sun, 22 Nov 2026 01:00:00 +0100"]
    assert found.find("item") is None


def test_says_that_it_is_a_podcast_and_what_wrote_it() -> None:
    found = channel(whole())
    assert texts(found, "podcast:medium") == ["podcast"]
    assert texts(found, "generator") == ["Pressroom"]


def test_an_internal_show_asks_directories_to_leave_it_alone() -> None:
    found = channel(whole())
    assert texts(found, "itunes:block") == ["Yes"]
    assert texts(found, "podcast:block") == ["yes"]


def test_a_public_show_does_not() -> None:
    found = channel(whole().but(visibility="public"))
    assert texts(found, "itunes:block") == []
    assert texts(found, "podcast:block") == []


def test_episodes_are_in_the_feed_newest_first() -> None:
    episodes = [talk(name, guid=name) for name in ("third", "second", "first")]
    assert texts(channel(whole(*episodes)), "item/guid") == ["third", "second", "first"]


def test_an_episode_without_sound_is_not_in_the_feed() -> None:
    assert texts(channel(whole(talk(guid="heard"), episode("silent"))), "item/guid") == ["heard"]


def _pages(everything: Publication) -> list[etree._Element]:
    files = podcast.render(at_now(everything))
    feeds = [file.data for file in files if file.path.endswith(".xml")]
    return [channel for data in feeds for channel in etree.fromstring(data).findall("channel")]


def test_two_thousand_episodes_are_all_there_in_their_order_a_hundred_to_a_page() -> None:
    names = [f"episode-{number}" for number in range(2000)]
    pages = _pages(whole(*(talk(name, guid=name) for name in names)))
    assert [len(page.findall("item")) for page in pages] == [100] * 20
    assert [guid for page in pages for guid in texts(page, "item/guid")] == names


def test_pages_lead_to_one_another_as_rfc_5005_has_it() -> None:
    pages = _pages(whole(*(talk(f"talk-{number}") for number in range(250))))
    links = [{link["rel"]: link["href"] for link in attributes(page, "atom:link")} for page in pages]
    first, second, third = (f"{HOME}podcast/feed{page}.xml" for page in ("", "-2", "-3"))
    assert links == [
        {"self": first, "first": first, "next": second, "last": third},
        {"self": second, "first": first, "previous": first, "next": third, "last": third},
        {"self": third, "first": first, "previous": second, "last": third},
    ]


def test_a_feed_of_a_hundred_episodes_is_one_page_and_says_nothing_of_others() -> None:
    [page] = _pages(whole(*(talk(f"talk-{number}") for number in range(100))))
    assert [link["rel"] for link in attributes(page, "atom:link")] == ["self"]


def test_names_its_hosts_with_role_group_photo_and_page() -> None:
    found = channel(whole(hosts=("ada", "nobody")))
    assert texts(found, "podcast:person") == ["Ada Visser"]
    [host] = attributes(found, "podcast:person")
    assert (host["role"], host["group"], host["href"]) == ("host", "cast", f"{HOME}people/ada/")


@pytest.mark.parametrize(
    ("frequency", "rule"),
    [("weekly", "FREQ=WEEKLY"), ("every two weeks", "FREQ=WEEKLY;INTERVAL=2"), ("monthly", "FREQ=MONTHLY")],
)
def test_says_how_often_it_comes_in_words_and_as_a_rule(frequency: str, rule: str) -> None:
    found = channel(whole(frequency=frequency))
    assert texts(found, "podcast:updateFrequency") == [frequency.capitalize()]
    assert attributes(found, "podcast:updateFrequency") == [{"rrule": rule}]


def test_says_where_it_has_moved() -> None:
    moved = "https://new.example/feed.xml?a=1&b=2"
    assert texts(channel(whole(moved_to=moved)), "itunes:new-feed-url") == [moved]


def test_says_that_a_machine_has_made_it() -> None:
    found = channel(whole(machine_made=True))
    assert (texts(found, "podcast:txt"), attributes(found, "podcast:txt")) == (["true"], [{"purpose": "ai-content"}])
    assert texts(channel(whole()), "podcast:txt") == []


def test_shows_its_artwork_with_its_size_as_the_newer_tag_has_it() -> None:
    assert attributes(channel(whole()), "podcast:image") == [
        {
            "href": f"{HOME}podcast/artwork-aaaaaaaaaaaa.jpg",
            "width": "1400",
            "purpose": "artwork",
            "aspect-ratio": "1/1",
        }
    ]


def test_offers_its_trailers_to_those_who_do_not_know_it_yet() -> None:
    found = channel(whole(talk("hello", type="trailer", title="Hello"), talk("silent", type="trailer", audio=None)))
    assert texts(found, "podcast:trailer") == ["Hello"]
    assert attributes(found, "podcast:trailer") == [
        {
            "url": f"{HOME}podcast/hello/captain.mp3",
            "pubdate": "Sun, 22 Nov 2026 01:00:00 +0100",
            "length": "731021",
            "type": "audio/mpeg",
            "season": "2",
        }
    ]


def test_what_nobody_has_said_is_not_in_it() -> None:
    found = channel(whole())
    for name in ("podcast:person", "podcast:updateFrequency", "podcast:txt", "podcast:trailer", "itunes:new-feed-url"):
        assert texts(found, name) == []


def test_the_same_show_gives_the_same_bytes() -> None:
    assert feed_bytes(whole(talk("one"), talk("two"))) == feed_bytes(whole(talk("one"), talk("two")))


def test_feedgens_dates_which_go_by_the_process_s_locale_are_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = feed_bytes(whole())
    for place in ("feedgen.feed.formatRFC2822", "feedgen.entry.formatRFC2822"):
        monkeypatch.setattr(place, lambda _date: "dim., 22 nov. 2026")
    assert feed_bytes(whole()) == expected


def test_the_feed_is_laid_out_for_reading() -> None:
    assert "\n    <title>Between Harbours</title>\n" in feed_bytes(whole()).decode()


def test_podcastparser_reads_the_show_back() -> None:
    read = by_podcastparser(whole(categories=("Business > Management", "Technology"), type="serial", explicit=True))
    assert {key: read[key] for key in read if key != "episodes"} == {
        "title": "Between Harbours",
        "link": "https://gangway.example/podcast/",
        "description": "About the ferries.",
        "cover_url": f"https://gangway.example/podcast/artwork-{'a' * 12}.jpg",
        "generator": "Pressroom",
        "language": "en",
        "itunes_author": "Lantern Line",
        "itunes_categories": [["Business", "Management"], ["Technology"]],
        "itunes_owner": {"name": "Lantern Line", "email": "show@gangway.example"},
        "type": "serial",
        "explicit": True,
    }


def test_feedparser_reads_the_show_back() -> None:
    read = by_feedparser(whole())
    assert not read.bozo
    assert read.version == "rss20"
    assert read.encoding.lower() == "utf-8"
    show_read = read.feed
    assert show_read.title == "Between Harbours"
    assert show_read.subtitle == "About the ferries."
    assert show_read.link == "https://gangway.example/podcast/"
    assert show_read.language == "en"
    assert show_read.rights == "Lantern Line"
    assert show_read.author == "Lantern Line"
    assert show_read.publisher_detail.email == "show@gangway.example"
    assert show_read.image.href == f"https://gangway.example/podcast/artwork-{'a' * 12}.jpg"
    assert show_read.updated == "Sun, 22 Nov 2026 01:00:00 +0100"
    assert {"rel": "self", "href": ADDRESS, "type": "application/rss+xml"} in show_read.links
    assert [tag.term for tag in show_read.tags] == ["Business", "Management"]
    assert show_read.itunes_block == 1


@pytest.mark.parametrize("field", ["title", "description", "author", "language", "guid", "owner_email"])
@pytest.mark.parametrize("text", ["Tea & <b>biscuits</b>", "a ]]> b", "😀 وشاي שלום", '"it\'s"'])
def test_every_text_of_the_show_comes_back_as_it_was(field: str, text: str) -> None:
    names = {
        "title": "title",
        "description": "description",
        "author": "itunes:author",
        "language": "language",
        "guid": "podcast:guid",
        "owner_email": "itunes:owner/itunes:email",
    }
    assert texts(channel(whole(**{field: text})), names[field]) == [text]


@pytest.mark.parametrize("field", ["title", "description", "author", "language", "guid", "owner_email"])
def test_characters_that_xml_cannot_hold_are_left_out(field: str) -> None:
    assert channel(whole(**{field: "a\x00\x0b\x1f\ud800\ufffe"})) is not None


def test_categories_survive_any_sign() -> None:
    found = channel(whole(categories=('Arts "and\x01" crafts > ]]>', "Kids & Family")))
    assert attributes(found, "itunes:category") == [{"text": "Arts 'and' crafts"}, {"text": "Kids & Family"}]
