"""A colleague is called nearly as they are called in `people`.

Why: nothing in a newsletter hurts its subject as much as their own name misspelt. Only full names are compared, and
only where one letter is another, missing, doubled or has changed places; endings that a language gives to names are
left alone.

Bad:
    Ada Lovelase has been with us for twenty years.      (people: {ada: {name: Ada Lovelace}})

Good:
    Ada Lovelace has been with us for twenty years.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from pressroom.check.phrases import Hit
from pressroom.check.reading import Passage, Reading
from pressroom.check.sayings import elsewhere
from pressroom.check.sentences import words_of
from pressroom.model.finding import Finding, Severity

NAME = "misspelt-name"
SEVERITY = Severity.WARNING

_SHORTEST = 4
"""Letters of a name that can be told to be another one misspelt: of shorter ones, too many differ by a letter."""

_INFLECTING = frozenset(
    {"be", "bg", "bs", "cs", "el", "et", "eu", "fi", "ga", "hr", "hu", "is"}
    | {"la", "lt", "lv", "mk", "pl", "ro", "ru", "sk", "sl", "sr", "tr", "uk"}
)
"""Languages that change the ends of names."""

_ENDING = 3
"""Letters at the end of a name that such a language may change: Virtanen, Virtasen."""

_Known = Mapping[str, tuple[tuple[str, str], ...]]
"""From a name, first or last, to the pairs that it is in."""


def find(reading: Reading) -> Iterator[Finding]:
    """Look for each two words of which one is a colleague's name, and the other is nearly theirs."""
    people = reading.house.people
    found = list(_misspelt(reading, _pairs(people)))
    for name in dict.fromkeys(hit.phrase for hit in found):
        first, *others = (hit for hit in found if hit.phrase == name)
        message = f"“{first.written}” is nearly {name}, who is in `people`.{elsewhere(others)}"
        hint = f"Write {name}. If somebody else is meant, put that name under `own_words` in `style`."
        yield reading.warning(NAME, first.line, message, hint)


def _misspelt(reading: Reading, known: _Known) -> Iterator[Hit]:
    left_alone = {word.casefold() for phrase in reading.style.own_words for word in (phrase, *phrase.split())}
    if known.keys().isdisjoint(map(_bare, reading.capitals)):
        return
    for passage in (*reading.fields, *reading.body):
        for written, names in _near(passage, known, inflecting=reading.language in _INFLECTING):
            if not left_alone.intersection((" ".join(written).casefold(), *(word.casefold() for word in written))):
                yield Hit(passage.line, " ".join(written), " ".join(names))


def _near(passage: Passage, known: _Known, *, inflecting: bool) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Give each two words of which exactly one is a name, with the name that was meant."""
    for first, last in pairwise(map(_bare, passage.words)):
        pairs = (*known.get(first, ()), *known.get(last, ()))
        if not pairs or (first, last) in pairs:
            continue
        for pair in pairs:
            word, name = (last, pair[1]) if first == pair[0] else (first, pair[0])
            if (first == pair[0] or last == pair[1]) and _is_misspelt(word, name, inflecting=inflecting):
                yield (first, last), pair
                break


def _is_misspelt(word: str, name: str, *, inflecting: bool) -> bool:
    if min(len(word), len(name)) < _SHORTEST or not word[0].isupper() or word.startswith(name):
        return False
    kept = name[:-_ENDING] if inflecting else name
    return not (inflecting and word.startswith(kept)) and _one_slip(word, name)


def _one_slip(word: str, name: str) -> bool:
    """Tell whether two words differ by one letter: another, missing, too many, or two in the wrong order."""
    while word and name and word[0] == name[0]:
        word, name = word[1:], name[1:]
    while word and name and word[-1] == name[-1]:
        word, name = word[:-1], name[:-1]
    return len(word) <= 1 >= len(name) if word != name[::-1] or len(word) > 2 else bool(word)


def _bare(word: str) -> str:
    """Return a word without what says that something is theirs: `Ada's`."""
    return word.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=8)
def _pairs(people: tuple[str, ...]) -> _Known:
    """Return the first and the last name of all colleagues who have both, by either."""
    known: dict[str, tuple[tuple[str, str], ...]] = {}
    for words in map(words_of, people):
        for pair in pairwise(words) if len(words) > 1 else ():
            for name in set(pair):
                known[name] = (*known.get(name, ()), pair)
    return known
