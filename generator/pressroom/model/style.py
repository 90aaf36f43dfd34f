"""House style: how a publication wants its texts to be written, and which rules of it are asked at all."""

from collections.abc import Mapping
from typing import Literal

from pressroom.model.base import Model

RULES: Mapping[str, str] = {
    "long-sentence": "a sentence can be read in one breath",
    "long-paragraph": "a paragraph fits a phone's screen",
    "hard-to-read": "a text is no harder to read than a newspaper",
    "unwanted-word": "words are those that the house uses",
    "inclusive-wording": "nobody is left out by a word",
    "shouting": "nothing is shouted",
    "hype": "nothing is praised as in an advertisement",
    "vague-link": "a link says where it leads",
    "repeated-title": "a summary says more than the title",
    "alt-wording": "a picture's words say what it shows",
    "long-alt": "a picture's words are a sentence or two",
    "long-subject": "a subject is read before a phone cuts it off",
    "long-preheader": "a preheader is read before a phone cuts it off",
    "misspelt-name": "colleagues are called as they call themselves",
    "repeated-story": "a story was not told before",
    "skipped-heading": "headings skip no level",
    "spelling": "words are spelt as the dictionary has them",
}
"""The rules that a house may do without, by name, each with what it asks for."""


class Style(Model):
    """What a publication asks of its texts; a limit that is None is the rule's own, which may differ by language."""

    off: tuple[str, ...] = ()
    """Names of RULES that are not asked, sorted."""

    sentence_length: int | None = None
    """Words."""

    paragraph_length: int | None = None
    """Words."""

    readability: int | None = None
    """LIX in the default language; other languages are as far from it as their newspapers are."""

    subject_length: int | None = None
    """Characters, as all lengths below."""

    preheader_length: int | None = None
    alt_length: int | None = None
    words: Mapping[str, str] = {}
    """From a word that the house avoids, a trailing `*` standing for any ending, to what it says instead."""

    inclusive: Mapping[str, str] = {}
    """The same for words that leave somebody out."""

    own_words: tuple[str, ...] = ()
    """Words that no dictionary has."""

    quotes: Literal["typographic", "straight", "off"] = "off"
    spelling: Literal["warn", "off"] = "off"

    def asks(self, rule: str) -> bool:
        """Tell whether the house wants to hear of a rule."""
        return rule not in self.off
