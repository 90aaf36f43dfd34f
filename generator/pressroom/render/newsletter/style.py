"""The message's style: the theme's two style sheets in the publication's colours, for light and for dark screens.

`style.css` is inlined, since many mail programs drop `<style>`. Wherever it names a colour (`var(--ink)`), the dark
screen's rule follows from it and is kept in a `<style>`: once for `prefers-color-scheme`, and once for Outlook.com,
which marks what it changed with `[data-ogsc]` and `[data-ogsb]`. So nobody can forget a colour.
`kept.css` is kept as it is: media queries, `:hover`, and what single mail programs need.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pressroom.model.base import Model
from pressroom.model.brand import Brand
from pressroom.render.newsletter.colours import Palette, dark, light
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.fonts import Stacks, stacks, with_fonts
from pressroom.render.newsletter.rules import (
    KEPT_FILE,
    STYLE_FILE,
    Declaration,
    Rule,
    colour_in,
    fill,
    read_rules,
    refuse_unknown_colours,
    without_comments,
)

LARGEST = 8_192
"""All style blocks together stay below so many characters, or Gmail drops them (hteumeuleu/email-bugs#90)."""

_BORDER = re.compile(r"border(-(top|right|bottom|left))?")


class Style(Model):
    """What goes into the message's `<style>` elements."""

    inlined: str
    """Plain rules in the light colours; premailer writes them into the elements."""

    kept: tuple[str, ...]
    """Style sheets that stay, each in a `<style data-premailer="ignore">` of its own."""

    colours: Palette
    """The light colours, for what is written by hand in conditional comments."""

    fonts: Stacks
    """The fonts, for the same."""


def style(files: Mapping[str, str], brand: Brand) -> Style:
    """Return the style of a theme in a publication's colours.

    Raises:
        ThemeFaulty: a style sheet is missing, cannot be used as it is, or is too long.

    """
    day, night, fonts = light(brand), dark(brand), stacks(brand)
    rules = read_rules(with_fonts(_file(files, STYLE_FILE), fonts), day)
    plain = _kept(with_fonts(_file(files, KEPT_FILE), fonts), day)
    kept = (plain, _dark_sheet(rules, night), _outlook_sheet(rules, night))
    characters = sum(map(len, kept))
    if characters >= LARGEST:
        what = f"All that stays in <style> has {characters:,} characters; Gmail drops it from {LARGEST:,} on."
        hint = "Shorten kept.css, or name colours less often in style.css: each becomes a rule for dark screens."
        raise ThemeFaulty(KEPT_FILE, 1, what, hint)
    inlined = "\n".join(f"{', '.join(rule.selectors)} {{ {rule.block(day)} }}" for rule in rules)
    return Style(inlined=inlined, kept=kept, colours=day, fonts=fonts)


def _file(files: Mapping[str, str], name: str) -> str:
    if name not in files:
        raise ThemeFaulty(name, 1, "This style sheet is missing.", "Copy it from Pressroom's own theme.")
    return files[name]


def _kept(css: str, palette: Palette) -> str:
    refuse_unknown_colours(css, palette, KEPT_FILE)
    lines = (line.strip() for line in without_comments(css).splitlines())
    return fill("\n".join(filter(None, lines)), palette)


def _dark_sheet(rules: tuple[Rule, ...], palette: Palette) -> str:
    written = _written((rule.selectors, tuple(_coloured(rule, palette))) for rule in rules)
    return f"@media (prefers-color-scheme: dark) {{\n{written}\n}}"


def _outlook_sheet(rules: tuple[Rule, ...], palette: Palette) -> str:
    """Write the colours of text, and those of surfaces and lines, under the marks that Outlook.com gives them."""
    return _written(
        (
            tuple(f"[{mark}] {selector}" for selector in rule.selectors),
            tuple(pair for pair in _coloured(rule, palette) if (pair[0] == "color") is text),
        )
        for rule in rules
        for mark, text in (("data-ogsc", True), ("data-ogsb", False))
    )


def _coloured(rule: Rule, palette: Palette) -> Iterator[Declaration]:
    """Give the properties of a rule that have a colour of the palette, such as `border-top-color`."""
    for name, value in rule.declarations:
        colour = colour_in(value)
        if colour:
            yield (f"{name}-color" if _BORDER.fullmatch(name) else name), palette[colour]


def _written(rules: Iterable[tuple[tuple[str, ...], tuple[Declaration, ...]]]) -> str:
    """Write rules that win over what is inlined; neighbours that say the same become one."""
    lines: list[tuple[tuple[str, ...], str]] = []
    for selectors, declarations in rules:
        block = ";".join(f"{name}:{value}!important" for name, value in declarations)
        if block and lines and lines[-1][1] == block:
            lines[-1] = ((*lines[-1][0], *selectors), block)
        elif block:
            lines.append((selectors, block))
    return "\n".join(f"{','.join(selectors)}{{{block}}}" for selectors, block in lines)
