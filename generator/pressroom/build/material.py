"""What the website's theme takes from Material: its style sheets, its script, and its words in sixty languages.

Material's names of files hold a digest and its words stand in templates; both are looked up once for a build,
so that a page needs none of Material's own templates.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateNotFound
from mkdocs.structure.files import Files

_ENGLISH = "en"
_FOR_SCRIPT = ("clipboard.copy", "clipboard.copied")
_SEARCH = (
    "search",
    "search.placeholder",
    "search.reset",
    *(f"search.result.{kind}" for kind in ("initializer", "placeholder", "none", "one", "other")),
)


def offer(env: Environment, files: Files) -> None:
    """Give a theme's templates what they ask of Material.

    `material_script` is an address from the site's root. `material_words(language)`
    holds `direction`, and what its search box says under names like `search.placeholder`;
    `material_config(base, language)` is what its script reads from the page.
    """
    names = [file.src_uri for file in files]
    words = _words(env)
    env.globals["material_script"] = "".join(_named(names, "assets/javascripts/bundle.", ".min.js"))
    env.globals["material_words"] = words
    env.globals["material_config"] = lambda base, language: _config(base, words(language))


def styles(files: Files) -> list[str]:
    """Return the names of Material's style sheets, in their order."""
    return sorted(_named([file.src_uri for file in files], "assets/stylesheets/", ".min.css"))


def _named(names: list[str], begin: str, end: str) -> list[str]:
    return [name for name in names if name.startswith(begin) and name.endswith(end)]


def _config(base: str, words: Mapping[str, str]) -> dict[str, Any]:
    translations = {key: words[key] for key in _FOR_SCRIPT}
    return {"base": base, "features": [], "search": "", "translations": translations}


def _words(env: Environment) -> Callable[[str], Mapping[str, str]]:
    """Return what finds Material's words in a language, in its parent (`pt` of `pt-PT`), or in English."""

    @cache
    def words(language: str) -> Mapping[str, str]:
        say, fallback = _sayer(env, language), _sayer(env, _ENGLISH)
        keys = ("direction", *_FOR_SCRIPT, *_SEARCH)
        return {key: say(key) or fallback(key) for key in keys}

    return words


def _sayer(env: Environment, language: str) -> Callable[[str], str]:
    for tag in (_spelled(language), language.partition("-")[0].lower(), _ENGLISH):
        try:
            module: Any = env.get_template(f"partials/languages/{tag}.html").module
        except TemplateNotFound:
            continue
        return lambda key: str(module.t(key))
    raise TemplateNotFound(f"partials/languages/{_ENGLISH}.html")


def _spelled(language: str) -> str:
    """Write a tag as Material names its files: `pt-BR`, `zh-Hant` (RFC 5646, section 2.1.1)."""
    first, *others = language.split("-")
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in others)])
