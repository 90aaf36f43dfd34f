"""Somebody leaves, and hears nothing any more; the others notice nothing."""

from collections.abc import Callable

from tests.listening.ground import Ground, addresses
from tests.listening.serving import ask, status

_NEXT = "another key, as long as the first, and of no worth either"


def test_after_a_removal_and_a_reload_every_address_is_gone_and_the_others_are_untouched(
    begin: Callable[[str, str], Ground],
) -> None:
    ground = begin("private", "nginx")
    ada, bram = addresses(ground.link("ada")), addresses(ground.link("bram"))
    ground.run("subscribers", "remove", "ada")
    ground.publish()
    assert {status(address) for address in ada} == {404}
    assert {status(address) for address in bram} == {200}

    ground.run("subscribers", "add", "ada")
    ground.publish()
    assert {status(address) for address in ada} == {404}, "who comes back has another address"
    assert {status(address) for address in addresses(ground.link("ada"))} == {200}

    ground.run("subscribers", "rotate", "bram")
    ground.publish()
    assert {status(address) for address in bram} == {404}
    assert {status(address) for address in addresses(ground.link("bram"))} == {200}


def test_after_a_removal_on_a_static_host_feed_and_sound_are_gone(begin: Callable[[str, str], Ground]) -> None:
    ground = begin("private", "static")
    link = ground.link("bram")
    ada, bram = addresses(ground.link("ada")), addresses(link)
    assert {status(address) for address in (*ada, *bram)} == {200}
    ground.run("subscribers", "remove", "ada")
    ground.publish()
    assert {status(address) for address in ada} == {404}
    assert ground.link("bram") == link
    assert {status(address) for address in addresses(link)} == {200}


def test_the_key_is_exchanged_with_an_overlap(begin: Callable[[str, str], Ground]) -> None:
    ground = begin("private", "nginx")
    old = addresses(ground.link("ada"))
    before = {"PRESSROOM_FEED_KEY_BEFORE": ground.key["PRESSROOM_FEED_KEY"]}
    ground.key["PRESSROOM_FEED_KEY"] = _NEXT
    ground.publish(**before)
    new = addresses(ground.link("ada"))
    assert {status(address) for address in (*old, *new)} == {200}
    said = ask(old[0])[2].decode()
    assert f"<itunes:new-feed-url>{new[0]}</itunes:new-feed-url>" in said
    assert old[0].split("/")[-2] not in said, "whoever still asks at the old address is led to the new one"

    ground.publish()
    assert {status(address) for address in old} == {404}
    assert {status(address) for address in new} == {200}
