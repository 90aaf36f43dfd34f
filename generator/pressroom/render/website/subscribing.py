"""How to follow the show: links that apps take, the feed's address, and its QR code.

An internal feed is in no directory, so a link has to hand over the address itself. Each link opens an app on the
device and asks no website on the way, which would learn the address. What each app understands was read in its own
documentation or source, in November 2026. Pocket Casts is not among them: its `pktc://subscribe/` looks a show up in
its directory, and finds none.
"""

from urllib.parse import quote

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.podcast import Show
from pressroom.render.website.cards import Desk, Link
from pressroom.render.website.frame import podcast_feed


class App(Model):
    """A link that opens an app with the feed."""

    name: str
    href: str
    device: str
    """What it runs on: `iPhone`, `Android`."""


class Subscription(Model):
    """The ways to a show."""

    feed: str
    """The feed's full address; empty where each listener has one of their own."""

    apps: tuple[App, ...]
    code: str
    """The address of the feed's QR code."""

    code_alt: str

    ask: Link | None
    """Whom to ask for an address of one's own."""


def subscription(desk: Desk, show: Show) -> Subscription:
    """Return the ways to a show; to a private one, the way to those who give out addresses."""
    feed = podcast_feed(desk.catalogue)
    if not feed:
        return Subscription(feed="", apps=(), code="", code_alt="", ask=_ask(desk, show))
    alt = desk.catalogue.wording.say("code_alt", feed=feed)
    return Subscription(feed=feed, apps=_apps(feed), code=desk.way(places.feed_code()), code_alt=alt, ask=None)


def _apps(feed: str) -> tuple[App, ...]:
    scheme, _, bare = feed.partition("://")
    whole = quote(feed, safe="")
    castro = "castros" if scheme == "https" else "castro"
    return (
        App(name="Apple Podcasts", href=f"podcast://{bare}", device="iPhone, iPad, Mac"),
        App(name="Overcast", href=f"overcast://x-callback-url/add?url={whole}", device="iPhone, iPad"),
        App(name="Castro", href=f"{castro}://subscribe/{bare}", device="iPhone"),
        App(name="AntennaPod", href=_antennapod(whole), device="Android"),
        App(name="Podcast Addict", href=f"podcastaddict://{bare}", device="Android"),
    )


def _antennapod(whole: str) -> str:
    """Return AntennaPod's link in the one form that keeps `https`.

    After `antennapod-subscribe://` it takes a bare address to be `http`, and browsers take the colon out of `https://`
    there. It does find the whole address inside its own deep link; nobody asks that host for anything.
    """
    return f"antennapod-subscribe://antennapod.org/deeplink/subscribe?url={whole}"


def _ask(desk: Desk, show: Show) -> Link | None:
    feedback = desk.catalogue.publication.feedback
    email = feedback.email or show.owner_email
    if email:
        return Link(title=email, href=f"mailto:{email}?subject={quote(show.title)}")
    return Link(title=feedback.url, href=feedback.url) if feedback.url else None
