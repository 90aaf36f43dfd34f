"""Why there are rules about names, of files and of people, and about languages."""

from collections.abc import Mapping

from pressroom.model.reason import Reason

REASONS: Mapping[str, Reason] = {
    "bad-id": Reason(
        "An id becomes a part of an address, and addresses that are read out, typed or mailed have only such "
        "characters.",
        "people:\n  Ada Lovelace:\n    name: Ada Lovelace",
        "people:\n  ada-lovelace:\n    name: Ada Lovelace",
    ),
    "bad-name": Reason(
        "The name becomes an address. A space or an accent in it is written as %20 or %C3%A9 there, breaks where a "
        "mail program ends the link, and is another name on a Mac.",
        "content/issues/2026-12/Open Enrolment.md",
        "content/issues/2026-12/open-enrolment.md",
    ),
    "default-language": Reason(
        "The file without a suffix is the text in the default language; with two of them nobody knows which one is "
        "meant.",
        "open-enrolment.en.md      (where language: en)",
        "open-enrolment.md",
    ),
    "duplicate-id": Reason(
        "Two of one name cannot be told apart: a message would go to one of them, or to both.",
        "- {id: crew, language: en, to: crew@example.com}\n- {id: crew, language: nl, to: ploeg@example.com}",
        "- {id: crew, language: en, to: crew@example.com}\n- {id: ploeg, language: nl, to: ploeg@example.com}",
    ),
    "language": Reason(
        "Screen readers pronounce a page by it, browsers offer to translate it, and mail programs choose their "
        "hyphens.",
        "language: English",
        "language: en",
    ),
    "reserved-name": Reason(
        "Windows has no file of that name: whoever clones the repository there gets an error instead of the content.",
        "content/issues/2026-12/con.md",
        "content/issues/2026-12/con-1.md",
    ),
    "same-name": Reason(
        "On Windows and on a Mac the two are one file, and one of them disappears.",
        "Fog.md and fog.md",
        "fog.md and more-fog.md",
    ),
    "story-without-issue": Reason(
        "Readers of that language have no issue in which the story could stand, so that they never find it.",
        "issue.md, fog.md and fog.nl.md",
        "issue.md, issue.nl.md, fog.md and fog.nl.md",
    ),
    "taken-name": Reason(
        "The page would take the place of one that the site makes itself, or be overwritten by it.",
        "content/pages/podcast.md",
        "content/pages/our-podcast.md",
    ),
    "translation-name": Reason(
        "It is taken for a story of its own: readers of one language see both, and those of the other none.",
        "fog-nl.md",
        "fog.nl.md",
    ),
    "unknown-language": Reason(
        "Nobody gets it: the publication has no pages and no message in that language.",
        "fog.de.md      (where languages: [nl])",
        "fog.nl.md",
    ),
    "wrong-case": Reason(
        "It works on a Mac and on Windows, and is a dead link or an empty frame on the server.",
        "image: Quay.JPG      (the file is quay.jpg)",
        "image: quay.jpg",
    ),
}
