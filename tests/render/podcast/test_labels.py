"""What an episode's MP3 says of itself once it is published, and how large it is then."""

from typing import Any

from tests.builders import audio, picture, publication
from tests.render.podcast.reading import at_now, attributes, feed_bytes, item, talk, whole

from pressroom.model.label import Label
from pressroom.model.podcast import Audio, Chapter, Episode
from pressroom.render import podcast
from pressroom.render.podcast import id3


def _audio(one: Episode, **fields: Any) -> Audio:
    show = podcast.labelled(whole(one, **fields)).show
    assert show is not None
    sound = show.episodes[0].audio
    assert sound is not None
    return sound


def _label(one: Episode, **fields: Any) -> Label:
    label = _audio(one, **fields).label
    assert label is not None
    return label


def test_it_says_what_the_episode_says() -> None:
    label = _label(talk(title=" Ask\nthe captain ", image=None))
    assert (label.title, label.show, label.people, label.publisher) == (
        "Ask the captain",
        "Between Harbours",
        "Ada Visser, Bram de Wit",
        "Lantern Line",
    )
    assert (label.day, label.season, label.number, label.cover) == ("2026-11-22", 2, 7, picture())


def test_its_own_artwork_is_its_cover_and_without_people_the_show_is_heard() -> None:
    label = _label(talk(people=()))
    assert label.cover is not None
    assert label.cover.path.endswith("face.png")
    assert label.people == "Lantern Line"


def test_chapters_are_in_order_and_last_until_the_next_begins() -> None:
    chapters = (Chapter(start=30.5, title="Fog", url=" https://example.com "), Chapter(start=0, title="Hello"))
    told = [(one.title, one.start, one.end, one.url) for one in _label(talk(chapters=chapters)).chapters]
    assert told == [("Hello", 0, 30_500, ""), ("Fog", 30_500, 91_600, "https://example.com")]


def test_the_file_is_published_as_large_as_it_is_with_its_label_in_place_of_its_tag() -> None:
    one = talk(audio=audio(start=1_021))
    sound = _audio(one)
    assert sound.label is not None
    assert sound.bytes == 731_021 - 1_021 + id3.size(sound.label)
    labelled = podcast.labelled(whole(one))
    assert f'length="{sound.bytes}"'.encode() in feed_bytes(labelled)


def test_a_copy_knows_its_label_and_what_is_left_out_for_it() -> None:
    [copy] = podcast.copies(at_now(podcast.labelled(whole(talk(audio=audio(start=1_021))))))
    assert (copy.label is not None, copy.skip) == (True, 1_021)
    [plain] = podcast.copies(at_now(whole(talk(audio=audio(start=1_021)))))
    assert (plain.label, plain.skip) == (None, 0)


def test_chapters_that_are_in_the_file_alone_are_not_taken_out() -> None:
    with_own = audio(has_chapters=True)
    assert _audio(talk(audio=with_own, chapters=())) == with_own
    assert _audio(talk(audio=with_own)).label is not None


def test_an_m4a_and_a_sound_elsewhere_are_published_as_they_are() -> None:
    for other in (audio(type="audio/x-m4a"), audio(path=None, url="https://media.example/a.mp3")):
        assert _audio(talk(audio=other)) == other


def test_without_sound_or_show_nothing_changes() -> None:
    silent = whole(talk(audio=None))
    assert podcast.labelled(silent) == silent
    assert podcast.labelled(publication()) == publication()


def test_the_feed_says_the_length_that_was_given_to_it() -> None:
    assert attributes(item(talk()), "enclosure")[0]["length"] == "731021"
