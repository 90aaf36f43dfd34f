"""Why each rule about a text's markup is there, with an example of bad and of good."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "unsafe-html": Reason(
        "A newsletter is read inside the company's walls, with the company's trust. Nothing in it may run, and nothing "
        "may tell a stranger who reads it; mail programs would throw it away as well.",
        '<iframe src="https://video.example.com/embed/7"></iframe>',
        "[Watch the video](https://video.example.com/watch/7)",
    ),
    "unsafe-address": Reason(
        "Whoever follows it would run somebody's program, or open a file of their own machine.",
        '<a href="javascript:alert(1)">Vote now</a>',
        "[Vote now](https://vote.example.com/)",
    ),
    "unknown-html": Reason(
        "Readers never get it, so that what it was meant to do does not happen; often it is a slip of the pen.",
        "<bold>Closed on Friday</bold>",
        "**Closed on Friday**",
    ),
    "unknown-scheme": Reason(
        "Only readers with one particular program could follow it; for all others it does nothing.",
        "[Join us](irc://chat.example.com/crew)",
        "[Join us](https://chat.example.com/crew)",
    ),
    "empty-address": Reason(
        "Readers click and stay where they are, or see a gap where a picture should be.",
        "More in [the rota]().",
        "More in [the rota](rota.md).",
    ),
    "empty-link": Reason(
        "There is nothing to click, and a screen reader says “link” and no more.",
        "More in [](rota.md).",
        "More in [the rota](rota.md).",
    ),
    "remote-picture": Reason(
        "The other host would learn who opened the newsletter, and when; mail programs block such a picture anyway.",
        "![The new quay](https://pictures.example.com/quay.jpg)",
        "![The new quay](quay.jpg)      (with the picture beside the text)",
    ),
    "hidden-character": Reason(
        "The link would look as if it led somewhere else than it does, which is how people are tricked.",
        "[example.com](https://example.com\\u202emoc.live/)",
        "[example.com](https://example.com/)",
    ),
    "inline-style": Reason(
        "It looks right on one screen and wrong on others: dark ones, small ones, in the email. The theme looks "
        "after all.",
        '<p style="color: red">Closed on Friday</p>',
        "**Closed on Friday**",
    ),
    "conflict-mark": Reason(
        "Two people changed one passage, and Git left both for somebody to choose from. Readers would get both, and "
        "the marks.",
        "<<<<<<< HEAD\nThe ferry leaves at nine.\n=======\nThe ferry leaves at ten.\n>>>>>>> rota",
        "The ferry leaves at ten.",
    ),
    "leftover-markup": Reason(
        "Readers see stars and brackets instead of bold words and links.",
        "Vote on [the rota] (rota.md) before **Friday.",
        "Vote on [the rota](rota.md) before **Friday**.",
    ),
    "table-cells": Reason(
        "What stands in the last cells is lost; readers do not know that it was there.",
        "| Port | Leaves |\n| --- | --- |\n| Averby | 9:00 | daily |",
        "| Port | Leaves | Days |\n| --- | --- | --- |\n| Averby | 9:00 | daily |",
    ),
    "table-broken": Reason(
        "Readers see bars and hyphens in a row instead of a table.",
        "| Port | Leaves |\n| Averby | 9:00 |",
        "| Port | Leaves |\n| --- | --- |\n| Averby | 9:00 |",
    ),
    "broken-encoding": Reason(
        "Readers see letters that nobody typed. The text was saved in one encoding and opened in another, or copied "
        "out of a PDF.",
        "The cafÃ© on deck 4 is open again.",
        "The café on deck 4 is open again.",
    ),
    "too-deep": Reason(
        "On a phone there is no width left for the words. Mostly it is a sign that was typed once and copied often.",
        "> > > > > > > > > > > > > > > > > > > > > Welcome aboard.",
        "> Welcome aboard.",
    ),
    "too-long": Reason(
        "Nobody reads it to its end, and making a page of it would take minutes. Mostly it is something that was "
        "pasted by mistake.",
        "a picture pasted into the text as a line of a million letters",
        "![The new quay](quay.jpg)",
    ),
}
"""From a rule's name to why it is there."""
