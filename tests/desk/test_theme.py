"""Files of the built-in look can be had, to be changed."""

from pathlib import Path

import pytest

from pressroom.build.places import Places, builtin
from pressroom.desk import theme
from pressroom.errors import UsageWrong


def test_its_files_are_told() -> None:
    assert {"newsletter/style.css", "website/home.html", "website/phrases/en.yml"} <= set(theme.files())


def test_a_copy_stands_in_for_the_built_in_one(tmp_path: Path) -> None:
    [path] = theme.copy(tmp_path, ["newsletter/style.css"])
    assert path == tmp_path / "themes/newsletter/style.css"
    assert path.read_bytes() == (builtin("themes") / "newsletter/style.css").read_bytes()
    assert Places(root=tmp_path).themes("newsletter")[0] == tmp_path / "themes/newsletter"


def test_a_file_that_there_is_not_is_told_and_nothing_is_copied(tmp_path: Path) -> None:
    with pytest.raises(UsageWrong, match="no file newsletter/styles") as refused:
        theme.copy(tmp_path, ["website/home.html", "newsletter/styles.css"])
    assert "Did you mean newsletter/style.css?" in refused.value.hint
    assert not (tmp_path / "themes").exists()


def test_what_was_changed_already_is_not_written_over(tmp_path: Path) -> None:
    theme.copy(tmp_path, ["website/home.html"])
    with pytest.raises(UsageWrong, match="is there already"):
        theme.copy(tmp_path, ["website/home.html"])
