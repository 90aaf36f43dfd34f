"""What a live site is asked for after an episode has come out."""

from tests.builders import audio, publication, show
from tests.render.podcast.reading import talk

from pressroom.model.publication import Publication
from pressroom.publish.deploy.kinds import Group
from pressroom.publish.deploy.manifest import File, Files
from pressroom.publish.verify.wanted import News, pages, sounds

_LYING = File(digest="0" * 64, size=1, type="text/html", cache="", group=Group.PAGES)
_CAPTAIN = "podcast/captain/"


def _site(*paths: str) -> Files:
    return dict.fromkeys(paths, _LYING)


def _publication(episodes: int = 1) -> Publication:
    others = (talk(f"talk-{number}", audio=audio()) for number in range(1, episodes))
    return publication(show=show(talk(), *others))


def test_a_new_episode_is_asked_for_with_all_that_belongs_to_it() -> None:
    lying = _site(
        *(f"{_CAPTAIN}{name}" for name in ("index.html", "transcript.vtt", "transcript.srt", "chapters.json"))
    )
    assert set(pages(_publication(), News(episodes=("captain",)), lying)) == set(lying)


def test_the_feed_is_asked_for_with_its_further_pages() -> None:
    lying = _site("podcast/feed.xml", "podcast/feed-2.xml", "podcast/feed-3.xml")
    assert pages(_publication(230), News(episodes=("captain",)), lying) == tuple(lying)
    assert pages(_publication(230), News(), lying) == ()


def test_what_is_not_in_the_site_is_not_asked_for() -> None:
    assert pages(_publication(), News(episodes=("captain",)), {}) == ()
    assert sounds(_publication(), News(episodes=("captain",)), {}) == ()
