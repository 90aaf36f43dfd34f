"""Names of files and folders that become addresses, and the languages in them."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from pressroom.load.faults import Notes, fault, misnamed
from pressroom.load.languages import LANGUAGE, Languages
from pressroom.model.finding import Renaming
from pressroom.model.near import listed, nearest

_FIT = re.compile(r"(?=.*[a-z0-9])[a-z0-9-]+")
_ENDING = re.compile(r"\.(?:md|markdown|mdown|txt)(?:\.txt)?$", re.IGNORECASE)
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
_NAMELESS = "untitled"
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i"})


@dataclass(frozen=True)
class TextName:
    """What a text file's name says: `open-enrolment.nl.md`."""

    slug: str
    language: str


def fit_name(name: str, path: str, notes: Notes, suffix: str = "") -> str:
    """Return a name as it stands in an address; one that cannot is noted, and replaced by what is nearest to it.

    One that has to be changed for another reason already is not noted again.
    """
    if notes.has(path):
        return proposed(name)
    if name in _RESERVED:
        message = f"Windows keeps the name {name} for itself; nobody there could open this."
        notes.error("reserved-name", path, 1, message, f"Rename it, for instance to {proposed(name)}{suffix}.")
    elif not _FIT.fullmatch(name):
        message = (
            f"{name}{suffix} becomes part of an address; those have lower-case letters a to z, digits and hyphens."
        )
        proposal = proposed(name)
        wrong = fault("bad-name", 1, message, f"Rename it to {proposal}{suffix}.")
        notes.add(path, misnamed(wrong, renamed(name, suffix)))
        return proposal
    return name


def is_fit(name: str) -> bool:
    """Tell whether a name can stand in an address."""
    return bool(_FIT.fullmatch(name)) and name not in _RESERVED


def proposed(name: str) -> str:
    """Return the name that is nearest to one that cannot stand in an address."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    near = "-".join(re.findall(r"[a-z0-9]+", plain)) or _NAMELESS
    return f"{near}-1" if near in _RESERVED else near


def renamed(name: str, suffix: str) -> Renaming | None:
    """Return how a file or folder is to be called; None where a letter would be lost, or another name is taken."""
    proposal = proposed(name)
    sure = proposal not in (_NAMELESS, f"{name.casefold()}-1") and _letters(name) <= _letters(proposal)
    return Renaming(name=f"{proposal}{suffix}") if sure else None


def _letters(name: str) -> int:
    """Return how many letters and digits a name has, without the accents above them."""
    return sum(map(str.isalnum, unicodedata.normalize("NFC", name)))


def stem_of(path: str) -> str:
    """Return a text file's name without the ending that it has, or that a program gave it in place of .md."""
    return _ENDING.sub("", PurePosixPath(path).name)


def text_name(path: str, languages: Languages, notes: Notes) -> TextName | None:
    """Return what a text file's name says; None where its language is not one of the publication's."""
    stem = stem_of(path)
    slug, dot, suffix = stem.rpartition(".")
    if not dot:
        fit = fit_name(stem, path, notes, ".md")
        _note_likeness(stem, path, languages, notes)
        return TextName(fit, languages.default)
    if suffix in languages.others or (not languages.known and LANGUAGE.fullmatch(suffix)):
        return TextName(fit_name(slug, path, notes, f".{suffix}.md"), suffix)
    if suffix == languages.default:
        message = f"{suffix} is the default language, which has no suffix."
        notes.error("default-language", path, 1, message, f"Rename it to {slug}.md.")
        return None
    if LANGUAGE.fullmatch(suffix.lower()):
        _unknown(suffix, slug, path, languages, notes)
        return None
    if languages.others and suffix.isalpha() and not notes.has(path):
        return TextName(_spelt_out(slug, suffix, path, languages, notes), languages.default)
    return TextName(fit_name(stem, path, notes, ".md"), languages.default)


def _spelt_out(slug: str, suffix: str, path: str, languages: Languages, notes: Notes) -> str:
    """Note a word where a language's code stands, such as `fog.dutch.md`, and return the name that it has instead."""
    message = f"Between two points stands a language's code, and {suffix} is none that the publication has."
    codes = listed((f"{proposed(slug)}.{one}.md" for one in languages.others), "or")
    own = proposed(f"{slug}.{suffix}")
    notes.error("bad-name", path, 1, message, f"Rename it to {codes} if it is a translation, else to {own}.md.")
    return own


def _note_likeness(stem: str, path: str, languages: Languages, notes: Notes) -> None:
    """Warn of a translation whose language stands behind a hyphen: `fog-nl.md`."""
    language = next((one for one in languages.others if stem.endswith(f"-{one}")), None)
    if language and not notes.has(path):
        message = f"{stem}.md looks like a translation, and is read as a text of its own."
        hint = f"If it is one, rename it to {stem.removesuffix(f'-{language}')}.{language}.md."
        notes.warning("translation-name", path, 1, message, hint)


def _unknown(suffix: str, slug: str, path: str, languages: Languages, notes: Notes) -> None:
    known = (languages.default, *languages.others)
    message = f"The name ends in the language {suffix}, and the publication comes in {listed(known)}."
    near = nearest(suffix, languages.others)
    hint = f"Did you mean {slug}.{near}.md? " if near else ""
    notes.error(
        "unknown-language",
        path,
        1,
        message,
        f"{hint}A new language is added to `languages` in content/publication.yml.",
    )
