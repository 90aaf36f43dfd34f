"""The rules of findings that are made where no rule has a file of its own: outside, in a theme, in a broken feed."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

ONLINE: Mapping[str, tuple[str, Reason]] = {
    "dead-link-outside": (
        "A link to the rest of the web leads to nothing.",
        Reason(
            "Whoever follows it is stuck, and trusts the next link less; pages of others move without a word.",
            "[The timetable](https://www.example.com/timetable-2024)      (which answers 404)",
            "[The timetable](https://www.example.com/timetable)",
        ),
    ),
    "unsure-link-outside": (
        "A link to the rest of the web does not answer, or not as a page does.",
        Reason(
            "It may be gone, or only asleep; somebody has to look, since readers will.",
            "[The timetable](https://timetable.example.com/)      (which does not answer in time)",
            "the same, once somebody has opened it in a browser",
        ),
    ),
    "sound-unreachable": (
        "A sound at an address cannot be fetched.",
        Reason(
            "Listeners press play and hear nothing. Apps send no password, so that an address behind a sign-on is "
            "none.",
            "audio_url: https://cdn.example.com/ask-the-captian.mp3      (which answers 404)",
            "audio_url: https://cdn.example.com/ask-the-captain.mp3",
        ),
    ),
    "sound-length": (
        "A sound at an address has another length than is written, or its server does not say how long it is.",
        Reason(
            "Apps show how far a download is by that number; some break off where it says, in the middle of a word.",
            "audio_bytes: 1000000      (the file has 1,310,720)",
            "audio_bytes: 1310720",
        ),
    ),
    "sound-type": (
        "A sound at an address is of another kind than is written.",
        Reason(
            "Apps choose by it how to play a sound; with the wrong one some refuse to, and others play noise.",
            "audio_type: audio/mpeg      (of an M4A)",
            "audio_type: audio/x-m4a",
        ),
    ),
    "sound-ranges": (
        "The server of a sound cannot send a part of it.",
        Reason(
            "Listeners cannot jump in the episode, nor go on where they stopped. Apple refuses such a show.",
            "a server that answers a range request with 200 and the whole file",
            "a server that answers it with 206, as nearly every web server and store can",
        ),
    ),
}
"""What `pressroom check --online` asks: from a rule's name to what it says, and why."""

OTHERS: Mapping[str, tuple[str, str, Reason]] = {
    "feed-xml": (
        "Podcast feeds",
        "What should be a podcast's feed is no whole XML, or something else.",
        Reason(
            "No app reads the rest of a feed after the place where it breaks: the show stays as it was, or goes.",
            "<title>Fish & ships</title>",
            "<title>Fish &amp; ships</title>",
        ),
    ),
    "theme": (
        "Emails",
        "A template or a style of the newsletter's theme does not work.",
        Reason(
            "No email can be made with it. It is nothing that an editor did; whoever looks after the theme mends it.",
            "{% if story.picture %}      (and no {% endif %})",
            "{% if story.picture %} … {% endif %}",
        ),
    ),
}
"""From a rule's name to what it is about, what it says, and why."""
