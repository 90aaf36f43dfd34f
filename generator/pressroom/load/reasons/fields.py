"""Why there are rules about fields, and what may stand in them."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "base-url": Reason(
        "Every link in an email and in a feed begins with it; without a host they lead nowhere.",
        "base_url: news.example.com",
        "base_url: https://news.example.com/",
    ),
    "choice": Reason(
        "Another word means nothing to Pressroom, and what its author wanted would not happen.",
        "audience: desks",
        "audience: desk",
    ),
    "colour": Reason(
        "Mail programs understand no other way of writing a colour so widely, and contrast can be computed from it.",
        "primary: navy",
        'primary: "#0f3d56"',
    ),
    "date": Reason(
        "It decides which issue is the newest, and stands on its page. 3/4 is in March for some, and in April for "
        "others.",
        "date: 19/11/2026",
        "date: 2026-11-19",
    ),
    "email-address": Reason(
        "Mail to it comes back, or goes to nobody; an answer of a reader would be lost.",
        "email: ada@",
        "email: ada@example.com",
    ),
    "empty-field": Reason(
        "Something has to stand there: a title in the list of contents, a summary in the email.",
        "summary:",
        "summary: The fog came on Tuesday, and stayed for the week.",
    ),
    "event-end": Reason(
        "Calendars take an event either for whole days or for hours; of a mixture each makes something else.",
        "start: 2026-11-24T19:00\nend: 2026-11-25",
        "start: 2026-11-24T19:00\nend: 2026-11-25T01:00",
    ),
    "line-break-in-header": Reason(
        "A subject or a sender is one line of a mail. What stands behind a line break would be taken for another "
        "header, which is how mail is sent to strangers.",
        "title: |\n  Fog\n  and rain",
        "title: Fog and rain",
    ),
    "listed-twice": Reason(
        "Readers would see a name or a story twice.",
        "authors: [ada, bram, ada]",
        "authors: [ada, bram]",
    ),
    "missing-field": Reason(
        "Something has to stand there: a title in the list of contents, a summary in the email.",
        "---\ntitle: Fog on the quay\n---",
        "---\ntitle: Fog on the quay\nsummary: It came on Tuesday, and stayed.\n---",
    ),
    "said-twice": Reason(
        "A translation takes it from the file in the default language. Said twice, the two will differ one day.",
        "fog.nl.md:\n  section: ships      (as in fog.md)",
        "fog.nl.md:\n  title: Mist",
    ),
    "style-word": Reason(
        "What is no word is found nowhere, and a star in its middle is no ending: nobody would be told.",
        "style:\n  words:\n    ut*lise: use",
        "style:\n  words:\n    utilis*: use",
    ),
    "timezone": Reason(
        "Dates without an offset are in it: an issue that is due at nine goes out at nine there.",
        "timezone: Amsterdam",
        "timezone: Europe/Amsterdam",
    ),
    "unknown-key": Reason(
        "Nothing would be done with it. Mostly it is a slip, and the field that was meant is missing.",
        "sumary: It came on Tuesday.",
        "summary: It came on Tuesday.",
    ),
    "url": Reason(
        "A link without its beginning leads to a page of our own that is not there; some others would run something.",
        "feedback:\n  url: www.example.com/talk",
        "feedback:\n  url: https://www.example.com/talk",
    ),
    "whole-number": Reason(
        "Readers and apps sort by it. 010 is 8 for some programs, and 1.5 is no issue.",
        "number: 010",
        "number: 10",
    ),
    "wrong-shape": Reason(
        "A list where one value is meant, or the other way round, cannot be read: ada, bram would be one person.",
        "authors: ada, bram",
        "authors: [ada, bram]",
    ),
    "yes-or-no": Reason(
        "A draft that is not told for one goes out.",
        "draft: maybe",
        "draft: true",
    ),
}
