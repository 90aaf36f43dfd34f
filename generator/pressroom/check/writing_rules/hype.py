"""A word praises as an advertisement does.

Why: colleagues know the company from inside. What is called world-class is believed less, and the fact behind it,
which would be believed, is not told.

Bad:
    We are thrilled to announce our revolutionary new rota.

Good:
    The new rota gives everybody two free weekends a month.
"""

from collections.abc import Iterator

from pressroom.check.phrases import hits
from pressroom.check.reading import Reading
from pressroom.check.sayings import elsewhere
from pressroom.model.finding import Finding, Severity

NAME = "hype"
SEVERITY = Severity.WARNING

_WORDS: dict[str, tuple[str, ...]] = {
    "de": (
        *(
            "auf das nächste Level",
            "bahnbrechend*",
            "einzigartige Chance",
            "revolutionär*",
            "Weltklasse",
            "wegweisend*",
        ),
        *("mit Stolz verkünden", "wir freuen uns riesig"),
    ),
    "en": (
        *("best-in-class", "cutting-edge", "excited to announce", "game-chang*", "game chang*", "groundbreaking"),
        *("ground-breaking", "jaw-dropping", "mind-blowing", "proud to announce", "revolutionary", "thrilled to"),
        *("to the next level", "world-class"),
    ),
    "es": (
        "a la vanguardia",
        "de clase mundial",
        "estamos encantados de anunciar",
        "revolucionari*",
        "sin precedentes",
    ),
    "fi": ("ainutlaatui*", "ennennäkemät*", "huippuluokan", "maailmanluokan", "mullistav*", "vallankumouksellis*"),
    "fr": ("à la pointe de", "de classe mondiale", "fiers d'annoncer", "révolutionnaire*", "sans précédent"),
    "it": (
        *("all'avanguardia", "di livello mondiale", "entusiasti di annunciare", "orgogliosi di annunciare"),
        *("rivoluzionari*", "senza precedenti"),
    ),
    "nl": (
        *("baanbrekend*", "enthousiast om aan te kondigen", "grensverleggend*", "naar een hoger niveau tillen"),
        *("revolutionair*", "toonaangevend*", "van wereldklasse", "verheugd om aan te kondigen"),
    ),
    "sv": ("banbrytande", "i världsklass", "revolutionerande", "ta till nästa nivå"),
}


def find(reading: Reading) -> Iterator[Finding]:
    """Look for such words in the text's language."""
    found = list(hits(reading.own, _WORDS.get(reading.language, ())))
    if found:
        first, *others = found
        message = f"“{first.written}” sounds like an advertisement.{elsewhere(others)}"
        hint = "Say instead what is new about it, and for whom: a number, a day, a name."
        yield reading.warning(NAME, first.line, message, hint)
