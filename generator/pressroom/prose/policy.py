"""What HTML a text may have: the tags, their attributes, and the cleaner that keeps to them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

import nh3

from pressroom.prose import schemes


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


TAGS = _names(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div"
    " dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section"
    " small span strong sub summary sup table tbody td tfoot th thead time tr u ul var"
)
"""Tags that stay."""

DROPPED = _names("acronym big center font footer header hgroup main nav strike tt")
"""Tags of which the words inside stay, but not the tag."""

KNOWN = TAGS | DROPPED | {"wbr"}
"""Tags that may reach the parser; what is no tag for it cannot harm."""

UNSAFE: Mapping[str, str] = {
    "applet": "Link to where it can be seen instead.",
    "audio": "Publish it as an episode of the show, or link to it.",
    "base": "Leave it out; links are relative to this file already.",
    "body": "Leave it out; the page is made around the text.",
    "button": "Write a link instead: [what it does](https://…).",
    "embed": "Link to where it can be seen instead: [what it is](https://…).",
    "form": "Link to the form instead: [what it asks](https://…).",
    "frame": "Link to the page instead: [what it is](https://…).",
    "frameset": "Link to the page instead: [what it is](https://…).",
    "head": "Leave it out; the page is made around the text.",
    "html": "Leave it out; the page is made around the text.",
    "iframe": "Link to the page instead: [what it is](https://…).",
    "input": "Link to a form instead; for a list to tick off, write - [ ] before each item.",
    "link": "Leave it out; the theme decides how things look.",
    "math": "Write it in words, or show it as a picture.",
    "meta": "Leave it out; what describes the page stands in the front matter.",
    "object": "Link to where it can be seen instead: [what it is](https://…).",
    "picture": "Write ![what it shows](file.jpg); the sizes are made from that.",
    "script": "Leave it out; nothing in a text is ever run.",
    "select": "Link to a form instead.",
    "source": "Write ![what it shows](file.jpg); the sizes are made from that.",
    "style": "Leave it out; the theme decides how things look.",
    "svg": "Save it as a PNG beside this file and write ![what it shows](file.png).",
    "template": "Leave it out; nothing in a text is ever run.",
    "textarea": "Link to a form instead.",
    "video": "Link to where it can be seen instead: [what it is](https://…).",
}
"""Tags that are errors, and what to do instead."""

EVERYWHERE = frozenset({"class", "dir", "id", "lang", "title"})
"""Attributes that every tag may have."""

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"aria-label", "href", "role"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "div": frozenset({"role"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"reversed", "start", "type"}),
    "td": frozenset({"align", "colspan", "headers", "rowspan"}),
    "th": frozenset({"align", "colspan", "headers", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
"""Attributes that a tag may have beside those."""

VALUES: Mapping[str, re.Pattern[str]] = {
    "align": re.compile(r"left|center|right"),
    "class": re.compile(r".+", re.DOTALL),
    "colspan": re.compile(r"[1-9]\d?"),
    "datetime": re.compile(r"[\d:TZtz .+-]{1,40}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "headers": re.compile(r"[^\x00-\x20]+( [^\x00-\x20]+)*"),
    "height": re.compile(r"[1-9]\d{0,4}"),
    "id": re.compile(r"[^\s]{1,200}"),
    "lang": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "role": re.compile(r"doc-(backlink|endnotes|noteref)"),
    "rowspan": re.compile(r"[1-9]\d?"),
    "scope": re.compile(r"col|row|colgroup|rowgroup"),
    "span": re.compile(r"[1-9]\d?"),
    "start": re.compile(r"\d{1,9}"),
    "type": re.compile(r"[1aAiI]"),
    "value": re.compile(r"\d{1,9}"),
    "width": re.compile(r"[1-9]\d{0,4}"),
}
"""What the value of an attribute may be; any, where there is none."""

ADMONITIONS = _names(
    "abstract bug danger example failure info note question quote success tip warning attention caution error"
    " hint important summary tldr todo check done help faq missing fail snippet cite"
)
"""Kinds of notes that themes know: `!!! tip`."""

CLASSES = ADMONITIONS | {
    "admonition",
    "admonition-title",
    "footnote",
    "footnote-backref",
    "footnote-ref",
    "task-list",
    "task-list-item",
}
"""Classes that stay; others say nothing to any theme and are dropped."""

LANGUAGE = re.compile(r"language-[\w+#.-]{1,30}")
"""The class of a code block: the language after its fence."""

OUTSIDE_REL = "noopener noreferrer"
"""What a link to outside has in `rel`: the page there neither controls ours nor learns where its reader comes from."""

_CLEANER = nh3.Cleaner(
    tags=TAGS | {"input", "label"},
    clean_content_tags={"script", "style"},
    attributes={"*": EVERYWHERE, "input": frozenset({"checked", "disabled"}), **ATTRIBUTES},
    tag_attribute_values={"a": {"rel": {OUTSIDE_REL}}, "input": {"type": {"checkbox"}}},
    url_schemes=schemes.FINE | {"pic", "ref"},
    link_rel=None,
)


def clean(html: str) -> str:
    """Return HTML with only what is listed here, as a browser would repair it; a second time changes nothing."""
    return _CLEANER.clean(html)


@lru_cache(maxsize=4096)
def keeps(address: str) -> bool:
    """Tell whether the cleaner takes an address for one that can be followed."""
    return _CLEANER.clean(f'<a href="{escape(address)}"></a>') != "<a></a>"


def allowed(tag: str, name: str) -> bool:
    """Tell whether a tag may have an attribute."""
    return name in EVERYWHERE or name in ATTRIBUTES.get(tag, frozenset())


def fits(name: str, value: str) -> bool:
    """Tell whether an attribute may have a value."""
    pattern = VALUES.get(name)
    return pattern is None or pattern.fullmatch(value) is not None


def classes(value: str) -> str:
    """Return those of an element's classes that stay."""
    return " ".join(name for name in value.split() if name in CLASSES or LANGUAGE.fullmatch(name))
