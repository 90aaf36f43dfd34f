"""The messages that are tried: those of the sample, and some that make it hard for whoever carries or reads them."""

from functools import cache
from pathlib import Path

from tests.render.newsletter.rich_issue import NOW, issue, message, publication, theme

from pressroom.load import load
from pressroom.model.edition import Edition
from pressroom.model.message import Message
from pressroom.model.publication import Mail
from pressroom.model.release import release
from pressroom.render import newsletter
from pressroom.render.newsletter.envelope import Letter, seal
from pressroom.render.newsletter.sender import sender
from pressroom.store import Store

_REPOSITORY = Path(__file__).resolve().parents[2]
_ARABIC = "السفينة في البيت: ماذا يحدث الآن وما الذي يعنيه ذلك لكم جميعا في الأسابيع القادمة"

SUBJECTS = {
    "Arabic": _ARABIC,
    "emoji": "🎉 The crew 👩🏽‍🚀 is back 🚢 and the flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿 is up",
    "encoded twice": "=?utf-8?B?QQ==?= is no word of ours",
    "a word of 998": "x" * 998,
    "ends at 998": "A line that " + "is long " * 123,
    "two thousand": "ä" * 2_000,
    "spaces": "  two  at  a  time  ",
    "a field": "Bcc: everyone@example.com",
}

TEXTS = {
    "a dot": ".\n..\n.a\n\n.\n",
    "a line of 2,000": "x" * 2_000 + "\n" + "ü" * 2_000 + "\n",
    "From": "From here on\n>From there\n\nFrom  \n",
    "8-bit": "".join(map(chr, range(0xA0, 0x250))) + "\u2028\u2029\u200b\ufeff😀\n",
    "spaces at the end": "a \nb\t\n \n\t\n=\n=20\n",
    "a boundary": "--\n--=_\n-- \nContent-Type: text/html\n",
    "one word": "x",
    "nothing": "",
}

SENDERS = {
    "a comma": Mail(sender='"Roasters, \\"The\\" Inc." <news@example.com>'),
    "Arabic": Mail(sender=f"{_ARABIC} <news@example.com>"),
    "IDN": Mail(sender="Bänk <news@bücher.example>", unsubscribe="mailto:stop@bücher.example?subject=Stop"),
    "a long way": Mail(unsubscribe="https://news.example.com/" + "x" * 870),
    "UTF-8": Mail(sender="Büro <büro@bücher.example>", reply_to="संपर्क@डाटामेल.भारत"),
}

SENT_BY = {
    "sender: a comma": '"Roasters, \\"The\\" Inc." <news@example.com>',
    "sender: Arabic": f"{_ARABIC} <news@example.com>",
    "sender: IDN": "Bänk <news@xn--bcher-kva.example>",
    "sender: a long way": "The Bench <newsletter@news.example.com>",
    "sender: UTF-8": "Büro <büro@xn--bcher-kva.example>",
}
"""What `From` says, where that is not the usual."""

LISTS = {
    "none": (),
    "sixty": tuple(f"list-{number}@ships.example.com" for number in range(60)),
    "UTF-8": ("büro@example.com", "दल@डाटामेल.भारत", "office@example.com"),
}


@cache
def sample() -> tuple[Message, ...]:
    """Return every message of the sample."""
    current = release(load(_REPOSITORY, Store(None)).publication, NOW, drafts=True)
    return newsletter.render(current, theme())


NAMES = (
    *(f"subject: {name}" for name in SUBJECTS),
    *(f"text: {name}" for name in TEXTS),
    *(f"sender: {name}" for name in SENDERS),
    *(f"to: {name}" for name in LISTS),
)
"""What is hard about each of those that are."""


@cache
def hostile(name: str) -> Message:
    """Return a message that is hard to carry or to read."""
    kind, _, which = name.partition(": ")
    if kind == "subject":
        return message(issue(subject=SUBJECTS[which]))
    if kind == "text":
        return _saying(TEXTS[which])
    return message(mail=SENDERS[which]) if kind == "sender" else message(edition={"to": LISTS[which]})


def _saying(text: str) -> Message:
    """Return a message of this text and no other, in both parts."""
    edition = Edition(issue=issue())
    eml = seal(Letter(edition=edition, subject="Words", html=text, text=text), sender(publication()))
    return Message(edition=edition, html=text, text=text, eml=eml)
