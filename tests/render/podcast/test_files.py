"""What of a show lies in the site, and what does not."""

import pytest
from tests.builders import audio, episode, picture, publication
from tests.render.podcast.reading import at_now, talk, whole

from pressroom.model.outlets import Deploy
from pressroom.model.podcast import Chapter, Cue, Transcript
from pressroom.model.publication import Publication
from pressroom.render import podcast

FEED = "site/podcast/feed.xml"
CODE = "site/podcast/feed-code.svg"


def written(everything: Publication) -> list[str]:
    return [file.path for file in podcast.render(at_now(everything))]


def copied(everything: Publication) -> dict[str, str]:
    release = at_now(everything)
    sounds = {copy.path: copy.source for copy in podcast.copies(release)}
    return sounds | {artwork.path: artwork.picture.path for artwork in podcast.artworks(release)}


def test_an_open_show_has_its_feed_and_each_episode_its_transcript_and_chapters() -> None:
    assert written(whole(talk("two"), talk("one"))) == [
        FEED,
        CODE,
        "site/podcast/two/transcript.vtt",
        "site/podcast/two/transcript.srt",
        "site/podcast/two/chapters.json",
        "site/podcast/one/transcript.vtt",
        "site/podcast/one/transcript.srt",
        "site/podcast/one/chapters.json",
    ]


def test_an_episode_without_transcript_and_chapters_has_no_such_files() -> None:
    assert written(whole(talk(transcript=None, chapters=()))) == [FEED, CODE]


def test_a_transcript_is_published_as_webvtt_and_as_subrip_whichever_it_was() -> None:
    said = Transcript(path="t.srt", cues=(Cue(start=0, end=1, speaker="Ada", text="Één"),))
    files = podcast.render(at_now(whole(talk(transcript=said, chapters=()))))
    assert [file.data.decode() for file in files[2:]] == [
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Ada>Één\n",
        "1\n00:00:00,000 --> 00:00:01,000\nAda: Één\n",
    ]


def test_sound_is_copied_and_pictures_have_addresses_that_change_with_them() -> None:
    fog = picture(path="podcast/episodes/captain/fog.jpg", digest="f" * 64)
    one = talk(chapters=(Chapter(start=0, title="Hello"), Chapter(start=9, title="Fog", image=fog)))
    assert copied(whole(one)) == {
        "site/podcast/captain/captain.mp3": "podcast/episodes/captain/captain.mp3",
        "site/podcast/artwork-aaaaaaaaaaaa.jpg": "podcast/artwork.jpg",
        "site/podcast/captain/artwork-cccccccccccc.png": "podcast/episodes/captain/face.png",
        "site/podcast/captain/artwork-ffffffffffff.jpg": "podcast/episodes/captain/fog.jpg",
    }


def test_a_show_of_more_than_a_hundred_episodes_has_its_feed_in_pages() -> None:
    many = whole(*(talk(f"talk-{number}", transcript=None, chapters=()) for number in range(201)))
    assert written(many) == [FEED, "site/podcast/feed-2.xml", "site/podcast/feed-3.xml", CODE]


def test_a_copy_knows_the_digest_of_its_sound() -> None:
    assert [copy.digest for copy in podcast.copies(at_now(whole(talk())))] == ["d" * 64]


def test_a_picture_that_two_chapters_share_is_there_once() -> None:
    fog = picture(path="podcast/episodes/captain/fog.jpg", digest="f" * 64)
    shared = talk(image=None, chapters=(Chapter(start=0, title="a", image=fog), Chapter(start=9, title="b", image=fog)))
    paths = [artwork.path for artwork in podcast.artworks(at_now(whole(shared)))]
    assert paths.count("site/podcast/captain/artwork-ffffffffffff.jpg") == 1


@pytest.mark.parametrize("sound", [None, audio(path=None, url="https://media.example/a.mp3", digest="")])
def test_sound_that_is_not_beside_its_episode_is_not_copied(sound: object) -> None:
    assert copied(whole(talk(audio=sound, image=None), artwork=None)) == {}


def test_without_a_show_there_is_nothing() -> None:
    assert written(publication()) == []
    assert copied(publication()) == {}


def test_a_private_show_is_not_in_the_site_at_all() -> None:
    private = whole(access="private")
    assert written(private) == []
    assert copied(private) == {}


def test_a_private_show_behind_a_sign_on_is_there_without_a_feed_or_its_code() -> None:
    walled = whole(access="private").but(deploy=Deploy(access="wall"))
    names = ("transcript.vtt", "transcript.srt", "chapters.json")
    assert written(walled) == [f"site/podcast/captain/{name}" for name in names]
    assert "site/podcast/captain/captain.mp3" in copied(walled)


def test_of_a_draft_nothing_is_published() -> None:
    draft = whole(talk("heard"), talk("draft", draft=True))
    assert not [path for path in (*written(draft), *copied(draft)) if "draft" in path]


def test_an_episode_without_sound_keeps_its_transcript() -> None:
    silent = episode("silent", transcript=Transcript(path="t.vtt"))
    assert written(whole(silent)) == [
        FEED,
        CODE,
        "site/podcast/silent/transcript.vtt",
        "site/podcast/silent/transcript.srt",
    ]
