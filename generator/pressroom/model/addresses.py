"""The site's addresses: one place that knows the output paths, relative to the site's root."""

from pathlib import PurePosixPath

from pressroom.model.picture import Picture

ARCHIVE = "issues/"
PODCAST = "podcast/"

TAKEN = frozenset(
    {
        "assets",
        "calendar",
        "feed",
        "index",
        "issues",
        "pagefind",
        "people",
        "podcast",
        "robots",
        "search",
        "sections",
        "sitemap",
        "404",
    }
)
"""Names that a standing page may not have; neither may it have a language's code."""


def home(prefix: str) -> str:
    """Return a language's front page; `prefix` is empty or `nl/`."""
    return prefix


def archive(prefix: str) -> str:
    """Return the list of a language's issues."""
    return f"{prefix}{ARCHIVE}"


def issue(prefix: str, issue_id: str) -> str:
    """Return an issue's page."""
    return f"{prefix}{ARCHIVE}{issue_id}/"


def story(prefix: str, issue_id: str, slug: str) -> str:
    """Return a story's page."""
    return f"{prefix}{ARCHIVE}{issue_id}/{slug}/"


def email(prefix: str, issue_id: str) -> str:
    """Return where an issue's message can be read in a browser."""
    return f"{prefix}{ARCHIVE}{issue_id}/email.html"


def page(prefix: str, slug: str) -> str:
    """Return a standing page."""
    return f"{prefix}{slug}/"


def section(prefix: str, section_id: str) -> str:
    """Return a section's page."""
    return f"{prefix}sections/{section_id}/"


def person(prefix: str, person_id: str) -> str:
    """Return a person's page."""
    return f"{prefix}people/{person_id}/"


def feed(prefix: str) -> str:
    """Return a language's Atom feed; with `podcast/`, the show's feed."""
    return f"{prefix}feed.xml"


def episode(episode_id: str) -> str:
    """Return an episode's page."""
    return f"{PODCAST}{episode_id}/"


def show_artwork(picture: Picture) -> str:
    """Return the show's artwork; new artwork has a new address, since apps keep what they once fetched."""
    return f"{PODCAST}artwork-{picture.digest[:12]}.{_suffix(picture)}"


def episode_artwork(episode_id: str, picture: Picture) -> str:
    """Return an episode's own artwork, or a chapter's picture."""
    return f"{PODCAST}{episode_id}/artwork-{picture.digest[:12]}.{_suffix(picture)}"


def enclosure(episode_id: str, audio_path: str) -> str:
    """Return an episode's sound file."""
    return f"{PODCAST}{episode_id}/{PurePosixPath(audio_path).name}"


def transcript(episode_id: str) -> str:
    """Return an episode's transcript."""
    return f"{PODCAST}{episode_id}/transcript.vtt"


def chapters(episode_id: str) -> str:
    """Return an episode's chapters."""
    return f"{PODCAST}{episode_id}/chapters.json"


def file(address: str) -> str:
    """Return the file that an address is served from: `issues/` is `issues/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def _suffix(picture: Picture) -> str:
    return "jpg" if picture.format == "jpeg" else picture.format
