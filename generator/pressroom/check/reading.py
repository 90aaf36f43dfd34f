"""A reading: one text as the rules for good writing have it, sentence by sentence, with the house's wishes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from pressroom import prose
from pressroom.check.sentences import Sentence, capitals_of, has_spaces, primary, sentences_of, words_of
from pressroom.model.base import Model
from pressroom.model.finding import Finding, warning
from pressroom.model.publication import Publication
from pressroom.model.references import Text
from pressroom.model.style import Style
from pressroom.prose import Anchor

_SHOWN = 60
"""Characters of a sentence that are quoted, so that it is found again."""

_FIELDS = ("title", "subject", "preheader", "summary", "question", "image_alt")
"""What is written in front matter and read by readers."""


class House(Model):
    """All of a publication that the rules for good writing ask for, beside the text itself."""

    style: Style
    language: str
    """The default one."""

    spoken: str
    """The show's."""

    people: tuple[str, ...]
    """The names of all colleagues that it knows."""

    @classmethod
    def of(cls, publication: Publication) -> "House":
        """Return what holds for all texts of a publication."""
        spoken = publication.show.language if publication.show else publication.language
        people = tuple(person.name for person in publication.people.values())
        return cls(style=publication.style, language=publication.language, spoken=spoken, people=people)


class Part(Enum):
    """What a passage is part of."""

    FIELD = auto()
    """Of the front matter."""

    HEADING = auto()
    TEXT = auto()
    CELL = auto()
    QUOTE = auto()
    """What somebody else has said, and nobody changes."""


_PARTS = {
    prose.Kind.TEXT: Part.TEXT,
    prose.Kind.HEADING: Part.HEADING,
    prose.Kind.CELL: Part.CELL,
    prose.Kind.QUOTE: Part.QUOTE,
}


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, an item, a cell or a field, and where it stands."""

    line: int
    part: Part
    text: str
    links: tuple[Anchor, ...]
    language: str

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return sentences_of(self.text, self.language)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return sum(sentence.length for sentence in self.sentences)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, in order; nearly every text is judged without them, which is much faster."""
        return words_of(self.text)


@dataclass(frozen=True)
class Reading:
    """One text, as it is read."""

    text: Text
    house: House
    language: str
    """Without region or script: `nl`."""

    fields: tuple[Passage, ...]
    """Those that were written in this file."""

    body: tuple[Passage, ...]

    @classmethod
    def of(cls, text: Text, house: House) -> "Reading":
        """Read a text."""
        language = primary(getattr(text, "language", house.spoken))
        body = tuple(_passage(one, language) for one in prose.passages_of(text.prose))
        return cls(text, house, language, tuple(_fields(text, language)), body)

    @property
    def style(self) -> Style:
        """The house style."""
        return self.house.style

    @cached_property
    def own(self) -> tuple[Passage, ...]:
        """All that the writer says in words of their own, fields first."""
        return (*self.fields, *(one for one in self.body if one.part is not Part.QUOTE))

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """Running text, in a language whose words can be counted."""
        return tuple(one for one in self.body if one.part is Part.TEXT) if has_spaces(self.language) else ()

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Every word with a capital that stands somewhere in it: to look through these is much faster."""
        return capitals_of(" ".join([one.text for one in (*self.fields, *self.body)]))

    def warning(self, rule: str, line: int, message: str, hint: str) -> Finding:
        """Make a finding in this text."""
        return warning(rule, self.text.source.path, line, message, hint)


def begin_of(text: str, most: int = _SHOWN) -> str:
    """Return the beginning of a sentence in quotation marks, cut between two words."""
    text = text.replace(prose.CODE, "…")
    if len(text) <= most:
        return f"“{text}”"
    return f"“{text[:most].rpartition(' ')[0].rstrip(' ,;:–—-') or text[:most]}…”"


def _passage(one: prose.Passage, language: str) -> Passage:
    return Passage(one.line, _PARTS[one.kind], one.text, one.links, language)


def _fields(text: Text, language: str) -> Iterator[Passage]:
    for name in _FIELDS:
        if name in text.source.lines and (value := getattr(text, name, "")):
            yield Passage(text.source.lines[name], Part.FIELD, value, (), language)
