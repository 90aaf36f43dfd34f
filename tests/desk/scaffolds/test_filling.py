from pathlib import Path

import pytest
import yaml

from pressroom.desk.scaffolds import filling
from pressroom.load.fields.base import Fields, optional, required


class _Fields(Fields):
    title: str | None = required("What it is called, for $5.", "Fog")
    parts: str | None = optional("Its parts. " + "Many words follow. " * 8, "\n  - $one\n  - two")


@pytest.fixture
def template(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "#? title\ntitle: $title\n# as it is\n#! parts\n"
    (tmp_path / "template.md").write_text(text)
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)


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


@pytest.mark.usefixtures("template")
def test_a_template_that_asks_for_what_there_is_not_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        filling.fill("template.md", _Fields, {})
    with pytest.raises(KeyError):
        filling.fill("template.md", Fields, {"title": "Fog"})


@pytest.mark.parametrize("text", ["Lantern Line", 'The "Bench": news', "no", "012", "né\nx # y", ""])
def test_a_quoted_text_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(filling.quoted(text)) == text
