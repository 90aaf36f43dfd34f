"""One address of each kind of page in the sample publication, relative to where the site stands."""

from typing import Final

MISSING: Final = "no-such-page/"

KINDS: Final = {
    "home": "",
    "issue": "issues/2026-11/",
    "single-file issue": "issues/2026-08/",
    "story": "issues/2026-11/aurora-comes-home/",
    "archive": "issues/",
    "section": "sections/crews/",
    "person": "people/nell-ashworth/",
    "standing page": "about/",
    "show": "podcast/",
    "episode": "podcast/2026-11-ask-the-captain/",
    "404": MISSING,
    "Dutch home": "nl/",
}
