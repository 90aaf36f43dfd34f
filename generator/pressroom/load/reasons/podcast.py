"""Why there are rules about the show, its sounds and its transcripts."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "audio-broken": Reason(
        "Listeners would hear nothing, or the episode would stop in the middle of a word.",
        "audio: ask-the-captain.mp3      (0 bytes)",
        "audio: ask-the-captain.mp3      (exported once more)",
    ),
    "audio-missing": Reason(
        "Listeners press play and hear nothing.",
        "audio: ask-the-captian.mp3      (the file is ask-the-captain.mp3)",
        "audio: ask-the-captain.mp3",
    ),
    "audio-source": Reason(
        "With two, nobody knows which one listeners should get.",
        "audio: ask-the-captain.mp3\naudio_url: https://cdn.example.com/ask-the-captain.mp3",
        "audio: ask-the-captain.mp3",
    ),
    "audio-tag": Reason(
        "Apps look for the sound behind the tag. One that lies about its length makes them play noise, or nothing.",
        "ask-the-captain.mp3      (whose tag says that it has 256 MB)",
        "ask-the-captain.mp3      (exported once more)",
    ),
    "audio-type": Reason(
        "Podcast apps play MP3 and M4A, and hardly anything else.",
        "audio: ask-the-captain.wav",
        "audio: ask-the-captain.mp3      (`pressroom new episode` makes one of it)",
    ),
    "category": Reason(
        "Directories sort shows by Apple's list, and refuse a show with a category of its own.",
        "category: Business > Managment",
        "category: Business > Management",
    ),
    "chapter-order": Reason(
        "Apps jump by it: a chapter that begins before the one above it, or after the end, leads nowhere.",
        "- {start: 5:00, title: The rota}\n- {start: 3:00, title: The fog}",
        "- {start: 3:00, title: The fog}\n- {start: 5:00, title: The rota}",
    ),
    "guid": Reason(
        "Apps know an episode by it; some cut a long one off, and take two episodes for one.",
        "guid: ask the captain",
        "guid: 0d9f5f5e-6f0c-4a55-9d8e-2f4f8f7b1c11",
    ),
    "show-missing": Reason(
        "Episodes are heard in a show; without its title and artwork there is no feed to subscribe to.",
        "podcast/episodes/2026-11-ask-the-captain/      (and no podcast/show.yml)",
        "podcast/show.yml",
    ),
    "soundbite": Reason(
        "Apps play it as a taste of the episode; beyond its end there is nothing to hear.",
        "soundbites:\n  - {start: 59:50, duration: 30}      (of an hour)",
        "soundbites:\n  - {start: 12:10, duration: 30}",
    ),
    "subscriber": Reason(
        "The list is committed, so that it may say nothing of anybody; and a line that cannot be read leaves somebody "
        "without the show.",
        "id,generation\nada@example.com,1",
        "id,generation\nk7ma2qxp,1",
    ),
    "time": Reason(
        "Apps jump to that place. What is no time leads nowhere.",
        "start: 1 min",
        "start: 1:00",
    ),
    "transcript-cue": Reason(
        "Words without a time cannot follow the sound, and apps leave them out.",
        "00:00:00.000 00:00:04.000\nWelcome aboard.",
        "00:00:00.000 --> 00:00:04.000\nWelcome aboard.",
    ),
    "transcript-header": Reason(
        "Apps and browsers look at the first line, and show no transcript that does not say what it is.",
        "00:00:00.000 --> 00:00:04.000\nWelcome aboard.",
        "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nWelcome aboard.",
    ),
    "transcript-missing": Reason(
        "Colleagues who cannot hear it, or may not turn on the sound, get nothing of the episode.",
        "transcript: ask-the-captian.vtt      (the file is ask-the-captain.vtt)",
        "transcript: ask-the-captain.vtt",
    ),
    "transcript-order": Reason(
        "The text that follows the sound would jump back and forth, or stand still.",
        "00:00:09.000 --> 00:00:04.000\nWelcome aboard.",
        "00:00:04.000 --> 00:00:09.000\nWelcome aboard.",
    ),
    "transcript-style": Reason(
        "The theme alone decides how things look, so that they can be read on dark screens too; the style is left out.",
        "STYLE\n::cue { color: red }",
        "the transcript without these lines",
    ),
    "transcript-type": Reason(
        "Apps read WebVTT and SRT; a transcript of another kind is never shown.",
        "transcript: ask-the-captain.docx",
        "transcript: ask-the-captain.vtt",
    ),
}
