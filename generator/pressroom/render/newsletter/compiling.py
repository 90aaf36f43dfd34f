"""From an edition to the contents of its message: what is said about each noun, in the reader's language."""

from pressroom.model import addresses as site
from pressroom.model.edition import Edition
from pressroom.model.issue import Issue, Story, Telling
from pressroom.model.person import Person
from pressroom.model.picture import Picture
from pressroom.model.podcast import Episode, Show
from pressroom.model.publication import Publication
from pressroom.model.release import Release
from pressroom.render import addresses
from pressroom.render.brand import mail_logo
from pressroom.render.characters import cut
from pressroom.render.newsletter.ascii_addresses import as_uri, mailto
from pressroom.render.newsletter.choosing import choose
from pressroom.render.newsletter.contents import Also, Ask, Contents, Face, Group, Item, Listen
from pressroom.render.newsletter.dates import dates
from pressroom.render.newsletter.extent import Extent
from pressroom.render.newsletter.passages import TOP, passage, whole
from pressroom.render.newsletter.sender import sender
from pressroom.render.newsletter.wording import Wording, direction
from pressroom.render.pictures import MAIL_WIDTH, ImageTag, in_mail

THUMBNAIL = 180
"""The width in CSS pixels of a picture beside a story."""

ARTWORK = 120
"""The width in CSS pixels of the artwork beside an episode."""

LOGO = 48
"""The height in CSS pixels of the logo over the publication's name."""

FACE = 48
"""The width in CSS pixels of an editor's photo."""


def compile_contents(edition: Edition, release: Release, wording: Wording, extent: Extent) -> Contents:
    """Return what the message of an edition says, as much of it as `extent` allows."""
    return _Compiler(edition, release, wording, extent).contents()


class _Compiler:
    """Turns nouns into what is said about them, for one edition."""

    def __init__(self, edition: Edition, release: Release, wording: Wording, extent: Extent) -> None:
        self._edition = edition
        self._release = release
        self._wording = wording
        self._extent = extent

    @property
    def _issue(self) -> Issue:
        return self._edition.issue

    @property
    def _publication(self) -> Publication:
        return self._release.publication

    def contents(self) -> Contents:
        issue, publication, wording = self._issue, self._publication, self._wording
        prefix = publication.prefix(issue.language)
        lead, groups, also = self._stories()
        return Contents(
            language=issue.language,
            direction=wording.direction(),
            subject=issue.subject,
            preheader=self._cut(issue.preheader),
            publication=publication.name,
            organization=publication.organization,
            logo=self._logo(),
            home=self._address(site.home(prefix)),
            browser=self._address(site.email(prefix, issue.id)),
            page=self._address(issue.address),
            draft=self._release.is_draft(issue),
            number=issue.number,
            date=wording.date(issue.date),
            title=self._cut(issue.title),
            letter=passage(issue, self._release, wording, self._extent),
            editors=tuple(self._face(person) for person in publication.named(issue.editors)),
            lead=lead,
            groups=groups,
            also=also,
            episode=self._episode(),
            dates=dates(issue, self._release, wording, self._extent),
            ask=self._ask(),
            unsubscribe=sender(publication).unsubscribe,
        )

    def _stories(self) -> tuple[Item | None, tuple[Group, ...], Also | None]:
        """Return the lead story, the others with more than a title, and those with no more."""
        choice = choose(self._edition.stories(), self._issue.newsletter, self._extent)
        rest = self._wording.say("more_stories")
        opened = self._section(choice.told[0][0]) if choice.told else ""
        lead = next((self._lead(*told) for told in choice.told), None)
        groups = _grouped(tuple(self._among(*told, opened) for told in choice.told[1:]), opened, rest)
        if not (choice.titles or choice.left_out):
            return lead, groups, None
        said = any(group.title == rest for group in groups)
        titles = tuple(self._item(story, Telling.LINK, TOP) for story in choice.titles)
        return lead, groups, Also(title="" if said else rest, stories=titles, left_out=choice.left_out)

    def _lead(self, story: Story, telling: Telling) -> Item:
        return self._item(story, telling, TOP, MAIL_WIDTH)

    def _among(self, story: Story, telling: Telling, opened: str) -> Item:
        """Return a story that stands among others, in a section that has a title unless the lead has `opened` it."""
        level = TOP if opened and self._section(story) == opened else TOP + 1
        return self._item(story, telling, level, MAIL_WIDTH if telling is Telling.FULL else THUMBNAIL)

    def _item(self, story: Story, telling: Telling, level: int, width: int = THUMBNAIL) -> Item:
        foreign = story.language != self._issue.language
        names = tuple(person.name for person in self._publication.named(story.authors))
        wording = self._wording
        return Item(
            slug=story.slug,
            title=self._cut(story.title),
            address=self._address(story.address),
            summary=self._cut(story.summary),
            level=level,
            whole=whole(story, self._release, level) if telling is Telling.FULL and story.prose.html else None,
            section=self._section(story),
            byline=wording.say("byline", names=wording.names(names)) if names else "",
            image=self._image(story.image, story.image_alt, width),
            language=story.language if foreign else "",
            direction=direction(story.language),
            in_language=wording.say("in_language", language=wording.name_of(story.language)) if foreign else "",
        )

    def _section(self, story: Story) -> str:
        return self._publication.sections.get(story.section or "", "")

    def _episode(self) -> Listen | None:
        show = self._publication.show
        episode = show.episode(self._issue.episode) if show else None
        return self._listen(show, episode) if show and episode else None

    def _listen(self, show: Show, episode: Episode) -> Listen:
        has_page = self._publication.show_in_site() is not None
        return Listen(
            title=self._cut(episode.title),
            summary=self._cut(episode.summary),
            show=show.title,
            length=self._wording.length(episode.audio.duration) if episode.audio else "",
            address=self._address(episode.address) if has_page else "",
            image=self._image(episode.image or show.artwork, "", ARTWORK),
        )

    def _ask(self) -> Ask | None:
        """Return the issue's question, which can be answered by a reply at least, or else the usual one."""
        feedback, question = self._publication.feedback, self._issue.question
        if not (feedback.email or feedback.url or question):
            return None
        written = feedback.email or ("" if feedback.url else sender(self._publication).reply_to)
        subject = self._wording.say("reply_subject", subject=question or self._issue.subject)
        email = mailto(written, subject) if written else ""
        return Ask(question=self._cut(question), email=email, url=as_uri(feedback.url) if feedback.url else "")

    def _face(self, person: Person) -> Face:
        return Face(name=person.name, role=person.role, photo=self._image(person.photo, "", FACE))

    def _image(self, picture: Picture | None, alt: str, width: int) -> ImageTag | None:
        return in_mail(picture, alt, self._address, width) if picture else None

    def _logo(self) -> ImageTag | None:
        logo = mail_logo(self._publication.brand)
        if logo is None:
            return None
        width = round(logo.width * LOGO / logo.height)
        return ImageTag(src=self._address(logo.address), width=width, height=LOGO, alt="")

    def _address(self, address: str) -> str:
        return addresses.absolute(self._publication.base_url, address)

    def _cut(self, text: str) -> str:
        return cut(text, self._extent.words)


def _grouped(items: tuple[Item, ...], opened: str, rest: str) -> tuple[Group, ...]:
    """Put stories under their sections, in the order in which these first come.

    Those of the section that the lead has `opened` come first, without saying it again; `rest` heads those without one.
    """
    sections = dict.fromkeys(item.section for item in items)
    titles = {section: "" if section == opened else section for section in sections} | {"": rest}
    return tuple(
        Group(title=titles[section], stories=tuple(item for item in items if item.section == section))
        for section in sorted(sections, key=lambda section: (not section, section != opened))
    )
