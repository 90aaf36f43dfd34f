from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateNotFound
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_theme_dir

from pressroom.build import material

FOLDER = Path(get_theme_dir("material"))
LANGUAGES = sorted(path.stem for path in FOLDER.glob("partials/languages/*.html"))


def as_files(names: tuple[str, ...]) -> Files:
    return Files([File(name, "src", "site", use_directory_urls=True) for name in names])


def environment(names: tuple[str, ...] = ()) -> Environment:
    env = Environment(loader=FileSystemLoader(FOLDER))  # noqa: S701  as MkDocs makes it
    material.offer(env, as_files(names))
    return env


def ask(env: Environment, name: str, *given: str) -> Any:
    """Call what a template would call."""
    offered: Any = env.globals[name]
    return offered(*given)


def say(language: str) -> Any:
    return ask(environment(), "material_words", language)


def test_the_digests_in_names_are_looked_up() -> None:
    names = ("assets/stylesheets/palette.1.min.css", "assets/stylesheets/main.2.min.css", "assets/press/layout.css")
    env = environment((*names, "assets/javascripts/bundle.3.min.js", "assets/javascripts/workers/search.4.min.js"))
    assert material.styles(as_files(names)) == sorted(names[:2])
    assert env.globals["material_script"] == "assets/javascripts/bundle.3.min.js"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_material_is_found_by_its_tag(language: str) -> None:
    template: Any = environment().get_template(f"partials/languages/{language}.html")
    assert say(language.lower())["search.placeholder"] == template.module.t("search.placeholder")


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Kopiëren"), ("pt-pt", "Copiar"), ("en-gb", "Copy"), ("tlh", "Copy")]
)
def test_another_borrows_from_its_parent_or_english(language: str, words: str) -> None:
    assert say(language)["clipboard.copy"].startswith(words)


def test_direction_is_known() -> None:
    assert say("he")["direction"] == "rtl"
    assert say("nl")["direction"] == "ltr"


def test_a_word_that_a_language_lacks_is_english() -> None:
    words = {"en": '{"clipboard.copy": "Copy"}', "xx": "{}"}
    files = {
        f"partials/languages/{tag}.html": f"{{% macro t(key) %}}{{{{ {text}[key] }}}}{{% endmacro %}}"
        for tag, text in words.items()
    }
    env = Environment(loader=DictLoader(files))  # noqa: S701  as MkDocs makes it
    material.offer(env, Files([]))
    assert ask(env, "material_words", "xx")["clipboard.copy"] == "Copy"


def test_the_script_is_told_where_the_site_begins() -> None:
    config = ask(environment(), "material_config", "../..", "nl")
    assert config["base"] == "../.."
    assert config["translations"]["clipboard.copied"] == "Gekopieerd naar klembord"


def test_without_material_there_is_nothing_to_say() -> None:
    env = Environment(loader=DictLoader({}))  # noqa: S701  as MkDocs makes it
    material.offer(env, Files([]))
    with pytest.raises(TemplateNotFound):
        ask(env, "material_words", "en")
