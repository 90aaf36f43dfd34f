"""An episode keeps the guid that it is live with, whichever machine publishes."""

import pytest
from tests.builders import episode, publication, show

from pressroom.errors import PublishingFailed
from pressroom.publish.placing import require_same_guids

PUBLICATION = publication(show=show(episode("captain", guid="one")))


def feed(guid: str) -> bytes:
    link = f"{PUBLICATION.base_url}podcast/captain/"
    return f"<rss><channel><item><link>{link}</link><guid>{guid}</guid></item></channel></rss>".encode()


def test_the_guid_that_is_live_is_kept() -> None:
    require_same_guids(PUBLICATION, feed("one"))
    require_same_guids(PUBLICATION, None)
    require_same_guids(publication(), feed("one"))


def test_another_one_is_refused_since_apps_would_have_the_episode_twice() -> None:
    with pytest.raises(PublishingFailed, match="captain has another guid") as told:
        require_same_guids(PUBLICATION, feed("two"))
    assert told.value.hint == "Write in its episode.md: guid: two"
