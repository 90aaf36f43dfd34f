"""The panes of an edition: how each of its readers gets it."""

from typing import Any

from tests import builders
from tests.builders import NOW

from pressroom.model.edition import Audience, Edition
from pressroom.model.message import Message
from pressroom.model.publication import Publication
from pressroom.model.release import Release, release
from pressroom.preview.laying import lay, style
from pressroom.preview.panes import Pane, panes, places

_HTML = "<style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style><p>Dear all,</p>"


def current(publication: Publication) -> Release:
    return release(publication, NOW, drafts=True)


def of(publication: Publication) -> dict[str, Pane]:
    edition = Edition(issue=publication.issues[0])
    message = Message(edition=edition, html=_HTML, text="Dear all, <3", eml=b"")
    return {pane.name: pane for pane in panes(message, current(publication))}


def heard(**show: Any) -> Publication:
    episode = builders.episode("2026-11-talk")
    return builders.publication(builders.issue(id="2026-11", episode=episode.id), show=builders.show(episode, **show))


def test_an_issue_is_seen_on_a_phone_at_a_desk_and_in_an_inbox() -> None:
    found = of(builders.publication(builders.issue(id="2026-11")))
    seen = [(name, pane.kind, pane.width) for name, pane in found.items()]
    assert seen == [
        ("phone", "page", 375),
        ("desk", "page", 1280),
        ("email-phone", "email", 375),
        ("email-desk", "email", 640),
        ("email-dark", "email", 375),
        ("email-text", "text", 0),
    ]
    assert {found[name].address for name in ("phone", "desk")} == {"issues/2026-11/"}
    assert found["email-phone"].data == found["email-desk"].data
    assert b"(max-width: 0)" in found["email-desk"].data
    assert b"(min-width: 0)" in found["email-dark"].data
    assert found["email-text"].data == b"Dear all, <3"


def test_its_episode_is_shown_where_the_site_may_have_it() -> None:
    assert of(heard())["episode"].address == "podcast/2026-11-talk/"
    assert "episode" not in of(heard(access="private"))


def test_each_edition_in_each_language_can_be_laid_on_the_table() -> None:
    issues = (
        builders.issue(id="2026-12", draft=True),
        builders.issue(id="2026-11"),
        builders.issue(id="2026-11", language="nl"),
    )
    ashore = Audience(id="quays", language="en", kind="frontline")
    found = places(current(builders.publication(*issues, audiences=(ashore,))))
    assert [(place.name, place.language, place.draft) for place in found] == [
        ("2026-12/en", "en", True),
        ("2026-12/en-frontline", "en", True),
        ("2026-11/en", "en", False),
        ("2026-11/en-frontline", "en", False),
        ("2026-11/nl", "nl", False),
    ]


def test_they_are_laid_out_with_an_address_each_and_messages_may_run_nothing() -> None:
    found = of(heard())
    html = lay(tuple(found.values()), lambda pane: f"lies/{pane.name}?a&b")
    assert html.count("<iframe") == 6
    assert html.count('sandbox="allow-same-origin"') == 3
    assert 'src="lies/email-dark?a&amp;b"' in html
    assert "Dear all, &lt;3</pre>" in html
    assert "@import" not in style()
    assert "url(" not in style()
