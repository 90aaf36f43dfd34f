from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pressroom.load import plain_yaml
from pressroom.load.plain_yaml import Document, nodes, reading

_EXPLANATIONS = yaml.safe_load((Path(__file__).parent / "explanations.yml").read_text(encoding="utf-8"))


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Use PyYAML's parser in C, then the one in Python."""
    monkeypatch.setattr(reading, "PARSER", getattr(yaml, request.param))
    return str(request.param)


pytestmark = pytest.mark.usefixtures("parser")


def read(text: str) -> Document:
    document = plain_yaml.read(text, 1)
    assert document.faults == ()
    return document


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "off",
        "010",
        "0x1F",
        "1e3",
        "12:30:45",
        "2026-11-01",
        ".inf",
        "null",
        "~",
        "true",
        "-1",
        "1_000",
        "=",
        "1.0",
    ],
)
def test_what_yaml_would_guess_stays_text(text: str) -> None:
    assert read(f"title: {text}").values == {"title": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title:", None),
        ("title: ''", ""),
        ('title: "a\\tb"', "a\tb"),
        ("title: 'it''s'", "it's"),
        ("title: Fog\n  and rain", "Fog and rain"),
        ("title: |\n  Fog\n  and rain\n", "Fog\nand rain"),
        ("title: >\n  Fog\n  and rain\n", "Fog and rain"),
        ("title: # a comment", None),
        ("title: [a, 'b', [c]]", ["a", "b", ["c"]]),
        ("title: {a: 1, b: }", {"a": "1", "b": None}),
        ("title: 🛥 über", "🛥 über"),
        ("? title\n: Fog", "Fog"),
    ],
)
def test_values(text: str, value: object) -> None:
    assert read(text).values == {"title": value}


@pytest.mark.parametrize("text", ["order: 7 # a comment", "order: 7 ## a comment"])
def test_a_comment_behind_what_is_no_sentence(text: str) -> None:
    assert read(text).values == {"order": "7"}


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment"])
def test_no_fields_are_no_fault(text: str) -> None:
    assert read(text) == Document()


def test_every_field_has_its_line() -> None:
    text = "title: Fog\nchapters:\n  - start: 1\n    title: A\n  - {start: 2}\npeople:\n  ada:\n    name: Ada\n"
    document = plain_yaml.read(text, 2)

    assert document.lines == {
        "title": 2,
        "chapters": 3,
        "chapters.0": 4,
        "chapters.0.start": 4,
        "chapters.0.title": 5,
        "chapters.1": 6,
        "chapters.1.start": 6,
        "people": 7,
        "people.ada": 8,
        "people.ada.name": 9,
    }


@pytest.mark.parametrize("case", _EXPLANATIONS, ids=lambda case: repr(case["text"]))
def test_what_cannot_be_read_is_explained(case: dict[str, Any]) -> None:
    document = plain_yaml.read(case["text"], 2)

    (fault,) = document.faults
    assert (fault.line, fault.rule, fault.message, fault.hint) == (
        case["line"],
        case["rule"],
        case["message"],
        case["hint"],
    )
    assert not document.values.get("title")


def test_a_field_written_twice_keeps_its_first_value_and_line() -> None:
    document = plain_yaml.read("title: Fog\ntitle:\n  en: Mist\n", 2)

    assert [(fault.rule, fault.line) for fault in document.faults] == [("duplicate-key", 3)]
    assert document.values == {"title": "Fog"}
    assert document.lines == {"title": 2}


def test_what_is_refused_is_known_to_be_faulty() -> None:
    document = plain_yaml.read('a: &x 1\nb: *x\nc: !!int 2\nd: "\\0"\ne: #f\ng: 7\n', 1)

    assert document.faulty == {"a", "b", "c", "d", "e"}
    assert [fault.line for fault in document.faults] == [1, 3, 4, 5]


def test_a_tag_hides_all_that_is_inside_it() -> None:
    document = plain_yaml.read("a: !!python/object/new:os.system {args: [x], b: *c}\n", 1)

    assert [fault.rule for fault in document.faults] == ["yaml-tag"]
    assert document.values == {"a": None}


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "a: " + "[" * 50_000, "? " * 50_000],
    ids=lambda text: text[:4],
)
def test_depth_is_limited_before_the_parser_is_slow(text: str) -> None:
    document = plain_yaml.read(text, 1)

    assert [fault.rule for fault in document.faults] == ["yaml-depth"]
    assert document.broken


def test_twenty_levels_are_accepted() -> None:
    assert not plain_yaml.read("a: " + "[" * 19 + "]" * 19, 1).faults


def test_the_number_of_values_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nodes, "MOST", 100)

    assert not plain_yaml.read(f"a: [{'b,' * 97}]", 1).faults
    assert plain_yaml.read(f"a: [{'b,' * 98}]", 1).broken


def _values(value: object) -> Iterator[object]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    yield value
    for one in inside:
        yield from _values(one)


def test_nothing_is_ever_constructed() -> None:
    document = read("a: 1\nb: [true, 2026-11-01, {c: .nan}]\nd: !!binary aGk=\n".replace("!!binary ", ""))

    assert {type(value) for value in _values(document.values)} == {dict, list, str}
