"""What a page shows of something else, as tokens: what a card, a link or a face is made of (`cards`), and no more."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from pressroom.model.issue import Issue
from pressroom.model.person import Person
from pressroom.model.podcast import Episode
from pressroom.model.programme import Mention
from pressroom.model.publication import Mail
from pressroom.model.references import Text
from pressroom.render import tokens
from pressroom.render.events import destination
from pressroom.render.website.cards import cover_of, picture_of, words_in
from pressroom.render.website.catalogue import Catalogue, Piece


def surroundings(catalogues: Sequence[Catalogue]) -> str:
    """Return what every page shows, or follows."""
    first = catalogues[0]
    seen = [
        {
            "language": catalogue.language,
            "pages": [(page.title, page.address) for page in catalogue.pages],
            "sections": {section: bool(pieces) for section, pieces in catalogue.by_section.items()},
        }
        for catalogue in catalogues
    ]
    bare = tokens.publication(first.publication, mail=Mail(), audiences=(), announce=())
    return tokens.key(json.dumps([bare, tokens.show(first.show), seen]))


class Shown:
    """What pages in one language show."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[str, str] = {}

    def neighbours(self, things: Sequence[Issue] | Sequence[Episode], position: int) -> str:
        """Return the tokens of what comes before and after."""
        beside = [things[at] for at in (position - 1, position + 1) if 0 <= at < len(things)]
        after = position + 1 < len(things)
        return repr((after, [(one.title, one.address, getattr(one, "language", "")) for one in beside]))

    def around_issue(self, issue: Issue) -> str:
        """Return what an issue and its stories show beside what their folder holds."""
        catalogue = self._catalogue
        texts: list[Text] = [issue, *(story for story in issue.stories if story.language == issue.language)]
        episode = catalogue.episode_of(issue)
        people = (*issue.editors, *(one for story in issue.stories for one in story.authors))
        heard = self.episode(episode) if episode else ""
        told = [destination(Mention(event=event, issue=issue), catalogue.release) for event in issue.events]
        links = [link for text in texts for link in tokens.links(text, catalogue.release.directory)]
        return repr((catalogue.mark(issue), heard, self._faces(people), links, [repr(one) for one in told]))

    def around_episode(self, episode: Episode) -> str:
        """Return what an episode shows beside what its folder holds."""
        issue = next(iter(self._catalogue.by_episode.get(episode.id, ())), None)
        shown = self.issue(issue) if issue else ""
        links = list(tokens.links(episode, self._catalogue.release.directory))
        return repr((self.episode(episode), shown, self._faces(episode.people), links))

    def works(self, person: str) -> Iterator[str]:
        """Give what a person's page shows."""
        catalogue = self._catalogue
        yield self._faces((person,))
        yield from map(self.story, catalogue.by_author.get(person, ()))
        yield from map(self.issue, catalogue.by_editor.get(person, ()))
        yield from map(self.episode, catalogue.by_speaker.get(person, ()))
        yield "appears"
        yield from map(self.story, catalogue.by_mention.get(person, ()))

    def issue(self, issue: Issue) -> str:
        """Return what an issue's card shows."""
        return self._once(issue.address, lambda: self._issue(issue))

    def story(self, piece: Piece) -> str:
        """Return what a story's card shows."""
        return self._once(f"{piece.issue.id} {piece.story.address}", lambda: self._story(piece))

    def episode(self, episode: Episode) -> str:
        """Return what an episode's card and its player show."""
        return self._once(episode.address, lambda: self._episode(episode))

    def _once(self, name: str, make: Callable[[], str]) -> str:
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def _issue(self, issue: Issue) -> str:
        said = (issue.title, issue.address, issue.language, issue.number, issue.summary, issue.preheader)
        shown = (cover_of(issue)[0], self._names(issue.editors), words_in(issue), issue.date)
        return tokens.of("issue", *said, *shown, self._catalogue.mark(issue))

    def _story(self, piece: Piece) -> str:
        story, issue = piece
        said = (story.title, story.address, story.language, story.summary, story.section, story.prose.words)
        shown = (picture_of(story)[0], self._names(story.authors), issue.date)
        return tokens.of("story", *said, *shown, self._catalogue.mark(issue))

    def _episode(self, episode: Episode) -> str:
        return repr((tokens.episode(episode), self._names(episode.people), self._catalogue.mark(episode)))

    def _names(self, people: Iterable[str]) -> list[str]:
        known = self._catalogue.publication.people
        return [known[one].name for one in people if one in known]

    def _faces(self, people: Iterable[str]) -> str:
        return repr([self._face(one) for one in self._catalogue.publication.named(people)])

    def _face(self, person: Person) -> str:
        has_page = person.id in self._catalogue.people
        return self._once(f"person {person.id}", lambda: f"{has_page} {person.to_json().decode()}")
