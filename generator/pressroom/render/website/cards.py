"""How a thing looks in a listing: cards of stories, issues, episodes and people, with final addresses."""

from collections.abc import Callable, Sequence

from pressroom.model import addresses as places
from pressroom.model.base import Model
from pressroom.model.issue import Issue, Story
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode
from pressroom.render.pictures import ImageTag, in_page
from pressroom.render.website.catalogue import Catalogue, Piece
from pressroom.render.website.wording import Moment

LEAD = "(min-width: 75em) 650px, (min-width: 56em) 52vw, 100vw"
COVER = "(min-width: 75em) 1160px, 100vw"
HERO = "(min-width: 60em) 960px, 100vw"
CARD = "(min-width: 75em) 351px, (min-width: 56em) 30vw, (min-width: 40em) 45vw, 92vw"
THUMB = "(min-width: 56em) 351px, 240px"
PORTRAIT = "64px"
"""How wide each kind of picture is shown, for the browser to choose a file by: measured on the pages themselves.

In pixels, since a browser reads `rem` here by its own letters and not by the style sheet's.
"""


class Link(Model):
    """A way to another page; `language` is set where it differs from the page that the link is on."""

    title: str
    href: str
    language: str = ""
    current: bool = False


class Card(Model):
    """A story, an issue or an episode in a listing."""

    title: str
    href: str
    language: str = ""
    """Set where it differs from the page's."""

    label: str = ""
    """`Issue 47`, `Episode 3`."""

    summary: str = ""
    image: ImageTag | None = None
    section: Link | None = None
    byline: str = ""
    minutes: str = ""
    date: Moment | None = None
    draft: str = ""


class Face(Model):
    """A person beside what they wrote or said."""

    name: str
    role: str
    href: str
    photo: ImageTag | None


class Desk:
    """Makes cards for one page, so that each address is written from there."""

    def __init__(self, catalogue: Catalogue, page: str) -> None:
        self.catalogue = catalogue
        self.page = page
        self.way: Callable[[str], str] = catalogue.way_from(page)

    def image(self, picture: Picture | None, alt: str, sizes: str) -> ImageTag | None:
        """Return a picture at one of the sizes that listings know."""
        return in_page(picture, alt, self.way, sizes) if picture else None

    def lead(self, piece: Piece) -> Card:
        """Return the card of a story that leads: its picture is large, and says what it shows."""
        return self.story(piece).but(image=self.image(*picture_of(piece.story), LEAD))

    def story(self, piece: Piece, sizes: str = CARD) -> Card:
        """Return a story's card; its picture says nothing, since the title beside it does."""
        story, issue = piece
        say = self.catalogue.wording
        return Card(
            title=story.title,
            href=self.way(story.address),
            language=self._foreign(story.language),
            summary=story.summary,
            image=self.image(picture_of(story)[0], "", sizes),
            section=self.section(story.section),
            byline=self._names(story.authors),
            minutes=say.minutes(story.prose.words),
            date=say.date(issue.date),
            draft=self.catalogue.mark(issue),
        )

    def chapters(self, issue: Issue) -> tuple[Link, ...]:
        """Return the ways to the parts of an issue that is one text; of another issue none."""
        page = self.way(issue.address) if issue.address != self.page else ""
        parts = () if issue.stories else issue.prose.headings
        return tuple(Link(title=part.text, href=f"{page}#{part.id}") for part in parts if part.level == 2)

    def cover(self, issue: Issue, sizes: str = COVER) -> ImageTag | None:
        """Return an issue's picture, large, with what it shows."""
        return self.image(*cover_of(issue), sizes)

    def issue(self, issue: Issue, sizes: str = CARD) -> Card:
        """Return an issue's card."""
        return Card(
            title=issue.title,
            href=self.way(issue.address),
            language=self._foreign(issue.language),
            label=self.number(issue),
            summary=issue.summary or issue.preheader,
            image=self.image(cover_of(issue)[0], "", sizes),
            byline=self._names(issue.editors),
            minutes=self.catalogue.wording.minutes(words_in(issue)),
            date=self.catalogue.wording.date(issue.date),
            draft=self.catalogue.mark(issue),
        )

    def episode(self, episode: Episode, sizes: str = THUMB) -> Card:
        """Return an episode's card; its minutes are those of its sound."""
        show, say = self.catalogue.show, self.catalogue.wording
        return Card(
            title=episode.title,
            href=self.way(episode.address),
            language=self._foreign(show.language) if show else "",
            label=say.say("episode_number", number=episode.number) if episode.number else "",
            summary=episode.summary,
            image=self.image(episode.image or (show.artwork if show else None), "", sizes),
            byline=self._names(episode.people),
            minutes=say.length(episode.audio.duration) if episode.audio else "",
            date=say.date(episode.date),
            draft=self.catalogue.mark(episode),
        )

    def number(self, issue: Issue) -> str:
        """Return `Issue 47`; nothing for an issue without a number."""
        return self.catalogue.wording.say("issue_number", number=issue.number) if issue.number else ""

    def section(self, section: str | None) -> Link | None:
        """Return the way to a section's page."""
        if section is None or section not in self.catalogue.by_section:
            return None
        title = self.catalogue.publication.sections[section]
        return Link(title=title, href=self.way(places.section(self.catalogue.prefix, section)))

    def faces(self, people: Sequence[str]) -> tuple[Face, ...]:
        """Return the people who are known, in the order given."""
        return tuple(self.face(person) for person in self.catalogue.publication.named(people))

    def face(self, person: Person, sizes: str = PORTRAIT) -> Face:
        """Return a person with their photo."""
        href = self.way(self.catalogue.person_address(person.id))
        return Face(name=person.name, role=person.role, href=href, photo=self.image(person.photo, "", sizes))

    def neighbour(self, thing: Issue | Story | Episode | None) -> Link | None:
        """Return the way to the thing before or after."""
        if thing is None:
            return None
        language = "" if isinstance(thing, Episode) else self._foreign(thing.language)
        return Link(title=thing.title, href=self.way(thing.address), language=language)

    def _names(self, people: Sequence[str]) -> str:
        return self.catalogue.wording.enumerate(person.name for person in self.catalogue.publication.named(people))

    def _foreign(self, language: str) -> str:
        return "" if self.catalogue.speaks(language) else language


def picture_of(text: Story | Issue) -> tuple[Picture | None, str]:
    """Return the picture that stands for a text, with its words: its own, or the first in its prose."""
    if isinstance(text, Story) and text.image:
        return text.image, text.image_alt
    uses = zip(text.pictures, text.prose.pictures, strict=True)
    return next(((picture, use.alt) for picture, use in uses if picture), (None, ""))


def cover_of(issue: Issue) -> tuple[Picture | None, str]:
    """Return an issue's picture: that of its first story that has one."""
    texts: tuple[Story | Issue, ...] = (*issue.stories, issue)
    found = (picture_of(text) for text in texts)
    return next((pair for pair in found if pair[0]), (None, ""))


def words_in(issue: Issue) -> int:
    """Return how many words an issue has in all."""
    return issue.prose.words + sum(story.prose.words for story in issue.stories)
