from tests.load.building import EPISODE, SHOW, Press, mp3, picture

from pressroom.model.podcast import Audio, Episode, Show


def show(press: Press, files: dict[str, str | bytes | None]) -> Show:
    loaded = press.load(files)
    assert loaded.findings == ()
    assert loaded.publication.show is not None
    return loaded.publication.show


def episode(press: Press, *lines: str) -> Episode:
    text = "\n".join(["---", "title: Talk", "guid: g", "date: 2026-11-19", "transcript: talk.vtt", *lines, "---", ""])
    return show(press, {EPISODE: text}).episodes[0]


def test_everything_that_a_show_says(press: Press) -> None:
    found = show(
        press,
        {
            SHOW: "title: Voices\ndescription: |\n  One.\n\n  Two.\nauthor: Roasters\n"
            "category: [Business > Management, Arts]\nartwork: artwork.png\nguid: 917393e3\nlanguage: nl\n"
            "explicit: yes\ntype: serial\nowner_email: a@x.example\nlocked: no\naccess: private\n"
        },
    )

    assert (found.title, found.description, found.author) == ("Voices", "One.\n\nTwo.", "Roasters")
    assert found.categories == ("Business > Management", "Arts")
    assert found.artwork is not None
    assert (found.artwork.path, found.artwork.width, found.artwork.mode) == ("podcast/artwork.png", 1400, "RGB")
    assert (found.guid, found.language, found.explicit) == ("917393e3", "nl", True)
    assert (found.type, found.owner_email, found.locked, found.access) == ("serial", "a@x.example", False, "private")
    assert found.source.line("artwork") == 8


def test_what_a_show_leaves_out(press: Press) -> None:
    found = show(press, {})

    assert (found.language, found.explicit, found.type) == ("en", False, "episodic")
    assert (found.owner_email, found.locked, found.access) == ("", True, "open")


def test_a_show_without_episodes_and_a_list_of_subscribers(newsletter: Press) -> None:
    newsletter.write({"podcast/artwork.png": picture(1400, 1400), "podcast/subscribers.csv": "id,generation\n"})
    found = show(
        newsletter,
        {SHOW: "title: x\ndescription: x\nauthor: x\ncategory: Arts\nartwork: artwork.png\nguid: g\n"},
    )

    assert found.episodes == ()


def test_a_podcast_folder_with_nothing_but_a_readme_is_no_podcast(newsletter: Press) -> None:
    loaded = newsletter.load({"podcast/README.md": "Soon.\n"})

    assert loaded.publication.show is None
    assert loaded.findings == ()


def test_everything_that_an_episode_says(press: Press) -> None:
    press.write({"podcast/episodes/talk/face.png": picture(20, 20)})
    found = episode(
        press,
        "audio: talk.mp3",
        "season: 2026",
        "number: 4",
        "type: bonus",
        "summary: >\n  A talk\n  with Ada.",
        "people: [ada]",
        "chapters:",
        "  - {start: 0, title: Welcome}",
        "  - start: 0:05",
        "    title: The month",
        "    url: https://x.example/month",
        "    image: face.png",
        "image: face.png",
        "explicit: false",
        "draft: true",
        "updated: 2026-11-20",
    )

    assert (found.id, found.address, found.title, found.guid) == ("talk", "podcast/talk/", "Talk", "g")
    assert (found.season, found.number, found.type, found.summary) == (2026, 4, "bonus", "A talk with Ada.")
    assert (found.people, found.explicit, found.draft) == (("ada",), False, True)
    assert (found.updated - found.date).days == 1
    assert found.audio is not None
    assert (found.audio.path, found.audio.bytes) == ("podcast/episodes/talk/talk.mp3", len(mp3(10)))
    assert [(chapter.start, chapter.title) for chapter in found.chapters] == [(0, "Welcome"), (5, "The month")]
    assert found.chapters[1].url == "https://x.example/month"
    assert found.chapters[1].image is not None
    assert found.chapters[1].image == found.image
    assert found.transcript is not None
    assert [cue.speaker for cue in found.transcript.cues] == ["Ada"]


def test_what_an_episode_leaves_out(press: Press) -> None:
    found = episode(press, "audio: talk.mp3")

    assert (found.season, found.number, found.type, found.summary) == (None, None, "full", "")
    assert (found.people, found.chapters, found.image, found.explicit, found.draft) == ((), (), None, None, False)
    assert found.updated == found.date


def test_a_sound_elsewhere_has_its_facts_from_the_episode(press: Press) -> None:
    press.write({"podcast/episodes/talk/talk.mp3": None})
    found = episode(
        press,
        "audio_url: https://media.example.com/47.m4a",
        "audio_bytes: 6442450944",
        "audio_type: audio/x-m4a",
        'duration: "1:02:03.500"',
    )

    assert found.audio == Audio(
        url="https://media.example.com/47.m4a", bytes=6_442_450_944, type="audio/x-m4a", duration=3723.5
    )


def test_episodes_are_newest_first(press: Press) -> None:
    files: dict[str, str | bytes | None] = {
        f"podcast/episodes/{name}/episode.md": f"---\ntitle: {name}\nguid: {name}\ndate: {date}\naudio: a.mp3\n---\n"
        for name, date in (("c", "2026-11-19"), ("b", "2026-11-19"), ("d", "2026-11-20"), ("a", "2025-11-19"))
    }
    sounds = {f"podcast/episodes/{name}/a.mp3": mp3(1) for name in "abcd"}

    assert [one.id for one in show(press, {**files, **sounds}).episodes] == ["d", "b", "c", "talk", "a"]


def test_chapters_are_not_held_against_a_sound_that_is_not_there(press: Press) -> None:
    text = "---\ntitle: Talk\nguid: g\ndate: 2026-11-19\naudio: tlak.mp3\nchapters: [{start: 9:59:59, title: A}]\n---\n"

    assert press.findings({EPISODE: text}) == [f"{EPISODE}:5 audio-missing"]


def test_a_folder_without_episode_md_keeps_the_episode_known(press: Press) -> None:
    loaded = press.load({EPISODE: None})

    assert loaded.publication.show is not None
    (found,) = loaded.publication.show.episodes
    assert (found.id, found.source.path, found.source.broken) == ("talk", EPISODE, True)
    assert [finding.rule for finding in loaded.findings] == ["missing-text"]


def test_episodes_without_a_show_stay_known(press: Press) -> None:
    loaded = press.load({SHOW: None})

    assert loaded.publication.show is not None
    assert loaded.publication.show.source.broken
    assert [one.id for one in loaded.publication.show.episodes] == ["talk"]
