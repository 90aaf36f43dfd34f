"""The newsletter: every edition of every issue as a finished message, HTML and plain text.

An edition is compiled into its `Contents` (what is said, in the reader's language), which are printed by a
`Press` (the theme's templates and style) and laid out as text; `envelope` makes one message of both.
"""

from pressroom.model.edition import Edition, editions
from pressroom.model.issue import Issue
from pressroom.model.message import LARGE, LARGEST, Message, Portion
from pressroom.model.release import Release
from pressroom.model.theme import Theme
from pressroom.render.newsletter import stand_ins
from pressroom.render.newsletter.compiling import compile_contents
from pressroom.render.newsletter.contents import Contents
from pressroom.render.newsletter.envelope import Letter, seal
from pressroom.render.newsletter.extent import LADDER
from pressroom.render.newsletter.faults import ThemeFaulty
from pressroom.render.newsletter.plain import lay_out
from pressroom.render.newsletter.press import Press, set_up
from pressroom.render.newsletter.sender import sender
from pressroom.render.newsletter.weighing import weigh
from pressroom.render.newsletter.wording import Wording, wording

__all__ = ["Press", "ThemeFaulty", "of_issue", "render", "render_one", "render_personal", "set_up"]


def render(release: Release, theme: Theme) -> tuple[Message, ...]:
    """Return the messages of a release: every issue, every edition.

    Raises:
        ThemeFaulty: the theme does not work.

    """
    press = set_up(theme, release.publication.brand)
    return tuple(message for issue in release.publication.issues for message in of_issue(issue, release, press))


def of_issue(issue: Issue, release: Release, press: Press) -> tuple[Message, ...]:
    """Return the messages of an issue, one for each edition.

    Raises:
        ThemeFaulty: the theme does not work.

    """
    return tuple(render_one(edition, release, press) for edition in editions(issue, release.publication.audiences))


def render_one(edition: Edition, release: Release, press: Press) -> Message:
    """Return one edition's message.

    Raises:
        ThemeFaulty: the theme does not work.

    """
    words = wording(press.theme, edition.issue.language, release.publication.zone())
    contents, html = _print(edition, release, press, words)
    text = lay_out(contents, words)
    letter = Letter(edition=edition, subject=contents.subject, html=html, text=text)
    eml = seal(letter, sender(release.publication))
    return Message(edition=edition, html=html, text=text, eml=eml, portions=_portions(contents, html, press, words))


def render_personal(edition: Edition, release: Release, press: Press, fields: frozenset[str]) -> bytes:
    """Return one edition's message, finished, with marks for these fields of the reader's own (`stand_ins`).

    It says what `render_one` says, and before the letter the greeting of publication.yml, where there is one.

    Raises:
        ThemeFaulty: the theme does not work, or has no place for what is the reader's own.

    """
    words = wording(press.theme, edition.issue.language, release.publication.zone())
    contents, _ = _print(edition, release, press, words)
    own = stand_ins.stand_ins(contents, fields)
    plain = stand_ins.put_in(contents, own)
    html, text = press.print(plain, words), lay_out(plain, words)
    if own.unsubscribe not in html:
        message = "The message does not show how the reader unsubscribes."
        raise ThemeFaulty("parts/footer.html", 1, message, 'Write it into a link: href="{{ issue.unsubscribe }}"')
    greeting = release.publication.mail.greeting
    if own.first_name and greeting:
        greeted = stand_ins.greeted(plain, own, greeting)
        html = stand_ins.set_apart(html, press.print(greeted, words))
        text = stand_ins.set_apart(text, lay_out(greeted, words))
    letter = Letter(edition=edition, subject=contents.subject, html=html, text=text, own=own)
    return seal(letter, sender(release.publication))


def _portions(contents: Contents, html: str, press: Press, words: Wording) -> tuple[Portion, ...]:
    """Return what each story takes, where that may be asked."""
    size = len(html.encode())
    return weigh(contents, lambda some: press.draft(some, words), size) if size > LARGE else ()


def _print(edition: Edition, release: Release, press: Press, words: Wording) -> tuple[Contents, str]:
    """Return the fullest message that is small enough to arrive whole, as contents and as HTML."""
    *fuller, least = LADDER
    for extent in fuller:
        contents = compile_contents(edition, release, words, extent)
        if contents.in_full() > LARGEST:  # so it was chosen; nothing that may give way makes room for it
            break
        html = press.print(contents, words)
        if len(html.encode()) <= LARGEST:
            return contents, html
    contents = compile_contents(edition, release, words, least)
    return contents, press.print(contents, words)
