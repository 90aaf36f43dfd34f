"""The theme that comes with Pressroom."""

import re
from pathlib import Path

from tests.render.newsletter.rich_issue import THEME_FOLDER, theme

from pressroom.model.brand import Brand
from pressroom.render import newsletter
from pressroom.render.newsletter.colours import light
from pressroom.render.newsletter.fonts import stacks

SAID = re.compile(r"""say\(\s*["'](\w+)["']""")
PYTHON = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(newsletter.__file__).parent.glob("*.py")))


def test_every_language_says_the_same() -> None:
    blank = re.compile(r"\{\w+\}")
    shapes = {
        language: {name: sorted(blank.findall(text)) for name, text in phrases.items()}
        for language, phrases in theme().phrases.items()
    }
    assert shapes["en"] == shapes["nl"]


def test_every_phrase_is_said_and_none_is_missing() -> None:
    said = {phrase for text in (*theme().files.values(), PYTHON) for phrase in SAID.findall(text)}
    assert said == theme().phrases["en"].keys()


def test_every_colour_and_font_has_a_use() -> None:
    used = set(re.findall(r"var\(--([\w-]+)\)", theme().files["style.css"] + theme().files["kept.css"]))
    assert used == light(Brand()).keys() | stacks(Brand()).keys()


def test_every_class_of_the_style_is_in_a_template_or_given_by_us() -> None:
    css = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", theme().files["style.css"], flags=re.DOTALL)
    templates = "".join(text for name, text in theme().files.items() if name.endswith(".html"))
    for name in set(re.findall(r"\.([a-z][\w-]*)", css)):
        assert re.search(rf"""["' ]{name}["' {{]""", templates + PYTHON), name


def test_the_readme_names_every_part() -> None:
    readme = (THEME_FOLDER / "README.md").read_text(encoding="utf-8")
    assert {"message.html", "style.css", "kept.css", "phrases/en.yml", "phrases/nl.yml"} <= set(
        re.findall(r"`([\w./]+)`", readme)
    )
