from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from pressroom.desk.scaffolds import filling
from pressroom.load.fields.base import Fields, optional, required


class _Fields(Fields):
    title: str | None = required("What it is called, for $5.", "Fog")
    parts: str | None = optional("Its parts. " + "Many words follow. " * 8, "\n  - $one\n  - two")


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Give what makes a template of a text."""
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)

    def write(text: str) -> None:
        (tmp_path / "template.md").write_text(text)

    return write


@pytest.fixture
def template(own: Callable[[str], None]) -> None:
    own("#? title\ntitle: $title\n# as it is\n#! parts\n")


@pytest.mark.usefixtures("template")
def test_fields_are_explained_values_filled_in_and_examples_shown() -> None:
    assert filling.fill("template.md", _Fields, {"title": "$x"}).splitlines() == [
        "# What it is called, for $5. Required.",
        "title: $x",
        "# as it is",
        f"# Its parts.{' Many words follow.' * 5}",
        f"#{' Many words follow.' * 3}",
        "#parts:",
        "#  - $one",
        "#  - two",
    ]


class _Part(Fields):
    start: str | None = required("When it begins.", "0:00")
    of: dict[str, str] | None = optional("What belongs to it.", "\n  a: b")


class _Whole(Fields):
    """Fields with others inside them."""

    title: str | None = required("What it is called.", "Fog")
    lead: _Part | None = optional("Its first part.", "\n  start: 0")
    parts: tuple[_Part, ...] | None = optional("Its parts.", "\n  - start: 0")
    named: dict[str, _Part] | None = optional("Its parts by name.", "\n  ada:\n    start: 0")


_INSIDE = ["# When it begins. Required.", "start: 0:00", "# What belongs to it.", "of:", "  a: b"]


@pytest.mark.parametrize(
    ("name", "told", "head", "indent"),
    [
        ("lead", "# Its first part.", ["#lead:"], "#  "),
        ("parts", "# Its parts.", ["#parts:", "#  -"], "#    "),
        ("named", "# Its parts by name.", ["#named:", "#  ada:"], "#    "),
    ],
)
def test_a_field_can_be_shown_with_all_that_is_inside(
    own: Callable[[str], None], name: str, told: str, head: list[str], indent: str
) -> None:
    own(f"#* {name}\n")
    assert filling.fill("template.md", _Whole, {}).splitlines() == [told, *head, *(f"{indent}{one}" for one in _INSIDE)]


@pytest.mark.parametrize("mark", ["#! ", "#* ", "#? "])
def test_a_field_that_was_answered_stands_there_with_its_answer(own: Callable[[str], None], mark: str) -> None:
    own(f"{mark}title\n{'title:' if mark == '#? ' else ''}".rstrip() + "\n")
    filled = filling.fill("template.md", _Whole, {}, {"title": "Fog: $5"})
    assert filled.splitlines() == ["# What it is called. Required.", 'title: "Fog: $5"']


@pytest.mark.parametrize(
    ("text", "safe"),
    [("The Bench", "The Bench"), ("a_b *c* [d] \\ `e`", r"a\_b \*c\* \[d\] \\ \`e\`"), ("<Sons>", "&lt;Sons>")],
)
def test_a_name_is_no_markup(text: str, safe: str) -> None:
    assert filling.in_markdown(text) == safe


def test_several_answers_become_a_list() -> None:
    assert filling.written(("ada", "bram")) == "[ada, bram]"
    assert filling.written("- x") == '"- x"'


@pytest.mark.usefixtures("template")
def test_a_template_that_asks_for_what_there_is_not_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        filling.fill("template.md", _Fields, {})
    with pytest.raises(KeyError):
        filling.fill("template.md", Fields, {"title": "Fog"})


@pytest.mark.parametrize("text", ["Lantern Line", 'The "Bench": news', "no", "012", "né\nx # y", ""])
def test_a_quoted_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(filling.quoted(text)) == text
