"""Where a publication keeps what, and what travels with the program."""

from pathlib import Path

import pytest

from pressroom.build import places
from pressroom.build.places import Places, find_publication
from pressroom.errors import Unreadable

_REPOSITORY = Path(__file__).resolve().parents[2]


def _publication(root: Path) -> Path:
    (root / "content").mkdir(parents=True)
    (root / "content" / "publication.yml").write_text("name: The Gangway\n")
    return root


def test_the_nearest_publication_upwards_is_meant(tmp_path: Path) -> None:
    outer = _publication(tmp_path)
    inner = _publication(tmp_path / "inner")
    (inner / "content" / "issues").mkdir()
    assert find_publication(inner / "content" / "issues").root == inner
    assert find_publication(outer / "content").root == outer


def test_no_publication_anywhere_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no publication here") as told:
        find_publication(tmp_path)
    assert "--root" in told.value.hint


def test_a_publication_without_a_theme_gets_the_built_in_one(tmp_path: Path) -> None:
    bare = Places(root=tmp_path)
    assert bare.themes("newsletter") == (_REPOSITORY / "themes" / "newsletter",)
    assert bare.config() == _REPOSITORY / "mkdocs.yml"


def test_a_publications_own_theme_comes_before_the_built_in_one(tmp_path: Path) -> None:
    own = tmp_path / "themes" / "newsletter"
    own.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    assert Places(root=tmp_path).themes("newsletter") == (own, _REPOSITORY / "themes" / "newsletter")
    assert Places(root=tmp_path).config() == tmp_path / "mkdocs.yml"


def test_the_repository_is_its_own_built_in_theme() -> None:
    assert Places(root=_REPOSITORY).themes("website") == (_REPOSITORY / "themes" / "website",)


def test_an_installed_program_carries_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "builtin" / "mkdocs.yml"
    inside.parent.mkdir()
    inside.touch()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert Places(root=tmp_path / "elsewhere").config() == inside
