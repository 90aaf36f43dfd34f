"""The work for a page does not grow with how many others there are."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.builders import episode, issue, page, publication, show, story
from tests.render.website.rich_site import PEOPLE, render


class Counted(tuple[Any, ...]):
    """A tuple that counts how often it is gone through."""

    gone_through = 0

    def __iter__(self) -> Iterator[Any]:
        type(self).gone_through += 1
        return super().__iter__()


def scans(monkeypatch: pytest.MonkeyPatch, months: int) -> int:
    """Return how often a site of so many months goes through all issues, pages and episodes."""
    monkeypatch.setattr(Counted, "gone_through", 0)
    people = {f"p{n}": PEOPLE["ada"].but(id=f"p{n}") for n in range(months)}
    ids = [f"2026-{month:02}" for month in range(1, months + 1)]
    issues = Counted(
        issue(story("fog", issue=name, language=language, authors=("p0",)), id=name, language=language, episode=name)
        for name in ids
        for language in ("en", "nl")
    )
    heard = show().but(episodes=Counted(episode(name, people=("p0",)) for name in ids))
    pages = Counted(page(f"about-{name}") for name in ids)
    made = publication().but(issues=issues, show=heard, pages=pages, people=people)
    assert len(render(made, drafts=True)) > 6 * months
    return Counted.gone_through


def test_what_all_pages_need_is_gathered_once_and_not_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scans(monkeypatch, 9) == scans(monkeypatch, 2)
