"""The publication: the newsletter itself, with all that it has published and is about to."""

from collections.abc import Iterable, Mapping
from typing import Literal
from zoneinfo import ZoneInfo

from pressroom.model import addresses
from pressroom.model.base import Model
from pressroom.model.brand import Brand
from pressroom.model.edition import Audience
from pressroom.model.issue import Issue, Page
from pressroom.model.outlets import Delivery, Deploy, LedgerKind
from pressroom.model.person import Person
from pressroom.model.podcast import Show
from pressroom.model.source import Source
from pressroom.model.style import Style


class Mail(Model):
    """How the newsletter presents itself to mail programs."""

    sender: str = ""
    """`The Bench <news@example.com>`; in publication.yml this is `from`."""

    reply_to: str = ""
    list_id: str = ""
    unsubscribe: str = ""
    """A `mailto:` or `https:` address."""

    greeting: str = ""
    """`Dear {first_name},` before the letter, for readers whose first name is known; nothing else in it is filled."""

    delivery: Delivery = Delivery()


class Feedback(Model):
    """Where readers can answer."""

    email: str = ""
    url: str = ""


class Publication(Model):
    """A newsletter with its issues, pages, people and show."""

    name: str
    organization: str
    base_url: str
    """Absolute, with a slash at its end."""

    language: str
    """The default language, a BCP 47 tag in lower case."""

    languages: tuple[str, ...]
    """All languages, the default first."""

    timezone: str
    """An IANA name."""

    description: str = ""
    people: Mapping[str, Person] = {}
    sections: Mapping[str, str] = {}
    """From a section's id to its title, in the order of publication.yml."""

    feedback: Feedback = Feedback()
    mail: Mail = Mail()
    audiences: tuple[Audience, ...] = ()
    brand: Brand = Brand()
    visibility: Literal["internal", "public"] = "internal"
    deploy: Deploy = Deploy()
    announce: tuple[str, ...] = ()
    """Names of chat channels, whose addresses are secrets of the environment."""

    ledger: LedgerKind = "sqlite"
    style: Style = Style()
    issues: tuple[Issue, ...] = ()
    """Newest first; each language of an issue is an entry of its own, the default language's first."""

    pages: tuple[Page, ...] = ()
    show: Show | None = None
    source: Source

    @property
    def behind_wall(self) -> bool:
        """Whether `deploy: {access: wall}` promises a sign-on in front of the site."""
        return self.deploy.access == "wall"

    @property
    def private_url(self) -> str:
        """Where the listeners of a private show have their own paths, with a slash at its end."""
        return addresses.private(self.base_url, self.deploy.private.base_url)

    def zone(self) -> ZoneInfo:
        """Return the time zone that dates without an offset are in."""
        return ZoneInfo(self.timezone)

    def prefix(self, language: str) -> str:
        """Return what stands before a language's addresses: nothing for the default, else `nl/`."""
        return "" if language == self.language else f"{language}/"

    def issues_in(self, language: str) -> tuple[Issue, ...]:
        """Return the issues that exist in a language, newest first."""
        return tuple(issue for issue in self.issues if issue.language == language)

    def languages_in_use(self) -> tuple[str, ...]:
        """Return the languages that readers find something in, the default first."""
        used = {issue.language for issue in self.issues} | {page.language for page in self.pages}
        return tuple(tag for tag in self.languages if tag == self.language or tag in used)

    def named(self, ids: Iterable[str]) -> tuple[Person, ...]:
        """Return the people with these ids, each once, in the order given; an id that nobody has is left out."""
        return tuple(self.people[person] for person in dict.fromkeys(ids) if person in self.people)

    def show_in_site(self) -> Show | None:
        """Return the show where the site may hold its pages and its sound: it is open, or a sign-on stands in front."""
        show = self.show
        return show if show and (show.access == "open" or self.behind_wall) else None

    def in_site(self) -> "Publication":
        """Return what the site may hold: all, or all but the show."""
        show = self.show_in_site()
        return self if show is self.show else self.but(show=show)
