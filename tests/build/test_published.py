"""What the last built feed says of guids."""

from pathlib import Path

import pytest
from tests.builders import episode, publication, show

from pressroom.build.places import Places
from pressroom.build.published import known_guids

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
