"""What nginx is told; that it does as it is told is shown in tests/listening/."""

import re

from tests.render.private.houses import KEYS, MOVING, shelf, texts

from pressroom.render.private import tokens

LIST, RULES = "nginx/subscribers.conf", "nginx/server.conf"


def lines(conf: str) -> dict[str, str]:
    """Return the map, from what is asked to what is given."""
    return dict(re.findall(r"^    (\S{43}) (\S{43});$", conf, re.MULTILINE))


def test_each_subscriber_stands_in_the_list_with_their_token() -> None:
    ada, bram = tokens.of_subscriber(KEYS.current, "ada", 1), tokens.of_subscriber(KEYS.current, "bram", 2)
    assert lines(texts(shelf())[LIST]) == {ada: ada, bram: bram}


def test_the_list_says_nothing_of_who_they_are() -> None:
    assert "ada" not in texts(shelf())[LIST].partition("map_hash")[2].replace("default", "")


def test_a_token_of_the_key_before_is_exchanged_for_the_present_one() -> None:
    assert MOVING.before
    old, new = (tokens.of_subscriber(key, "ada", 1) for key in (MOVING.before, MOVING.current))
    found = lines(texts(shelf(keys=MOVING))[LIST])
    assert (found[old], found[new], len(found)) == (new, new, 4)


def test_the_rules_hold_no_token_so_that_they_need_not_be_kept_secret() -> None:
    assert not re.search(
        r"[A-Za-z0-9_-]{43}", texts(shelf())[RULES].replace("each-listener-has-a-token-of-their-own-here", "")
    )


def test_the_feeds_may_stand_at_a_host_of_their_own() -> None:
    rules = texts(shelf(base_url="https://listen.example.com/"))[RULES]
    assert 'location ^~ "/" {' in rules
    assert "the server block of listen.example.com" in rules


def test_a_path_that_nginx_would_take_for_something_else_gives_no_rules() -> None:
    rules = texts(shelf(base_url="https://listen.example.com/$host/"))[RULES]
    assert "location" not in rules
    assert "There are no rules here" in rules
