import os
import time
from pathlib import Path

import pytest
from tests.load.building import EPISODE, ISSUE, NEWSLETTER, PUBLICATION, SHOW, STORY, Files, Press, picture

from pressroom import load as room
from pressroom.errors import Unreadable
from pressroom.load import PublicationUnreadable
from pressroom.model.finding import Finding
from pressroom.store import Store


def test_a_publication_without_faults_has_no_findings(press: Press) -> None:
    loaded = press.load()

    assert loaded.findings == ()
    assert [issue.id for issue in loaded.publication.issues] == ["2026-11"]
    assert [story.slug for story in loaded.publication.issues[0].stories] == ["fog"]
    assert loaded.publication.show is not None
    assert [episode.id for episode in loaded.publication.show.episodes] == ["talk"]


def test_a_publication_may_have_nothing_yet(tmp_path: Path) -> None:
    loaded = Press(tmp_path).load({PUBLICATION: NEWSLETTER[PUBLICATION]})

    assert loaded.findings == ()
    assert loaded.publication.issues == ()
    assert loaded.publication.show is None


def test_all_faults_of_all_files_at_once_and_nothing_that_follows_from_them(press: Press) -> None:
    """Whatever is faulty here is referred to elsewhere, or has something below it that is right."""
    places = press.findings(
        {
            PUBLICATION: "name: x\norganization: x\nbase_url: x\nlanguage: en\nlanguages: [nl]\n"
            "timezone: Europe/Amstrdam\npeople: [ada]\nsections: People\n",
            ISSUE: "---\ntitle: a: b\neditors: [ada]\nepisode: talk\n---\nSee [fog](fog.md#thick).\n\n![](x.png)\n",
            STORY: "---\nsumary: Thick.\nauthors: [ada]\nsection: people\nimage: cloud.png\n"
            "image_alt: '\0'\n---\n# Fog\n",
            "content/issues/2026-11/clouds.png": picture(),
            SHOW: "title: x\n",
            EPISODE: "---\ntitle: Talk\n",
            "podcast/episodes/talk/talk.mp3": "no sound",
        }
    )

    assert places == [
        "content/issues/2026-11/fog.md:1 missing-field",
        "content/issues/2026-11/fog.md:2 unknown-key",
        "content/issues/2026-11/fog.md:5 picture-missing",
        "content/issues/2026-11/fog.md:6 control-character",
        "content/issues/2026-11/issue.md:2 yaml-syntax",
        "content/issues/2026-11/issue.md:8 picture-missing",
        "content/publication.yml:3 base-url",
        "content/publication.yml:6 timezone",
        "content/publication.yml:7 wrong-shape",
        "content/publication.yml:8 wrong-shape",
        "podcast/episodes/talk/episode.md:1 front-matter-unclosed",
        *["podcast/show.yml:1 missing-field"] * 5,
    ]


def test_what_is_faulty_is_replaced_by_what_may_stand_for_it(press: Press) -> None:
    publication = press.load(
        {
            PUBLICATION: "organization: x\nlanguage: en\nbase_url: x\ntimezone: x\npeople: []\nsections: []\n",
            ISSUE: "---\neditors: [ada]\n---\n",
            STORY: '---\nimage: x.png\nimage_alt: "\\0"\nauthors: [bram]\nsection: crews\n---\n',
            SHOW: "x: y\n",
            EPISODE: "---\npeople: [cleo]\n---\n",
        }
    ).publication

    assert (publication.name, publication.organization) == ("Untitled", "x")
    assert publication.base_url.endswith(".invalid/")
    assert publication.timezone == "UTC"
    assert set(publication.people) == {"ada", "bram", "cleo"}
    assert publication.sections == {"crews": "crews"}
    (issue,) = publication.issues
    assert (issue.title, issue.subject, issue.date.year, issue.source.broken) == ("2026-11", "2026-11", 1970, False)
    (story,) = issue.stories
    assert (story.title, story.summary, story.image_alt, story.image) == ("fog", "fog", "fog", None)
    assert story.image_target == "x.png"
    assert publication.show is not None
    assert (publication.show.title, publication.show.guid) == ("Untitled", "podcast/show.yml")
    (episode,) = publication.show.episodes
    assert (episode.title, episode.guid, episode.audio) == ("talk", "podcast/talk/", None)


def test_a_text_that_could_not_be_parsed_is_said_to_be_broken(press: Press) -> None:
    publication = press.load({STORY: "---\ntitle: a: b\n---\n# Fog\n", ISSUE: ""}).publication

    (issue,) = publication.issues
    assert issue.source.broken
    assert issue.stories[0].source.broken
    assert issue.stories[0].prose.headings[0].text == "Fog"


@pytest.mark.parametrize(
    ("files", "says", "line"),
    [
        ({PUBLICATION: None}, "There is no content/publication.yml", 1),
        ({PUBLICATION: "name: a: b\n"}, "holds a colon", 1),
        ({PUBLICATION: "name: x\n- y\n"}, "not indented", 2),
        ({PUBLICATION: ""}, "empty", 1),
        ({PUBLICATION: "- name\n"}, "not a list", 1),
        ({PUBLICATION: b"name: \xff\n"}, "UTF-8", 1),
        ({PUBLICATION: os.mkfifo}, "named pipe", 1),
        ({PUBLICATION: lambda path: path.mkdir()}, "There is no content/publication.yml", 1),
    ],
)
def test_nothing_is_read_without_a_publication(
    newsletter: Press, files: dict[str, object], says: str, line: int
) -> None:
    with pytest.raises(PublicationUnreadable, match=says) as caught:
        newsletter.load(files)  # type: ignore[arg-type]  # a dictionary's values are invariant

    assert isinstance(caught.value, Unreadable)
    assert caught.value.exit_code == 3
    assert caught.value.message.startswith(f"content/publication.yml:{line}: ")
    assert caught.value.hint
    assert {finding.path for finding in caught.value.findings} == {PUBLICATION}


def test_a_folder_that_is_no_publication(tmp_path: Path) -> None:
    with pytest.raises(PublicationUnreadable, match=r"There is no content/publication\.yml"):
        room.load(tmp_path, Store(None))


def test_a_link_in_the_place_of_all_content_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to("/etc")

    with pytest.raises(PublicationUnreadable, match="symbolic link"):
        room.load(tmp_path, Store(None))


def test_the_store_changes_nothing(press: Press, tmp_path: Path) -> None:
    files: Files = {
        STORY: "---\ntitle: Fog\nsummary: Thick.\nimage: x.png\n---\n# Fog\n",
        "content/issues/2026-11/x.png": picture(),
    }
    without = press.load(files)
    press.store = Store(tmp_path / "cache")

    for _ in range(2):
        assert press.load().but(program=without.program) == without


def test_what_is_in_the_store_is_not_made_again(press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    press.store = Store(tmp_path / "cache")
    first = press.load()
    for made in ("manuscripts.prose.render", "media.measuring.measure", "media.audio.measure"):
        monkeypatch.setattr(f"pressroom.load.{made}", _made_again)

    assert press.load() == first


def test_what_another_version_rendered_is_not_taken(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.store = Store(tmp_path / "cache")
    press.load()
    monkeypatch.setattr("pressroom.load.shelf.of_program", lambda _: "another")
    monkeypatch.setattr("pressroom.load.manuscripts.prose.version", lambda: "another")
    monkeypatch.setattr("pressroom.load.manuscripts.prose.render", _made_again)

    with pytest.raises(AssertionError):
        press.load()


def _made_again(*_: object) -> None:
    raise AssertionError


def test_the_zone_and_language_of_the_machine_change_nothing(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    here = press.load()
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    time.tzset()

    assert press.load() == here


def test_marks_and_line_ends_change_nothing(newsletter: Press) -> None:
    text = "---\ntitle: Fog\nsummary: >\n  Thick\n  and cold.\n---\n# Fog\n\nWords  \nand words.\n"
    plain = newsletter.load({STORY: text})

    assert newsletter.load({STORY: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()}) == plain


def test_findings_are_in_order_and_each_is_told_once(newsletter: Press) -> None:
    findings = newsletter.load(
        {
            STORY: "---\ntitle: Fog\nsummary: Thick.\nimage: x.png\nimage_alt: x\n---\n![a](x.png)\n![b](x.png)\n",
            "content/issues/2026-11/x.png": "text",
        }
    ).findings

    assert [(finding.line, finding.rule) for finding in findings] == [(4, "picture-type")]
    assert list(findings) == sorted(findings, key=Finding.order)


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {chr(0) * 500_000}\n---\n",
        "---\n" + "title: \u2028\n" * 100_000 + "---\n",
        f"---\nauthors: [{'a,' * 19_000}]\n---\n",
        "---\n" + "".join(f"key{number}: x\n" for number in range(9_000)) + "---\n",
        "---\n" + "title: x\n" * 9_000 + "---\n",
    ],
    ids=["NULs", "lines with line separators", "one entry often", "many unknown keys", "one key often"],
)
def test_a_hostile_text_is_read_in_reasonable_time_and_memory(newsletter: Press, text: str) -> None:
    findings = newsletter.load({STORY: text}).findings

    assert {finding.path for finding in findings} == {STORY}
    assert len(findings) <= 20_000


def test_the_public_face() -> None:
    assert sorted(room.__all__) == ["Loaded", "PublicationUnreadable", "RULES", "begin", "composer", "load"]
