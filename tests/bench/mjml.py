"""The same newsletter in MJML: what our message says of an issue, with MJML's own means for the same layout."""

from html import escape

from pressroom.model.issue import Issue, Story
from pressroom.model.publication import Publication
from pressroom.render.addresses import absolute

_HEAD = """
<mj-attributes>
  <mj-all font-family="Georgia, serif" /><mj-text font-size="16px" line-height="1.5" color="#1d1d1f" />
</mj-attributes>
<mj-style inline="inline">
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px } h2 { font-size: 22px; line-height: 1.25; margin: 0 0 8px }
h3 { font-size: 18px; line-height: 1.3; margin: 0 0 4px } p { margin: 0 0 16px } .quiet { color: #5f6368 }
ul { margin: 0 0 16px; padding: 0 0 0 24px } a { color: #0f3d56 } .label { color: #8a5a00; text-transform: uppercase }
</mj-style>
<mj-style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .ground { background: #111418 !important } .paper { background: #1a1e24 !important }
  .words div, h1, h2, h3 { color: #e9e7e3 !important } .words a { color: #9cc9e3 !important }
}
[data-ogsc] .words div, [data-ogsc] h1, [data-ogsc] h2, [data-ogsc] h3 { color: #e9e7e3 !important }
</mj-style>
"""
"""MJML writes into the elements what it knows of its own; for the rest, as for ours, a style sheet is inlined."""


def newsletter(publication: Publication) -> str:
    """Return the newest issue of a publication in MJML."""
    issue = publication.issues[0]
    lead, *teasers = issue.stories
    blocks = (
        _masthead(publication, issue),
        _row(f"<mj-text>{issue.prose.html}</mj-text>"),
        _lead(publication, lead),
        *(_teaser(publication, story) for story in teasers),
        _episode(publication),
        _foot(publication),
    )
    head = f"<mj-title>{escape(issue.subject)}</mj-title><mj-preview>{escape(issue.preheader)}</mj-preview>{_HEAD}"
    body = "".join(blocks)
    return f'<mjml lang="en"><mj-head>{head}</mj-head><mj-body css-class="ground" width="600px">{body}</mj-body></mjml>'


def _masthead(publication: Publication, issue: Issue) -> str:
    browser = absolute(publication.base_url, f"{issue.address}email.html")
    return _row(
        f'<mj-text align="right" css-class="quiet"><a href="{browser}">View in browser</a></mj-text>'
        f"<mj-text><h2>{escape(publication.name)}</h2><p>{issue.date:%d %B %Y}</p></mj-text>"
        f"<mj-text><h1>{escape(issue.title)}</h1></mj-text>"
    )


def _lead(publication: Publication, story: Story) -> str:
    address = absolute(publication.base_url, story.address)
    return _row(
        f'<mj-text css-class="label">{escape(_section(publication, story))}</mj-text>'
        f'<mj-image href="{address}" src="{address}quay.png" alt="A ferry at the quay" width="552px" />'
        f"<mj-text>{_told(publication, story, 'h2')}</mj-text>"
        f'<mj-button href="{address}">Read the story</mj-button>'
    )


def _teaser(publication: Publication, story: Story) -> str:
    address = absolute(publication.base_url, story.address)
    picture = f'<mj-image href="{address}" src="{address}quay.png" alt="A ferry at the quay" width="180px" />'
    label = f'<mj-text css-class="label">{escape(_section(publication, story))}</mj-text>'
    words = f"{label}<mj-text>{_told(publication, story, 'h3')}</mj-text>"
    return _section_of(f'<mj-column width="35%">{picture}</mj-column>', _column(words, "65%"))


def _told(publication: Publication, story: Story, heading: str) -> str:
    names = ", ".join(person.name for person in publication.named(story.authors))
    address = absolute(publication.base_url, story.address)
    return (
        f'<{heading}><a href="{address}">{escape(story.title)}</a></{heading}>'
        f'<p>{escape(story.summary)}</p><p class="quiet">{escape(names)}</p>'
    )


def _episode(publication: Publication) -> str:
    (episode, *_) = publication.show.episodes if publication.show else ()
    address = absolute(publication.base_url, episode.address)
    picture = f'<mj-image src="{address}artwork.png" alt="" width="120px" />'
    words = f"<mj-text><h2>{escape(episode.title)}</h2><p>{escape(episode.summary)}</p></mj-text>"
    button = f'<mj-button href="{address}">Listen</mj-button>'
    return _section_of(f'<mj-column width="30%">{picture}</mj-column>', _column(words + button, "70%"))


def _foot(publication: Publication) -> str:
    return _row(
        f'<mj-divider /><mj-text css-class="quiet"><p>You get this from {escape(publication.organization)}.</p>'
        f'<p><a href="mailto:news@example.com?subject=unsubscribe">Stop</a> · '
        f'<a href="{publication.base_url}">On the web</a></p></mj-text>'
    )


def _section(publication: Publication, story: Story) -> str:
    return publication.sections[story.section or ""]


def _row(inside: str) -> str:
    return _section_of(_column(inside, "100%"))


def _column(inside: str, width: str) -> str:
    return f'<mj-column css-class="words" width="{width}">{inside}</mj-column>'


def _section_of(*columns: str) -> str:
    return f'<mj-section css-class="paper" background-color="#ffffff">{"".join(columns)}</mj-section>'
