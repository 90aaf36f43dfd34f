"""A link's words do not say where it leads.

Why: people who listen jump from link to link, and hear “here, here, here”. All others look at links first, and
guess. A bare address says no more, and is read out letter by letter.

Bad:
    For the new rota click [here](rota.md).

Good:
    [The new rota](rota.md) begins on Monday.
"""

from collections.abc import Iterator

from pressroom.check.phrases import Hit
from pressroom.check.reading import Passage, Reading
from pressroom.check.sayings import elsewhere
from pressroom.model.finding import Finding, Severity
from pressroom.prose import Anchor

NAME = "vague-link"
SEVERITY = Severity.WARNING

_VAGUE: dict[str, frozenset[str]] = {
    language: frozenset(words.split(", "))
    for language, words in {
        "da": "her, klik her, læs mere, mere, link, dette link, se her",
        "de": "hier, klick hier, hier klicken, klicken sie hier, mehr, mehr erfahren, mehr lesen, weiterlesen, link,"
        " dieser link, diese seite, weitere informationen, mehr informationen, mehr infos",
        "en": "here, click here, click, this, link, this link, this page, page, more, read more, learn more, see more,"
        " more info, more information, find out more, see here, go, continue, continue reading, details",
        "es": "aquí, haz clic aquí, haga clic aquí, más, leer más, ver más, más información, enlace, este enlace",
        "fi": "tästä, täältä, täällä, klikkaa tästä, klikkaa, katso tästä, lue lisää, lisää, lisätietoja, linkki,"
        " tämä linkki",
        "fr": "ici, cliquez ici, cliquer ici, plus, lire la suite, lire plus, en savoir plus, lien, ce lien,"
        " cette page",
        "it": "qui, clicca qui, cliccare qui, altro, di più, leggi, leggi tutto, leggi di più, scopri di più, continua,"
        " continua a leggere, link, questo link, questa pagina, maggiori informazioni, per saperne di più",
        "nb": "her, klikk her, les mer, mer, lenke, denne lenken, se her",
        "nl": "hier, klik hier, meer, lees meer, lees verder, verder lezen, meer lezen, meer info,"
        " meer informatie, link, deze link, deze pagina, bekijk hier, kijk hier, dit",
        "pt": "aqui, clique aqui, mais, leia mais, saiba mais, ver mais, link, este link, esta página",
        "sv": "här, klicka här, läs mer, mer, länk, den här länken, se här",
    }.items()
}
_ADDRESSES = ("http://", "https://", "www.")
_ENDS = " .,:;!?…→»›>()[]“”\"'"


def find(reading: Reading) -> Iterator[Finding]:
    """Look at the words of each link; in a quotation they are the writer's too."""
    vague = _VAGUE.get(reading.language, _VAGUE["en"])
    links = [(passage, link) for passage in reading.body for link in passage.links]
    empty = [_hit(reading, *pair) for pair in links if pair[1].words.strip(_ENDS).casefold() in vague]
    bare = [_hit(reading, *pair) for pair in links if pair[1].words.lower().startswith(_ADDRESSES)]
    if empty:
        first, *others = empty
        message = f"The link “{first.written}” does not say where it leads.{elsewhere(others)}"
        hint = "Let the link stand on the words that name it, such as: [the new rota](rota.md) begins on Monday."
        yield reading.warning(NAME, first.line, message, hint)
    if bare:
        first, *others = bare
        message = f"A bare address is read out letter by letter: “{first.written}”.{elsewhere(others)}"
        yield reading.warning(NAME, first.line, message, f"Write what it is: [what is there]({first.written})")


def _hit(reading: Reading, passage: Passage, link: Anchor) -> Hit:
    """Return where a link stands: exactly where it leads inside, else where its paragraph begins."""
    number = link.href.removeprefix("ref:")
    inside = number != link.href and number.isdecimal() and int(number) < len(reading.text.prose.links)
    return Hit(reading.text.prose.links[int(number)].line if inside else passage.line, link.words, "")
