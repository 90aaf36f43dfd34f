"""An episode keeps the guid that it is live with, whichever machine publishes."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.builders import audio, episode, publication, show
from tests.render.podcast.reading import at_now

from pressroom.errors import PublishingFailed
from pressroom.publish.deploy.folder import Folder
from pressroom.publish.guids import require_same_guids
from pressroom.render import podcast

PUBLICATION = publication(show=show(episode("captain", guid="one")))
FEED = "podcast/feed.xml"


def target(folder: Path, files: Mapping[str, bytes]) -> Folder:
    """Return a folder in which these files are live."""
    for path, data in files.items():
        file = folder / "current" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Folder("folder:there", folder, 1)


def feed(guid: str) -> Mapping[str, bytes]:
    link = f"{PUBLICATION.base_url}podcast/captain/"
    return {FEED: f"<rss><channel><item><link>{link}</link><guid>{guid}</guid></item></channel></rss>".encode()}


def test_the_guid_that_is_live_is_kept(tmp_path: Path) -> None:
    require_same_guids(PUBLICATION, target(tmp_path / "nothing", {}), FEED)
    live = target(tmp_path, feed("one"))
    require_same_guids(PUBLICATION, live, FEED)
    require_same_guids(publication(), live, FEED)


def test_another_one_is_refused_since_apps_would_have_the_episode_twice(tmp_path: Path) -> None:
    with pytest.raises(PublishingFailed, match="captain has another guid") as told:
        require_same_guids(PUBLICATION, target(tmp_path, feed("two")), FEED)
    assert told.value.hint == "Write in its episode.md: guid: two"


def test_an_old_episode_is_looked_for_on_the_further_pages_of_the_feed(tmp_path: Path) -> None:
    episodes = [episode(f"talk-{number}", guid=f"guid-{number}", audio=audio()) for number in range(101)]
    everything = publication(show=show(*episodes))
    made = {file.path.removeprefix("site/"): file.data for file in podcast.render(at_now(everything))}
    live = target(tmp_path, made)
    require_same_guids(everything, live, FEED)
    changed = publication(show=show(*episodes[:-1], episode("talk-100", guid="another", audio=audio())))
    with pytest.raises(PublishingFailed, match="talk-100 has another guid"):
        require_same_guids(changed, live, FEED)
