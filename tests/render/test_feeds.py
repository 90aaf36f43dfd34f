"""The Atom feed of issues, as RFC 4287 asks for it."""

from datetime import datetime, timedelta
from typing import Any

import feedparser  # type: ignore[import-untyped] # it has no annotations
import pytest
from lxml import etree
from tests.builders import NOW, issue, page, person, prose, publication, story

from pressroom.model.issue import Issue
from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.render import feeds

HOME = "https://gangway.example/"
NAMES = {"atom": "http://www.w3.org/2005/Atom"}

LETTER = prose(html='<p>Dear all, <a href="ref:0">read this</a>.</p>', links=("fog.md",))


def written(everything: Publication) -> dict[str, bytes]:
    return {file.path: file.data for file in feeds.render(release(everything, NOW, drafts=False))}


def tree(everything: Publication, path: str = "site/feed.xml") -> etree._Element:
    return etree.fromstring(written(everything)[path])


def texts(everything: Publication, name: str, path: str = "site/feed.xml") -> list[str | None]:
    return [element.text for element in tree(everything, path).findall(name, NAMES)]


def read(everything: Publication, path: str = "site/feed.xml") -> Any:
    parsed = feedparser.parse(written(everything)[path])
    assert not parsed.bozo
    assert parsed.version == "atom10"
    return parsed


def entry(one: Issue, **fields: Any) -> Any:
    [found] = read(publication(one, **fields)).entries
    return found


def test_each_language_in_use_has_a_feed() -> None:
    everything = publication(issue(), issue(language="nl"), languages=("en", "nl", "de"))
    assert list(written(everything)) == ["site/feed.xml", "site/nl/feed.xml"]


def test_a_language_with_standing_pages_alone_has_an_empty_feed() -> None:
    dutch = page().but(language="nl")
    parsed = read(publication(issue(), pages=(dutch,)), "site/nl/feed.xml")
    assert parsed.entries == []
    assert parsed.feed.updated == "2026-11-22T01:00:00+01:00"


def test_a_feed_says_whose_it_is_in_which_language_and_where() -> None:
    everything = publication(issue(), issue(language="nl"), description="The monthly newsletter.")
    feed = read(everything, "site/nl/feed.xml").feed
    assert feed.id == f"{HOME}nl/feed.xml"
    assert feed.title == "The Gangway"
    assert feed.subtitle == "The monthly newsletter."
    assert feed.author_detail == {"name": "Lantern Line", "href": f"{HOME}nl/"}
    assert feed.rights == "© Lantern Line"
    assert feed.language == "nl"
    assert feed.generator == "Pressroom"
    assert feed.links == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{HOME}nl/feed.xml"},
        {"rel": "alternate", "type": "text/html", "hreflang": "nl", "href": f"{HOME}nl/"},
    ]


def test_without_a_description_there_is_no_subtitle() -> None:
    assert texts(publication(), "atom:subtitle") == []


def test_the_feed_changed_when_the_newest_of_its_issues_did() -> None:
    changed = datetime.fromisoformat("2026-11-04T23:30:00+00:00")
    everything = publication(issue(updated=changed - timedelta(days=30)), issue(id="2026-10", updated=changed))
    assert texts(everything, "atom:updated") == ["2026-11-05T00:30:00+01:00"]


def test_an_entry_has_the_issues_address_for_its_id_whatever_its_title() -> None:
    before, after = entry(issue(title="Fog")), entry(issue(title="Fog, corrected"))
    assert before.id == after.id == f"{HOME}issues/2026-11/"
    assert before.link == f"{HOME}issues/2026-11/"
    assert (before.title, after.title) == ("Fog", "Fog, corrected")


def test_an_entry_says_when_it_was_published_and_changed() -> None:
    one = entry(issue(date=datetime.fromisoformat("2026-11-04T08:00:00+00:00"), updated=NOW))
    assert one.published == "2026-11-04T09:00:00+01:00"
    assert one.updated == "2026-11-22T01:00:00+01:00"


def test_the_editors_are_its_authors() -> None:
    people = {"ada": person("ada", "Ada Visser"), "bram": person("bram", "Bram de Wit")}
    one = entry(issue(editors=("bram", "nobody", "ada")), people=people)
    assert one.authors == [
        {"name": "Bram de Wit", "href": f"{HOME}people/bram/"},
        {"name": "Ada Visser", "href": f"{HOME}people/ada/"},
    ]


def test_without_editors_the_organization_is() -> None:
    assert entry(issue()).authors == [{"name": "Lantern Line"}]


@pytest.mark.parametrize(("summary", "shown"), [("In short.", "In short."), ("", "And more.")])
def test_its_summary_is_the_issues_or_the_preheader(summary: str, shown: str) -> None:
    assert entry(issue(summary=summary, preheader="And more.")).summary == shown


def test_without_either_there_is_no_summary() -> None:
    assert texts(publication(issue(preheader="")), "atom:entry/atom:summary") == []


def test_its_content_is_the_letter_and_the_stories_with_full_addresses() -> None:
    one = publication(issue(story("fog"), story("rain", title="Rain & wind", summary=""), prose=LETTER))
    [content] = tree(one).findall("atom:entry/atom:content", NAMES)
    assert content.get("type") == "html"
    assert content.text == (
        f'<p>Dear all, <a href="{HOME}issues/2026-11/fog/">read this</a>.</p>\n'
        f'<ul><li><p><a href="{HOME}issues/2026-11/fog/">Fog</a></p><p>In short.</p></li>'
        f'<li><p><a href="{HOME}issues/2026-11/rain/">Rain &amp; wind</a></p></li></ul>'
    )


def test_a_story_that_is_not_translated_says_its_language() -> None:
    everything = publication(issue(story("fog")), issue(story("fog"), language="nl"))
    [content] = texts(everything, "atom:entry/atom:content", "site/nl/feed.xml")
    assert content is not None
    assert f'<li lang="en"><p><a href="{HOME}issues/2026-11/fog/" hreflang="en">Fog</a></p>' in content


def test_the_content_of_an_issue_in_one_file_is_the_whole_of_it() -> None:
    one = publication(issue(prose=prose(html='<p>All of it, <a href="#notes">with notes</a>.</p>')))
    assert texts(one, "atom:entry/atom:content") == [
        f'<p>All of it, <a href="{HOME}issues/2026-11/#notes">with notes</a>.</p>'
    ]


def test_the_newest_thirty_issues_are_in_it_newest_first() -> None:
    ids = [f"{year}-{month:02}" for year in (2026, 2025, 2024) for month in range(12, 0, -1)]
    found = read(publication(*(issue(id=one) for one in ids))).entries
    assert [one.id for one in found] == [f"{HOME}issues/{one}/" for one in ids[:30]]


def test_what_is_held_back_is_not_in_it() -> None:
    everything = publication(issue(id="2026-12", draft=True), issue(publish_at=NOW + timedelta(hours=1), id="2027-01"))
    assert read(everything).entries == []


@pytest.mark.parametrize("text", ["Tea & <b>biscuits</b>", "a ]]> b", "😀 وشاي שלום", '"it\'s"'])
def test_every_text_comes_back_as_it_was(text: str) -> None:
    everything = publication(
        issue(story("fog", title=text, summary=text), title=text, summary=text, editors=("ada",)),
        people={"ada": person("ada", text)},
        name=text,
        organization=text,
        description=text,
    )
    for name in ("title", "subtitle", "author/atom:name", "entry/atom:title", "entry/atom:summary"):
        assert texts(everything, f"atom:{name}") == [text]
    assert texts(everything, "atom:entry/atom:author/atom:name") == [text]
    [content] = texts(everything, "atom:entry/atom:content")
    items = etree.fromstring(f"<div>{content}</div>")
    assert [element.xpath("string()") for element in items.iter("p")] == [text, text]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    bad = "a\x00\x0b\x1f\ud800b"
    one = issue(story("fog", title=bad, summary=bad), title=bad, summary=bad, prose=prose(html=f"<p>{bad}</p>"))
    found = entry(one)
    assert (found.title, found.summary) == ("ab", "ab")
    assert found.content[0].value.startswith("<p>ab</p>")


def test_the_same_issues_give_the_same_bytes() -> None:
    assert written(publication(issue(story()))) == written(publication(issue(story())))
