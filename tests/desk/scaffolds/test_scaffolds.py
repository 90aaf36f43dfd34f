"""Every scaffold holds every field of the contract, each explained in the loader's own words."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from pressroom.desk.scaffolds import newsletter, podcast
from pressroom.desk.scaffolds.scaffold import Scaffold
from pressroom.load import plain_yaml, text
from pressroom.load.fields.base import Fields
from pressroom.load.fields.newsletter import IssueFields, StoryFields
from pressroom.load.fields.podcast import EpisodeFields, ShowFields

_DAY = date(2026, 12, 1)
_GUID = UUID("7f4e5e0c-6a52-4a54-9b0e-2d3c8c1a6f10")
_SOUND = Path("/recordings/Final mix.mp3")

_ISSUE = newsletter.issue("2026-12", _DAY, 48)
_STORY = newsletter.story("2026-12", "fog", ["crews", "changes"])
_SHOW = podcast.show("https://gangway.example/", "Lantern Line", "en")
_EPISODE = podcast.episode(podcast.Beginning(id="ice", sound=_SOUND, audio="mix.mp3", guid=_GUID, day=_DAY, number=5))

_ISSUE_KEYS = (
    "title date number subject preheader summary editors stories newsletter question episode events draft publish_at"
    " updated"
)
_STORY_KEYS = "title summary section authors image image_alt audience order updated"
_SHOW_KEYS = (
    "title description author category artwork guid language explicit type hosts seasons frequency machine_made"
    " moved_to owner_email locked access"
)
_EPISODE_KEYS = (
    "title guid date audio audio_url audio_bytes audio_type duration season number type summary people roles chapters"
    " soundbites transcript image explicit machine_made draft updated"
)


def _only(scaffold: Scaffold) -> str:
    [written] = scaffold.texts.values()
    return written


def _values(scaffold: Scaffold) -> plain_yaml.Document:
    written = _only(scaffold)
    return plain_yaml.read(text.split(written).front or written, 1)


@pytest.mark.parametrize(
    ("scaffold", "keys", "fields"),
    [
        (_ISSUE, _ISSUE_KEYS, IssueFields),
        (_STORY, _STORY_KEYS, StoryFields),
        (_SHOW, _SHOW_KEYS, ShowFields),
        (_EPISODE, _EPISODE_KEYS, EpisodeFields),
    ],
    ids=["issue", "story", "show", "episode"],
)
def test_every_field_of_the_contract_is_there_and_explained(
    scaffold: Scaffold, keys: str, fields: type[Fields]
) -> None:
    assert set(keys.split()) == set(fields.model_fields)
    lines = _only(scaffold).splitlines()
    for key in keys.split():
        [place] = [number for number, line in enumerate(lines) if line.removeprefix("#").startswith(f"{key}:")]
        description = fields.model_fields[key].description or ""
        told = " ".join(line.removeprefix("# ") for line in lines[max(0, place - 4) : place])
        assert description in told, f"{key} is not explained above its line"


@pytest.mark.parametrize("scaffold", [_ISSUE, _STORY, _SHOW, _EPISODE])
def test_what_is_required_and_only_a_person_can_know_is_left_blank(scaffold: Scaffold) -> None:
    document = _values(scaffold)
    assert document.faults == ()
    assert document.values["title"] is None


@pytest.mark.parametrize("scaffold", [_ISSUE, _STORY, _SHOW, _EPISODE])
def test_taking_away_every_mark_gives_fields_that_can_be_read(scaffold: Scaffold) -> None:
    lines = _only(scaffold).splitlines()
    bare = [line[1:] if line.startswith("#") and not line.startswith("# ") else line for line in lines]
    bare = [line if not line.startswith("# ") else "" for line in bare]
    [*_, front] = "\n".join(bare).split("---\n", 1)
    assert plain_yaml.read(front.partition("\n---")[0].partition("---\n")[0], 1).faults == ()


def test_an_issue_begins_with_its_number_and_date() -> None:
    values = _values(_ISSUE).values
    assert list(_ISSUE.texts) == ["content/issues/2026-12/issue.md"]
    assert (values["date"], values["number"]) == ("2026-12-01", "48")


def test_where_issues_are_not_counted_the_number_is_only_explained() -> None:
    assert "number" not in _values(newsletter.issue("2026-12", _DAY, None)).values


def test_a_story_names_the_sections_that_it_may_choose_from() -> None:
    assert list(_STORY.texts) == ["content/issues/2026-12/fog.md"]
    assert "\n# Ours are: crews, changes\n#section: crews\n" in _only(_STORY)
    assert "\n# There are none yet.\n#section:\n" in _only(newsletter.story("2026-12", "fog", []))


def test_a_show_begins_with_who_makes_it() -> None:
    values = _values(_SHOW).values
    assert list(_SHOW.texts) == ["podcast/show.yml"]
    assert (values["author"], values["language"]) == ("Lantern Line", "en")


@pytest.mark.parametrize(
    "base_url", ["https://news.example.com", "http://news.example.com/", "https://news.example.com//"]
)
def test_a_show_is_named_after_its_feed_whatever_the_scheme(base_url: str) -> None:
    assert podcast.show_guid(base_url) == uuid5(podcast.NAMESPACE, "news.example.com/podcast/feed.xml")


def test_the_namespace_gives_the_name_that_the_specification_shows() -> None:
    assert str(uuid5(podcast.NAMESPACE, "podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"


def test_a_path_in_the_address_belongs_to_the_name() -> None:
    assert podcast.show_guid("https://a.example/news/") == podcast.show_guid("https://a.example/news")
    assert podcast.show_guid("https://a.example/news/") != podcast.show_guid("https://a.example/")


def test_an_episode_begins_with_its_sound_guid_date_and_number() -> None:
    values = _values(_EPISODE).values
    assert list(_EPISODE.texts) == ["podcast/episodes/ice/episode.md"]
    assert _EPISODE.copies == {"podcast/episodes/ice/mix.mp3": _SOUND}
    assert (values["audio"], values["guid"], values["date"]) == ("mix.mp3", str(_GUID), "2026-12-01")
    assert values["number"] == "5"
    assert "season" not in values
