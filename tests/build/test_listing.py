"""A theme's files are found without its thousands of hidden icons."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from pressroom.build.listing import ListedTheme


def test_mkdocs_takes_the_same_files_of_material_as_before() -> None:
    usual = Theme(name="material")
    found = [_taken(theme) for theme in (usual, ListedTheme(usual))]
    assert found[0] == found[1]
    assert "assets/images/favicon.png" in found[1]


def test_hidden_folders_are_not_looked_into_and_what_is_named_there_is_found(tmp_path: Path) -> None:
    for name in ("main.html", "parts/head.html", ".icons/sun.svg", "parts/.icons/moon.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("here")
    theme = Theme(name="mkdocs", custom_dir=str(tmp_path))
    listed = ListedTheme(theme)
    assert (listed.name, listed.dirs, listed["locale"]) == (theme.name, theme.dirs, theme["locale"])
    env = listed.get_env()
    assert {"main.html", "parts/head.html"} <= set(env.list_templates())
    assert not [name for name in env.list_templates() if "icons/" in name]
    assert env.get_template(".icons/sun.svg").render() == "here"


def _taken(theme: Theme) -> list[str]:
    config, files = MkDocsConfig(), Files([])
    config.load_dict({"site_name": "x", "theme": "material"})
    config.validate()
    config.theme = theme
    files.add_files_from_theme(theme.get_env(), config)
    return [file.src_uri for file in files]
