from datetime import UTC
from typing import Any

from pressroom.load import plain_yaml
from pressroom.load.fields.base import Fields, required_fields, shown
from pressroom.load.fields.newsletter import EventFields, IssueFields, PageFields, StoryFields
from pressroom.load.fields.podcast import ChapterFields, EpisodeFields, ShowFields
from pressroom.load.fields.publication import AudienceFields, PersonFields, PublicationFields
from pressroom.load.fields.reading import Read, read, read_translation

ALL: tuple[type[Fields], ...] = (PublicationFields, IssueFields, StoryFields, PageFields, ShowFields, EpisodeFields)


def read_publication(text: str) -> Read[PublicationFields]:
    return read(PublicationFields, plain_yaml.read(text, 1), UTC)


def places(result: Read[Any]) -> list[tuple[int, str]]:
    return sorted((fault.line, fault.rule) for fault in result.faults)


def test_every_fault_is_told_at_once() -> None:
    text = """\
titel: November
date: 19/11/2026
number: 010
editors: [ada, ada]
draft: maybe
subject: "a\\nb"
foo: 1
"""
    result = read(IssueFields, plain_yaml.read(text, 2), UTC)

    assert places(result) == [
        (2, "unknown-key"),
        (3, "date"),
        (4, "whole-number"),
        (5, "listed-twice"),
        (6, "yes-or-no"),
        (7, "line-break-in-header"),
        (8, "unknown-key"),
    ]
    assert result.fields == IssueFields(editors=("ada",))


def test_a_misspelt_field_is_not_missed_as_well() -> None:
    result = read(IssueFields, plain_yaml.read("titel: November\ndatum: 2026-11-19\n", 2), UTC)

    assert places(result) == [(2, "unknown-key"), (3, "unknown-key")]
    assert result.is_faulty("title")
    assert result.is_faulty("date")


def test_a_field_beside_its_misspelt_twin_counts() -> None:
    result = read(StoryFields, plain_yaml.read("title: Fog\nsumary: Thin.\nsummary: Thick.\n", 2), UTC)

    assert places(result) == [(3, "unknown-key")]
    assert result.fields.summary == "Thick."


def test_faulty_entries_of_a_list_leave_it_and_the_lines_close_up() -> None:
    text = """\
name: x
organization: x
base_url: https://x.example
language: en
timezone: UTC
audiences:
  - {id: a, language: en, to: a@x.example}
  - {id: b, language: English, to: b@x.example}
  - c
  - {id: d, language: nl, to: d@x.example}
"""
    result = read_publication(text)

    assert places(result) == [(8, "language"), (9, "wrong-shape")]
    assert [audience.id for audience in result.fields.audiences or ()] == ["a", "d"]
    assert result.lines["audiences.1.id"] == 10
    assert "audiences.2" not in result.lines


def test_what_yaml_has_refused_already_is_not_looked_at_again() -> None:
    text = "people:\n  ada: !!x {name: Ada}\n  bram: {name: !!x Bram}\nsections: {a: *b}\nlanguages: [en, !!x nl]\n"
    result = read_publication(
        f"name: x\norganization: x\nbase_url: https://x.example\nlanguage: en\ntimezone: UTC\n{text}"
    )

    assert {fault.rule for fault in result.faults} == {"yaml-tag", "yaml-alias"}
    assert result.fields.languages == ("en",)


def test_a_faulty_field_of_a_group_leaves_the_rest() -> None:
    result = read_publication("people:\n  ada:\n    name: Ada\n    email: ada\n    role: Editor\n")

    assert (result.fields.people or {})["ada"] == PersonFields(name="Ada", role="Editor")
    assert result.is_faulty("people.ada.email")
    assert result.is_faulty("people")
    assert not result.is_faulty("sections")


def test_one_value_may_stand_for_a_list() -> None:
    result = read(IssueFields, plain_yaml.read("title: x\ndate: 2026-11-19\neditors: ada\n", 2), UTC)

    assert result.fields.editors == ("ada",)
    assert result.faults == ()


def test_a_single_value_that_stands_for_a_list_has_its_line() -> None:
    text = "title: x\ndescription: x\nauthor: x\ncategory: Knitting\nartwork: x.png\nguid: g\n"
    result = read(ShowFields, plain_yaml.read(text, 1), UTC)

    assert places(result) == [(4, "category")]
    assert result.fields.category is None


def test_an_empty_required_list_is_empty() -> None:
    text = "title: x\ndescription: x\nauthor: x\ncategory: []\nartwork: x.png\nguid: g\n"

    assert places(read(ShowFields, plain_yaml.read(text, 1), UTC)) == [(4, "empty-field")]


def test_the_house_style_has_fields_of_its_own() -> None:
    result = read_publication("style: {spelling: British, words: [a], sentence_length: 30}\n")

    assert {fault.rule for fault in result.faults} == {"missing-field", "choice", "wrong-shape"}
    assert result.fields.style is not None
    assert result.fields.style.model_dump(exclude_none=True) == {"sentence_length": 30}


def test_a_translation_needs_its_texts_alone() -> None:
    document = plain_yaml.read("summary: Dik.\n", 2)

    assert places(read_translation(IssueFields, document, UTC)) == [(1, "missing-field")]
    assert places(read(IssueFields, document, UTC)) == [(1, "missing-field"), (1, "missing-field")]


def test_a_broken_file_has_no_more_faults_than_that() -> None:
    result = read(IssueFields, plain_yaml.read("title: a: b\n", 2), UTC)

    assert places(result) == [(2, "yaml-syntax")]
    assert result.fields == IssueFields()
    assert result.is_faulty("title")


def test_which_fields_are_required() -> None:
    models: tuple[type[Fields], ...] = (*ALL, PersonFields, AudienceFields, ChapterFields, EventFields)

    assert {model: required_fields(model) for model in models} == {
        PublicationFields: {"name", "organization", "base_url", "language", "timezone"},
        IssueFields: {"title", "date"},
        StoryFields: {"title", "summary"},
        PageFields: {"title"},
        ShowFields: {"title", "description", "author", "category", "artwork", "guid"},
        EpisodeFields: {"title", "guid", "date"},
        PersonFields: {"name"},
        AudienceFields: {"id", "language"},
        ChapterFields: {"start", "title"},
        EventFields: {"title", "start"},
    }


def test_what_each_field_shows_is_accepted() -> None:
    for model in ALL:
        text = "\n".join(shown(model, name) for name in model.model_fields)
        result = read(model, plain_yaml.read(text, 1), UTC)

        assert result.faults == ()
        assert result.fields.model_fields_set == set(model.model_fields)


def test_every_field_is_described_and_has_a_schema() -> None:
    for model in ALL:
        assert all(field.description for field in model.model_fields.values())
        schema = model.model_json_schema()
        assert schema["additionalProperties"] is False
        assert {name for name, prop in schema["properties"].items() if prop.get("required")} == required_fields(model)
    assert "from" in PublicationFields.model_json_schema()["$defs"]["MailFields"]["properties"]
