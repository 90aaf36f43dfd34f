"""A private feed is the open one, with every address of the show's own files under the listener's path."""

import json
from io import BytesIO

import podcastparser  # type: ignore[import-untyped] # it has no annotations
from lxml import etree
from tests.builders import audio, prose
from tests.render.podcast.reading import NAMES, talk, whole
from tests.render.private.houses import BASE, KEYS, MOVING, QUAY, at_now, publication, said, shared, shelf, texts

from pressroom.model.outlets import Deploy
from pressroom.model.publication import Publication
from pressroom.render import private
from pressroom.render.private.nginx import BLANK

OWN = f"{BASE}{BLANK}/"


def feed(everything: Publication | None = None) -> str:
    found = private.render(at_now(everything or publication()), KEYS)
    return texts(found)["files/feed.xml"]


def test_every_file_of_the_show_is_named_under_the_listeners_path() -> None:
    named = {address for address in said(feed()) if address.startswith(OWN)}
    wanted = {
        f"{OWN}feed.xml",
        f"{OWN}captain/captain.mp3",
        f"{OWN}captain/transcript.vtt",
        f"{OWN}captain/chapters.json",
    }
    assert wanted < named
    assert any(address.startswith(f"{OWN}artwork-") for address in named)
    assert any(address.startswith(f"{OWN}captain/artwork-") for address in named)


def test_no_address_of_the_sites_podcast_is_left() -> None:
    assert "https://gangway.example/podcast/" not in feed()


def test_whatever_a_feed_names_is_made() -> None:
    found = shelf()
    made = shared(found) | {one.path for one in found.files}
    for address in said(feed()):
        if address.startswith(OWN):
            assert f"build/private/files/{address.removeprefix(OWN)}" in made


def test_apps_are_told_to_list_it_nowhere_and_the_guids_are_those_of_before() -> None:
    told = etree.fromstring(feed().encode())
    assert told.findtext("channel/itunes:block", namespaces=NAMES) == "Yes"
    assert told.findtext("channel/podcast:block", namespaces=NAMES) == "yes"
    assert told.findtext("channel/item/guid") == "guid-of-captain"
    assert told.findtext("channel/podcast:guid", namespaces=NAMES) == "guid-of-the-show"


def test_a_public_publication_has_its_private_show_listed_nowhere_as_well() -> None:
    told = etree.fromstring(feed(publication(visibility="public")).encode())
    assert told.findtext("channel/itunes:block", namespaces=NAMES) == "Yes"


def test_pages_that_are_not_there_are_not_linked_to() -> None:
    told = etree.fromstring(feed().encode())
    assert told.findtext("channel/link") == "https://gangway.example/"
    assert told.find("channel/item/link") is None
    notes = told.findtext("channel/item/content:encoded", namespaces=NAMES) or ""
    assert "<p>See the end.</p>" in notes


def test_behind_a_sign_on_the_pages_are_there() -> None:
    told = etree.fromstring(feed(publication(deploy=Deploy(access="wall"))).encode())
    assert told.findtext("channel/link") == "https://gangway.example/podcast/"
    assert told.findtext("channel/item/link") == "https://gangway.example/podcast/captain/"
    notes = told.findtext("channel/item/content:encoded", namespaces=NAMES) or ""
    assert 'href="https://gangway.example/podcast/captain/#the-end"' in notes


def test_pictures_in_show_notes_come_along_in_one_size() -> None:
    found = shelf()
    notes = etree.fromstring(feed().encode()).findtext("channel/item/content:encoded", namespaces=NAMES) or ""
    [quay] = [one for one in found.variants if one.picture == QUAY]
    assert f'src="{OWN}{quay.address}"' in notes
    assert "srcset" not in notes
    assert quay.path == f"build/private/files/{quay.address}"


def test_a_chapters_picture_is_under_the_listeners_path() -> None:
    chapters = json.loads(texts(shelf())["files/captain/chapters.json"])
    assert chapters["chapters"][0]["img"].startswith(f"{OWN}captain/artwork-")
    assert chapters["chapters"][1] == {"startTime": 30.5, "title": "The fog"}


def test_an_apps_own_parser_reads_it() -> None:
    read = podcastparser.parse(f"{OWN}feed.xml", BytesIO(feed().encode()))
    assert read["episodes"][0]["enclosures"][0]["url"] == f"{OWN}captain/captain.mp3"


def test_sound_and_artwork_are_taken_from_where_they_lie() -> None:
    found = shelf()
    assert [(one.path, one.source) for one in found.copies] == [
        ("build/private/files/captain/captain.mp3", "podcast/episodes/captain/captain.mp3")
    ]
    assert "podcast/artwork.jpg" in {one.picture.path for one in found.artworks}


def test_apps_are_led_to_the_new_address_while_keys_are_exchanged() -> None:
    assert f"<itunes:new-feed-url>{OWN}feed.xml</itunes:new-feed-url>" in texts(shelf(keys=MOVING))["files/feed.xml"]
    assert "new-feed-url" not in feed()


def test_an_open_show_and_none_have_nothing_here() -> None:
    for everything in (whole(talk()), publication().but(show=None)):
        assert private.render(at_now(everything), KEYS) == private.Shelf()


def test_there_is_no_code_of_an_address_that_everybody_has_for_themselves() -> None:
    assert not [path for path in texts(shelf()) if path.endswith(".svg")]


def test_every_page_of_a_long_feed_is_the_listeners_own() -> None:
    episodes = [talk(f"talk-{number}", guid=f"guid-{number}", audio=audio()) for number in range(101)]
    everything = publication()
    assert everything.show
    long = everything.but(show=everything.show.but(episodes=tuple(episodes)))
    found = texts(private.render(at_now(long), KEYS))
    assert {path for path in found if path.startswith("files/feed")} == {"files/feed.xml", "files/feed-2.xml"}
    assert f"{OWN}feed-2.xml" in said(found["files/feed.xml"])
    assert "https://gangway.example/podcast/" not in found["files/feed-2.xml"]


def test_a_way_within_show_notes_leads_to_no_page_that_is_missing() -> None:
    everything = publication()
    assert everything.show
    notes = prose(html='<p>As <a href="#later">said later</a>.</p>', text="As said later.")
    show = everything.show.but(episodes=(talk(prose=notes),))
    assert "&lt;p&gt;As said later.&lt;/p&gt;" in feed(everything.but(show=show))


def test_a_feed_that_has_moved_for_all_sends_no_listener_there() -> None:
    made = publication()
    assert made.show
    moved = made.but(show=made.show.but(moved_to="https://else.example/feed.xml"))
    assert "new-feed-url" not in feed(moved)
