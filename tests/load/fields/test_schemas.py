"""The schemas say what the loader says: no less where they can, and never more."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.load import building
from tests.load.cases import WRITTEN, Case
from tests.load.fields.written import values

from pressroom.load import plain_yaml, text
from pressroom.load.fields.schemas import KINDS, schema

_ROOT = Path(__file__).resolve().parents[3]

_BY_PATH = {
    building.PUBLICATION: "publication",
    building.ISSUE: "issue",
    building.STORY: "story",
    building.PAGE: "page",
    building.SHOW: "show",
    building.EPISODE: "episode",
    "content/issues/2026-11/issue.nl.md": "issue-translation",
    "content/issues/2026-11/fog.nl.md": "story-translation",
}

_SHAPES = (
    "base-url category channel choice colour date email-address empty-field greeting guid language line-break-in-header"
    " list-id listed-twice missing-field quiet-hours target time timezone unknown-key url whole-number wrong-shape"
    " yes-or-no"
).split()
"""Rules that ask for nothing but how a field is written."""

_BEYOND = {
    "a date that does not exist",
    "a date in another order, year first",
    "a number with a nought before it",
    "a line feed at a subject's end",
    "no sound at all",
    "a sound at an address without its size",
    "a season that is no number",
    "an event whose link runs something",
}
"""Cases of these rules that no pattern tells: of the calendar, of several fields at once, of what YAML has read."""


@cache
def _validator(kind: str) -> Any:
    return Draft202012Validator(schema(KINDS[kind]))


def _faults(kind: str, written: Any) -> list[str]:
    return [fault.message for fault in _validator(kind).iter_errors(written)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(KINDS[kind]))


def _of_the_sample() -> dict[Path, str]:
    content, podcast = _ROOT / "content", _ROOT / "podcast"
    texts = {
        path: f"{'issue' if path.stem.startswith('issue') else 'story'}{'-translation' if '.' in path.stem else ''}"
        for path in sorted(content.glob("issues/*/*.md"))
    }
    pages = dict.fromkeys(sorted(content.glob("pages/*.md")), "page")
    episodes = dict.fromkeys(sorted(podcast.glob("episodes/*/episode.md")), "episode")
    return {content / "publication.yml": "publication", podcast / "show.yml": "show", **texts, **pages, **episodes}


def test_every_file_of_the_sample_is_as_its_schema_says() -> None:
    files = _of_the_sample()
    assert set(files.values()) == set(KINDS)
    assert {path: found for path, kind in files.items() if (found := _faults(kind, values(path.read_text())))} == {}


def test_so_it_is_for_those_who_put_quotes_around_every_value() -> None:
    for path, kind in _of_the_sample().items():
        whole = path.read_text()
        read = plain_yaml.read(text.split(whole).front or whole, first_line=1)
        assert _faults(kind, read.values) == [], path


def _refused(case: Case) -> list[str]:
    """Return what the schemas say of a case's files."""
    texts = {path: what for path, what in case.files.items() if path in _BY_PATH and isinstance(what, str)}
    return [fault for path, what in texts.items() for fault in _faults(_BY_PATH[path], values(what))]


_SHAPELESS = [case for case in WRITTEN if case.rule in _SHAPES and case.at.rpartition(":")[0] in _BY_PATH]


@pytest.mark.parametrize("case", _SHAPELESS, ids=lambda case: case.name)
def test_what_the_loader_refuses_by_its_shape_a_schema_refuses_too(case: Case) -> None:
    assert bool(_refused(case)) != (case.name in _BEYOND)


def test_there_are_cases_of_that() -> None:
    assert len(_SHAPELESS) > 50


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_and_its_example_is_right(kind: str) -> None:
    for name, field in schema(KINDS[kind])["properties"].items():
        assert field["description"], name
        for example in field["examples"]:
            assert list(Draft202012Validator(field).iter_errors(example)) == [], name


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("issue", "title: 2026\ndate: 2026-11-19 08:30\nnumber: 7\ndraft: Yes\nsummary:\n"),
        ("issue", 'title: a\ndate: "2026-11-19"\nnumber: "7"\ndraft: true\neditors: ada\nevents: []\n'),
        ("story", "title: >\n  folded\n  lines\nsummary: |\n  two\n  lines\nauthors: [ada, bram]\norder:\n"),
        (
            "episode",
            "title: a\nguid: 12\ndate: 2026-11-19\nchapters:\n  - {start: 0, title: 1}\n  - {start: 1:02.5, title: b}",
        ),
    ],
)
def test_what_the_loader_takes_in_many_ways_a_schema_takes_too(kind: str, written: str) -> None:
    assert _faults(kind, values(written)) == []


def test_choices_can_be_proposed() -> None:
    fields = schema(KINDS["publication"])["properties"]
    assert fields["visibility"]["enum"] == ["internal", "public", None]
    assert "Europe/Amsterdam" in fields["timezone"]["enum"]
    show = schema(KINDS["show"])["properties"]
    assert "Business > Management" in show["category"]["anyOf"][0]["enum"]
    assert show["frequency"]["enum"][0] == "daily"


def test_a_text_that_is_no_yaml_is_no_business_of_a_schema() -> None:
    with pytest.raises(yaml.YAMLError):
        values("---\ntitle: [\n---\n")
