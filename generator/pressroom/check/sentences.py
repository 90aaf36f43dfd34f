"""Sentences and words: where a passage's sentences end, as its language has it, without dictionaries."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pressroom.prose import CODE

_END = re.compile(r"[.!?…。।؟][\"'”“’‘»›)\]]*\s")
_OPENING = "\"'“”‘’«»„‚([¿¡—–- "
"""What may stand before the first word of a sentence."""

_AROUND = "\"'“”‘’«»‹›„‚()[]{}<>.,:;!?¿¡…。।؟*_=+~#|/\\-–—•·°§&%€$£→←" + CODE
"""What stands around words, and is none by itself."""

_EVERYWHERE = "dr prof ca vs tel ing"
_ABBREVIATIONS: dict[str, frozenset[str]] = {
    language: frozenset(f"{_EVERYWHERE} {words}".split())
    for language, words in {
        "da": "bl.a dvs f.eks hr",
        "de": "bzw d.h dipl evtl fr ggf hr inkl mind o.ä s.o u.a vgl z.b z.t zzgl",
        "en": "approx dept e.g gen i.e mr mrs ms rev st",
        "es": "aprox avda dña ej p.ej sr sra sres",
        "fi": "eli esim huom mm n ns ts",
        "fr": "av boul cf env ex m mme mmes p.ex",
        "it": "avv dott dott.ssa es p.es sig sig.ra sigg",
        "nb": "bl.a dvs f.eks",
        "nl": "a.u.b afd bijv bv d.w.z dhr drs excl incl i.p.v i.v.m m.b.t mevr mr mw n.a.v o.a t.a.v",
        "pt": "aprox av dra ex p.ex sra",
        "sv": "bl.a dvs d.v.s exkl fr.o.m inkl resp t.ex t.o.m",
    }.items()
}
"""What is shortened in front of other words; what may as well end a sentence, such as etc., is none of these."""

_BEFORE_NUMBERS = frozenset(
    {"abs", "art", "blz", "fig", "kl", "klo", "no", "nos", "nr", "num", "núm", "p"}
    | {"pag", "pág", "par", "pp", "s", "str", "t", "vol"}
)
"""What is shortened in front of a number, and a word of its own, or an end, elsewhere."""

_ORDINALS = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "is", "nb", "nn", "no", "pl", "sk", "sl"})
"""Languages in which a number with a full stop is the third, and not the end of a sentence."""

_LONGEST_ORDINAL = 2
"""Digits; a longer number is a year, or a sum."""

_FAR = 4
"""Characters behind a mark in which the next sentence has begun."""

_UNSPACED = frozenset({"bo", "ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages whose words stand without spaces between them."""


class Sentence(NamedTuple):
    """A sentence, and how many words it has."""

    text: str
    length: int


def primary(language: str) -> str:
    """Return a language without its region or script: `nl` of `nl-be`."""
    return language.partition("-")[0]


def has_spaces(language: str) -> bool:
    """Tell whether words can be told apart in a language without a dictionary."""
    return primary(language) not in _UNSPACED


def bare(word: str) -> str:
    """Return a word without what stands around it."""
    return word if word.isalnum() else word.strip(_AROUND)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text; numbers, addresses and what is held together by a hyphen are one each."""
    return tuple(filter(None, map(bare, _spaced(text).split())))


def capitals_of(text: str) -> frozenset[str]:
    """Return each word of a text that has a capital or none of whose letters can have one."""
    return frozenset([bare(word) for word in _spaced(text).split() if not word.islower()]) - {""}


def sentences_of(text: str, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of a passage, in order; its words have one space between them."""
    splitter, dashed, start = _splitter(primary(language)), " – " in text, 0
    found = list[str]()
    for match in _END.finditer(text):
        mark, behind = match.start(), match.end()
        first = text[behind : behind + _FAR].lstrip(_OPENING)[:1]
        if not (first.islower() or (text[mark] == "." and splitter.is_inside(text[start:mark], first))):
            found.append(text[start : behind - 1])
            start = behind
    found.append(text[start:])
    return tuple(Sentence(one, one.count(" ") + 1 - (one.count(" – ") if dashed else 0)) for one in found if one)


@dataclass(frozen=True)
class _Splitter:
    """Knows where a full stop is no end in one language."""

    abbreviations: Set[str]
    has_ordinals: bool

    def is_inside(self, before: str, first: str) -> bool:
        """Tell whether a full stop belongs to the word before it: an abbreviation, an initial, a day of the month."""
        word = before[before.rfind(" ") + 1 :].lstrip(_OPENING)
        if word.isdecimal():
            return self.has_ordinals and len(word) <= _LONGEST_ORDINAL
        if first.isdecimal() and word.lower() in _BEFORE_NUMBERS:
            return True
        return (len(word) == 1 and word.isupper()) or word.lower() in self.abbreviations


@cache
def _splitter(language: str) -> _Splitter:
    return _Splitter(_ABBREVIATIONS.get(language, _ABBREVIATIONS["en"]), language in _ORDINALS)


def _spaced(text: str) -> str:
    """Return a text with space around its long dashes, which join no words."""
    return text.replace("—", " — ") if "—" in text else text
