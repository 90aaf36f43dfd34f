"""`pressroom schema`: on its own, of one kind, and into a folder."""

import json
from pathlib import Path

from tests.cli.calling import Caller

from pressroom.load.fields.schemas import KINDS


def test_alone_it_says_which_kinds_there_are(pressroom: Caller) -> None:
    called = pressroom.bare("schema")
    assert (called.code, called.err) == (0, "")
    assert [line.split()[0] for line in called.out.splitlines()] == list(KINDS)


def test_one_kind_is_written_out_without_any_publication(pressroom: Caller) -> None:
    called = pressroom.bare("schema", "story")
    assert called.code == 0
    story = json.loads(called.out)
    assert story["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert story["required"] == ["title", "summary"]
    assert story["additionalProperties"] is False


def test_all_go_into_a_folder_and_over_those_of_before(pressroom: Caller, tmp_path: Path) -> None:
    folder = tmp_path / "deep/schemas"
    for _ in range(2):
        called = pressroom.bare("schema", "--out", str(folder))
        assert called.code == 0
        assert f"Wrote {folder / 'episode.schema.json'}" in called.out
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{kind}.schema.json" for kind in KINDS)


def test_one_goes_into_a_folder_alone(pressroom: Caller, tmp_path: Path) -> None:
    assert pressroom.bare("schema", "show", "--out", str(tmp_path / "one")).code == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["show.schema.json"]


def test_a_kind_that_there_is_not_is_told_with_the_one_that_was_meant(pressroom: Caller) -> None:
    called = pressroom.bare("schema", "storry")
    assert called.code == 2
    assert "There is no schema for storry." in called.err
    assert "Did you mean story?" in called.err


def test_a_folder_that_cannot_be_made_is_told(pressroom: Caller, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    called = pressroom.bare("schema", "--out", str(tmp_path / "taken/schemas"))
    assert called.code == 3
    assert "cannot be written" in called.err
