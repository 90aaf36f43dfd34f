"""A host of static files: a feed for each listener, the sound under a path that they share."""

from tests.render.private.houses import BASE, KEYS, MOVING, shared, shelf, texts

from pressroom.render.private import tokens

ADA, BRAM = tokens.of_subscriber(KEYS.current, "ada", 1), tokens.of_subscriber(KEYS.current, "bram", 2)
SOUND = tokens.of_sound(KEYS.current, 2)


def test_each_listener_has_a_feed_that_names_itself_and_the_sound_that_all_share() -> None:
    found = texts(shelf("static"))
    for own, other in ((ADA, BRAM), (BRAM, ADA)):
        feed = found[f"{own}/feed.xml"]
        assert f'href="{BASE}{own}/feed.xml"' in feed
        assert f'url="{BASE}{SOUND}/captain/captain.mp3"' in feed
        assert other not in feed


def test_the_shared_path_goes_with_the_lists_generation_and_holds_everything_but_feeds() -> None:
    found = shelf("static")
    assert all(path.startswith(f"build/private/{SOUND}/") for path in shared(found))
    assert f"{SOUND}/captain/chapters.json" in texts(found)
    assert f"{SOUND}/feed.xml" not in texts(found)


def test_while_keys_are_exchanged_both_addresses_have_the_new_feed_and_both_paths_the_sound() -> None:
    assert MOVING.before
    old = tokens.of_subscriber(MOVING.before, "ada", 1)
    found = shelf("static", keys=MOVING)
    assert texts(found)[f"{old}/feed.xml"] == texts(found)[f"{ADA}/feed.xml"]
    assert f"<itunes:new-feed-url>{BASE}{ADA}/feed.xml<" in texts(found)[f"{old}/feed.xml"]
    assert {one.path.split("/")[2] for one in found.copies} == {SOUND, tokens.of_sound(MOVING.before, 2)}


def test_a_host_is_asked_to_keep_strangers_and_search_engines_away() -> None:
    found = texts(shelf("static"))
    assert "X-Robots-Tag: noindex" in found["_headers"]
    assert "Cache-Control: private" in found["_headers"]
    assert "Referrer-Policy: no-referrer" in found["_headers"]
    assert "/:token/feed.xml\n  Content-Type: application/rss+xml\n" in found["_headers"]
    assert ADA not in found["_headers"]
    assert found["robots.txt"] == "User-agent: *\nDisallow: /\n"
    assert "Nothing here" in found["index.html"], "a folder that lists what is in it would show every address"
