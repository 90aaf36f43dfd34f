"""Every picture once, with every place that it stands in."""

from tests import builders
from tests.builders import picture, picture_use

from pressroom.preview.proof.contact import sheet

_QUAY = picture(path="content/issues/2026-11/quay.jpg", width=1200)
_FOG = picture(path="content/issues/2026-11/fog.jpg", digest="b" * 64, width=800)


def test_a_picture_stands_once_with_all_its_uses() -> None:
    text = builders.prose(pictures=(picture_use("quay.jpg", "A quay at dawn"), picture_use(decorative=True)))
    story = builders.story(image=_QUAY, image_alt="A quay", prose=text, pictures=(_QUAY, _FOG))
    quay, fog = sheet((builders.issue(story),), None)
    assert (quay.name, quay.is_narrow, fog.name, fog.is_narrow) == ("quay.jpg", False, "fog.jpg", True)
    assert [(use.alt, use.line, use.decorative) for use in quay.uses] == [
        ("A quay", 5, False),
        ("A quay at dawn", 12, False),
    ]
    assert [(use.title, use.alt, use.decorative) for use in fog.uses] == [("Fog", "", True)]


def test_the_letter_and_the_episode_have_pictures_too() -> None:
    text = builders.prose(pictures=(picture_use("quay.jpg", "A quay"),))
    issue = builders.issue(prose=text, pictures=(_QUAY,))
    episode = builders.episode(image=_FOG, prose=text, pictures=(_QUAY,))
    quay, fog = sheet((issue,), episode)
    assert [(use.path, use.language) for use in quay.uses] == [
        ("content/issues/2026-11/issue.md", "en"),
        ("podcast/episodes/captain/episode.md", ""),
    ]
    assert fog.uses[0].title == "Captain"


def test_a_story_that_stands_in_for_its_translation_is_told_once_and_a_lost_picture_not_at_all() -> None:
    text = builders.prose(pictures=(picture_use("gone.jpg", "Gone"),))
    story = builders.story(image=_QUAY, prose=text, pictures=(None,))
    [quay] = sheet((builders.issue(story), builders.issue(story, language="nl")), None)
    assert len(quay.uses) == 1
