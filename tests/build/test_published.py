"""What the last built feed says of guids."""

from pathlib import Path

import pytest
from tests.builders import audio, episode, publication, show
from tests.render.private.houses import KEYS, at_now
from tests.render.private.houses import publication as private_one

from pressroom.build.places import Places
from pressroom.build.published import guids_along, known_guids
from pressroom.model.publication import Publication
from pressroom.render import podcast, private

_NEWS = publication(show=show(episode("fog")))
_FEED = """<rss><channel><title>Between Harbours</title>
<item><link>https://gangway.example/podcast/fog/</link><guid>one</guid></item>
<item><title>No link, no guid</title></item>
</channel></rss>"""


def _feed(root: Path, text: str) -> Places:
    (root / "site" / "podcast").mkdir(parents=True)
    (root / "site" / "podcast" / "feed.xml").write_text(text)
    return Places(root=root)


def test_each_episode_is_known_by_its_address(tmp_path: Path) -> None:
    assert known_guids(_feed(tmp_path, _FEED), _NEWS) == {"podcast/fog/": "one"}


@pytest.mark.parametrize("text", ["", "<rss>", "<rss/>", "no feed at all"])
def test_a_feed_that_cannot_be_read_knows_nothing(tmp_path: Path, text: str) -> None:
    assert known_guids(_feed(tmp_path, text), _NEWS) == {}


def test_before_the_first_build_nothing_is_known(tmp_path: Path) -> None:
    assert known_guids(Places(root=tmp_path), _NEWS) == {}


def test_a_feed_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>' + _FEED.replace("one", "&x;")
    assert "secret" not in str(known_guids(_feed(tmp_path, entity), _NEWS))


def test_an_episode_that_only_a_build_with_drafts_has_shown_is_not_published(tmp_path: Path) -> None:
    held = publication(show=show(episode("fog", draft=True)))
    assert known_guids(_feed(tmp_path, _FEED), held) == {}


def test_an_episode_of_a_show_that_is_gone_is_still_known(tmp_path: Path) -> None:
    assert known_guids(_feed(tmp_path, _FEED), publication()) == {"podcast/fog/": "one"}


def _long() -> Publication:
    return publication(
        show=show(*(episode(f"talk-{number}", guid=f"guid-{number}", audio=audio()) for number in range(230)))
    )


def test_every_page_of_a_long_feed_is_read() -> None:
    everything = _long()
    files = {file.path: file.data for file in podcast.render(at_now(everything))}
    known = guids_along(lambda path: files.get(f"site/{path}"), "podcast/feed.xml", everything)
    assert known == {f"podcast/talk-{number}/": f"guid-{number}" for number in range(230)}


def test_where_a_page_is_missing_what_was_read_is_known() -> None:
    everything = _long()
    files = {file.path: file.data for file in podcast.render(at_now(everything)) if "feed-3" not in file.path}
    assert len(guids_along(lambda path: files.get(f"site/{path}"), "podcast/feed.xml", everything)) == 200


def test_pages_that_lead_in_a_circle_end() -> None:
    circle = b'<rss><channel><link xmlns="http://www.w3.org/2005/Atom" rel="next" href="https://x.example/a/feed.xml"/></channel></rss>'
    assert guids_along(lambda _: circle, "podcast/feed.xml", _NEWS) == {}


@pytest.mark.parametrize("server", ["nginx", "static"])
def test_the_episodes_of_a_private_show_are_known_though_they_have_no_pages(tmp_path: Path, server: str) -> None:
    everything = private_one(server)
    shelf = private.render(at_now(everything), KEYS)
    files = {one.path: one.data for one in shelf.files} | {one.path: one.data for one in shelf.personal}
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert known_guids(Places(root=tmp_path), everything) == {"podcast/captain/": "guid-of-captain"}


def test_a_sound_at_another_host_says_nothing_of_its_episode() -> None:
    text = _FEED.replace(
        "<link>https://gangway.example/podcast/fog/</link>", '<enclosure url="https://else.example/fog/a.mp3"/>'
    )
    assert guids_along(lambda _: text.encode(), "podcast/feed.xml", _NEWS) == {}
