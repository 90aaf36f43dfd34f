"""A word is spelt otherwise than in the dictionary.

Why: a slip of the keyboard costs nothing to mend before, and trust afterwards. Asked only where `style.spelling` says
warn, and where hunspell and a dictionary of the language are installed. Names, code, abbreviations, quotations and
words with capitals are left alone (in German, whose nouns have them, they are looked up); what is right and unknown
goes to `own_words`.

Bad:
    The enrolement starts on Monday.

Good:
    The enrolment starts on Monday.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pressroom.check.phrases import Hit
from pressroom.check.reading import House, Reading
from pressroom.check.sayings import elsewhere
from pressroom.check.sentences import has_spaces
from pressroom.model.base import Model
from pressroom.model.finding import Finding, Severity
from pressroom.model.near import listed
from pressroom.model.publication import Publication
from pressroom.model.references import Text

NAME = "spelling"
SEVERITY = Severity.WARNING

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ATTACHED = re.compile(r"\S*[\d@/\\_]\S*|\S+\.\S+")
"""Addresses, names of files, codes and sizes."""

_NOUNS = frozenset({"de", "lb"})
"""Languages that write nouns with capitals."""

_SHORTEST = 3
_PROPOSED = 3


class Spelling(Model):
    """What a dictionary says of the words that were asked."""

    dictionary: str
    """Its name: `en_GB`."""

    unknown: Mapping[str, tuple[str, ...]]
    """From a word that it does not have to those that it has instead, the likeliest first."""


def words_to_ask(publication: Publication, texts: Iterable[Text]) -> dict[str, frozenset[str]]:
    """Return the words to be looked up, by language; none where the house does not want it."""
    asked: dict[str, set[str]] = {}
    for reading in _readings(publication, texts):
        asked.setdefault(reading.language, set()).update(hit.written for hit in _hits(reading, _known(publication)))
    return {language: frozenset(words) for language, words in asked.items() if words}


def find(publication: Publication, texts: Iterable[Text], answers: Mapping[str, Spelling]) -> Iterator[Finding]:
    """Tell of each text's words that no dictionary has, all at once; `answers` are by language."""
    for reading in _readings(publication, texts):
        spelling = answers.get(reading.language)
        hits = _hits(reading, _known(publication)) if spelling else ()
        unknown = [hit for hit in hits if spelling and hit.written in spelling.unknown]
        if spelling and unknown:
            first, *others = unknown
            message = f"“{first.written}” is not in the dictionary ({spelling.dictionary}).{elsewhere(others)}"
            yield reading.warning(NAME, first.line, message, _hint(spelling.unknown[first.written]))


def _hint(instead: tuple[str, ...]) -> str:
    meant = f"Did you mean {listed(instead[:_PROPOSED], 'or')}? " if instead else ""
    return f"{meant}If it is right, put it under `own_words` in `style`."


def _readings(publication: Publication, texts: Iterable[Text]) -> Iterator[Reading]:
    style = publication.style
    if style.spelling == "off" or not style.asks(NAME):
        return
    house = House.of(publication)
    for text in texts:
        reading = Reading.of(text, house)
        if has_spaces(reading.language) and not text.source.broken:
            yield reading


def _hits(reading: Reading, known: frozenset[str]) -> Iterator[Hit]:
    """Give each word that is to be looked up, with straight apostrophes, as dictionaries have them."""
    nouns = reading.language in _NOUNS
    for passage in reading.own:
        for found in _WORD.findall(_ATTACHED.sub(" ", passage.text)):
            word = found.replace("’", "'")
            written = word.islower() or (nouns and word.istitle())
            if written and len(word) >= _SHORTEST and word.casefold() not in known:
                yield Hit(passage.line, word, "")


def _known(publication: Publication) -> frozenset[str]:
    """Return all that is right because the publication says so, word by word."""
    people = (person.name for person in publication.people.values())
    said = (publication.name, publication.organization, *publication.sections.values(), *publication.style.own_words)
    return frozenset(word.casefold() for words in (*said, *people) for word in _WORD.findall(words))
