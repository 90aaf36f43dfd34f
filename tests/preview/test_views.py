"""What a browser shows of the table: why there is nothing, and what an edition is called."""

import pytest
from lxml import html
from tests import builders
from tests.preview.conftest import SPOT, change

from pressroom.errors import Unreadable
from pressroom.model.edition import Audience
from pressroom.model.finding import error, warning
from pressroom.model.publication import Publication
from pressroom.model.release import release
from pressroom.preview.desk import Desk
from pressroom.preview.spreading import Round
from pressroom.preview.standing import Standing
from pressroom.preview.table import Sight, Table
from pressroom.preview.views import View, first, nearest


def view(table: Table, sight: Sight, name: str = "2026-11/en") -> View:
    return View(sight, name, table.places.root, "/")


def words(markup: str) -> str:
    texts = html.fromstring(f"<div>{markup}</div>").itertext()
    return " ".join(word for text in texts for word in str(text).split())


def test_before_anything_was_good_there_are_the_findings_alone(table: Table) -> None:
    seen = view(table, Sight(1, None, (error("bad-date", "content/a.md", 3, "a.md, line 1: No date."),)), "")
    assert seen.exists
    assert "Nothing can be shown yet." in words(seen.html())
    assert "No date." in words(seen.html())
    assert "<iframe" not in seen.html()
    assert seen.texts() == {}


@pytest.mark.parametrize(
    ("findings", "alarm"),
    [
        ((), ""),
        ((warning("w", "a.md", 1, "A matter of taste."),), ""),
        ((error("e", "a.md", 1, "No date."),), "a.md, line 1: No date."),
        (
            (error("e", "a.md", 1, "No date."), error("e", "b.md", 1, "No title.")),
            "a.md, line 1: No date. (and 1 more)",
        ),
    ],
)
def test_the_alarm_says_what_keeps_the_last_save_from_the_panes(table: Table, findings: tuple[()], alarm: str) -> None:
    seen = view(table, Sight(2, table.sight.standing, findings))
    assert seen.alarm() == alarm
    assert ("Above is how it was before." in words(seen.findings())) is bool(alarm)


def test_a_fault_of_the_whole_is_told_with_what_to_do(table: Table) -> None:
    fault = Unreadable("The theme is <broken>.", "Mend it.")
    seen = view(table, Sight(2, table.sight.standing, fault=fault))
    assert seen.alarm() == "The theme is <broken>."
    assert "The theme is <broken>. Mend it." in words(seen.findings())


def test_more_than_anybody_reads_is_counted(table: Table) -> None:
    many = tuple(error("e", "a.md", line, "Wrong.") for line in range(1, 60))
    assert "And 9 more. All of them: pressroom check" in words(view(table, Sight(2, None, many)).findings())


def test_a_theme_that_fails_at_one_edition_leaves_the_panes_as_they_were(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unreadable("The theme fails here.")

    monkeypatch.setattr(Standing, "page", fail)
    told = Desk(SPOT, table, Round())._written("2026-11/en", frozenset(), {}).decode()
    assert "The theme fails here." in told
    assert '"texts": {}' in told
    monkeypatch.setattr(Standing, "lay", fail)
    seen = view(table, table.sight)
    assert (seen.exists, seen.alarm()) == (True, "The theme fails here.")
    assert seen.news(())["layout"] == "", "a browser keeps its panes"


def test_a_warning_in_the_story_leads_to_its_line(table: Table) -> None:
    change(table.places, "content/issues/2026-11/story-01.md", "## What happened", "### What happened")
    seen = view(table, table.look())
    page = html.fromstring(f"<div>{seen.findings()}</div>")
    assert "content/issues/2026-11/story-01.md:" in page.findtext(".//summary/code", "")
    assert "### What happened" in words(seen.findings())


def made(publication: Publication, table: Table) -> Standing:
    current = release(publication, builders.NOW, drafts=True)
    return Standing(current, table._tools, table._cellar, table._trial)


def test_an_edition_is_called_by_its_language_and_its_readers(table: Table) -> None:
    issues = [builders.issue(language=language) for language in ("en", "pt-br", "xx-unknown")]
    ashore = Audience(id="quays", language="pt-br", kind="frontline")
    publication = builders.publication(*issues, languages=("en", "pt-br", "xx-unknown"), audiences=(ashore,))
    seen = view(table, Sight(1, made(publication, table)))
    assert [called for _, called in seen._editions()] == [
        "English",
        "Português (Brasil)",
        "Português (Brasil), front line",
        "Xx-unknown",
    ]


def test_without_an_issue_there_is_nothing_to_choose(table: Table) -> None:
    empty = made(builders.publication(), table)
    assert (first(empty), nearest(empty, "2026-11", "en")) == ("", "")
    seen = view(table, Sight(1, empty), "")
    assert seen.exists, "and nobody is led round and round"
    assert "Nothing wrong found." in words(seen.html())
