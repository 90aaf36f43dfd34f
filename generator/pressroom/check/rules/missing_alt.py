"""A picture has no words for those who cannot see it.

Why: colleagues who listen to the newsletter, or whose mail program shows no pictures, get nothing
but a gap. A good alternative text says what the picture shows and why it is here, in one sentence.

Bad:
    ![](quay.jpg)

Good:
    ![Two colleagues in orange vests throw a line to the ferry](quay.jpg)
"""

from collections.abc import Iterator

from pressroom.check.case import Case
from pressroom.model.finding import Finding, Severity, error
from pressroom.model.issue import Story
from pressroom.model.references import Text

NAME = "missing-alt"
SEVERITY = Severity.ERROR

_ADVICE = "Say in one sentence what it shows, as you would on the telephone"
_EXAMPLE = "Two colleagues in orange vests throw a line to the ferry"


def find(case: Case) -> Iterator[Finding]:
    """Look at the pictures inside each text, and at each story's own."""
    for text in case.texts():
        yield from _inside(text)
    for story in case.stories():
        yield from _own(story)


def _inside(text: Text) -> Iterator[Finding]:
    for use in text.prose.pictures:
        if not use.decorative and not use.alt.strip():
            message = f"The picture {use.target} has no words for those who cannot see it."
            decorative = f'If it only decorates, write <img src="{use.target}" alt="">'
            hint = f"{_ADVICE}:\n![{_EXAMPLE}]({use.target})\n{decorative}"
            yield error(NAME, text.source.path, use.line, message, hint)


def _own(story: Story) -> Iterator[Finding]:
    if story.image_target is not None and not story.image_alt.strip():
        message = f"The story's picture {story.image_target} has no image_alt."
        hint = f"{_ADVICE}, on a line below `image`:\nimage_alt: {_EXAMPLE}"
        yield error(NAME, story.source.path, story.source.line("image"), message, hint)
