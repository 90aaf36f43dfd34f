"""The site's addresses: one place that knows the output paths, relative to the site's root."""

from pathlib import PurePosixPath

from pressroom.model.picture import Picture

ARCHIVE = "issues/"
PODCAST = "podcast/"
PRIVATE = "private_podcast/"
"""Where listeners of a private show have their own paths; no page can have a name with an underscore."""

MISSING = "404.html"
"""The page for an address that does not exist; it is shown at any address, so its own links start at the root."""

BRAND = "assets/brand/"
BRAND_STYLE = "assets/press/brand.css"
"""The brand's colours and fonts, for the site's own style sheets."""

MANIFEST = "site.webmanifest"

EPISODES_IN_A_PAGE = 100
"""Of a feed: apps fetch the first page again and again."""

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


def private(base_url: str, own: str) -> str:
    """Return where the listeners of a private show have their paths: at an address of its own, or below the site."""
    return own or f"{base_url}{PRIVATE}"


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


def event(prefix: str, issue_id: str, slug: str) -> str:
    """Return the file that puts one event of an issue into a calendar."""
    return f"{prefix}{ARCHIVE}{issue_id}/{slug}.ics"


def calendar(prefix: str) -> str:
    """Return a language's calendar of events."""
    return f"{prefix}calendar.ics"


def email(prefix: str, issue_id: str) -> str:
    """Return where an issue's message can be read in a browser."""
    return f"{prefix}{ARCHIVE}{issue_id}/email.html"


def issue_code(prefix: str, issue_id: str) -> str:
    """Return the QR code of an issue's address."""
    return f"{prefix}{ARCHIVE}{issue_id}/code.svg"


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


def feed_pages(episodes: int) -> tuple[str, ...]:
    """Return the pages of a feed with so many episodes; the first is the feed itself."""
    further = range(2, -(-episodes // EPISODES_IN_A_PAGE) + 1)
    return (feed(PODCAST), *(f"{PODCAST}feed-{number}.xml" for number in further))


def feed_code() -> str:
    """Return the QR code of the show's feed."""
    return f"{PODCAST}feed-code.svg"


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
    return f"{PODCAST}{episode_id}/{audio_path.rpartition('/')[2]}"


def transcript(episode_id: str) -> str:
    """Return an episode's transcript as WebVTT."""
    return f"{PODCAST}{episode_id}/transcript.vtt"


def subtitles(episode_id: str) -> str:
    """Return an episode's transcript as SubRip."""
    return f"{PODCAST}{episode_id}/transcript.srt"


def chapters(episode_id: str) -> str:
    """Return an episode's chapters."""
    return f"{PODCAST}{episode_id}/chapters.json"


def share_card(folder: str, digest: str) -> str:
    """Return the picture that a chat shows beside a link to something in a folder, such as `issues/2026-11/`."""
    return f"{folder}card-{digest[:12]}.jpg"


def icon(name: str, digest: str) -> str:
    """Return a small picture of the logo."""
    return f"{BRAND}{name}-{digest[:12]}.png"


def font(path: str, digest: str) -> str:
    """Return a publication's own font."""
    return f"{BRAND}{PurePosixPath(path).stem}-{digest[:12]}.woff2"


def file(address: str) -> str:
    """Return the file that an address is served from: `issues/` is `issues/index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def _suffix(picture: Picture) -> str:
    return "jpg" if picture.format == "jpeg" else picture.format
