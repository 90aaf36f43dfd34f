"""`style` in publication.yml becomes the house style that rules ask."""

import re
from collections.abc import Iterator, Mapping

from pressroom.load.faults import fault
from pressroom.load.fields.publication import PublicationFields
from pressroom.load.fields.reading import Read
from pressroom.load.fields.refusing import told
from pressroom.load.fields.style import OFF
from pressroom.load.newsroom import Newsroom
from pressroom.load.plain_yaml import below
from pressroom.model.roots import PUBLICATION
from pressroom.model.style import Style

_LIMITS: Mapping[str, str] = {
    "sentence_length": "long-sentence",
    "paragraph_length": "long-paragraph",
    "readability": "hard-to-read",
    "subject_length": "long-subject",
    "preheader_length": "long-preheader",
    "alt_length": "long-alt",
}
"""From a limit to the rule that it is of."""

_LISTS = ("words", "inclusive")
_SOUGHT = re.compile(r"[^\s*](?:[^*]*[^\s*])?\*?")
_LETTER = re.compile(r"[^\W_]")


def make_style(room: Newsroom, read: Read[PublicationFields]) -> Style:
    """Return the house style; a word that cannot be looked for is noted, and left out."""
    fields = read.fields.style
    if fields is None:
        return Style()
    said = {name: value for name, value in vars(fields).items() if value is not None}
    for name in _LISTS:
        said[name] = dict(_sought(room, read, name, said.get(name, {})))
    unlimited = [name for name in _LIMITS if said.get(name) == OFF]
    off = {*said.pop("off", ()), *(_LIMITS[name] for name in unlimited)}
    return Style(off=tuple(sorted(off)), **{name: value for name, value in said.items() if name not in unlimited})


def _sought(
    room: Newsroom, read: Read[PublicationFields], name: str, words: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for word, instead in words.items():
        if _SOUGHT.fullmatch(word) and _LETTER.search(word):
            yield word, instead
            continue
        message = f"{told(word)} in `style.{name}` cannot be looked for: that takes letters, and a * only at the end."
        line = read.lines[below(f"style.{name}", word)]
        room.content.notes.add(PUBLICATION, fault("style-word", line, message, "Write it like this: utilis*: use"))
