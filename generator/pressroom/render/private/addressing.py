"""The addresses that listeners have."""

from collections.abc import Iterator
from typing import Final

from pressroom.model.subscriber import FeedKeys, Subscribers
from pressroom.render.private import tokens

FEED: Final = "feed.xml"


def link(private_url: str, keys: FeedKeys, subscriber: str, generation: int) -> str:
    """Return the address that a subscriber puts into a podcast app."""
    return f"{private_url}{tokens.of_subscriber(keys.current, subscriber, generation)}/{FEED}"


def accepted(keys: FeedKeys, subscribers: Subscribers) -> Iterator[tuple[str, str]]:
    """Give each token that opens the show, with its subscriber's present one: those of the key before as well."""
    for subscriber, generation in subscribers.ids.items():
        own = tokens.of_subscriber(keys.current, subscriber, generation)
        yield own, own
        if keys.before:
            yield tokens.of_subscriber(keys.before, subscriber, generation), own
