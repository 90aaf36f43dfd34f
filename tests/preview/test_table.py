"""The table: what was good stays on it while there are errors, and goes when there is something better."""

from pathlib import Path

import pytest
from tests.preview.conftest import change

from pressroom.preview.standing import Standing
from pressroom.preview.table import Table

_ISSUE = "content/issues/2026-11/issue.md"
_OWN = "themes/website/issue.html"


def standing(table: Table) -> Standing:
    assert table.sight.standing
    return table.sight.standing


def test_what_is_saved_is_seen(table: Table) -> None:
    assert (table.sight.version, table.sight.held) == (1, False)
    change(table.places, _ISSUE, "title: The", "title: This")
    sight = table.look({_ISSUE})
    assert (sight.version, sight.held) == (2, False)
    assert b"This Gangway" in (standing(table).page("issues/2026-11/") or b"")


def test_with_an_error_the_last_good_state_stays_until_it_is_mended(table: Table) -> None:
    good = standing(table)
    change(table.places, _ISSUE, "date: ", "date: the first of ")
    sight = table.look({_ISSUE})
    assert (sight.standing is good, sight.held) == (True, True)
    assert [finding.path for finding in sight.findings] == [_ISSUE]
    change(table.places, _ISSUE, "the first of ", "")
    assert table.look({_ISSUE}).held is False


def test_how_a_text_is_written_is_told_as_check_does_and_again_when_the_house_changes_its_mind(table: Table) -> None:
    change(table.places, _ISSUE, "title: The", "title: HURRAY!!! The")
    first, again = table.look({_ISSUE}), table.look()
    assert [finding.rule for finding in first.findings] == ["shouting"]
    assert again.findings == first.findings
    house = table.places.root / "content/publication.yml"
    house.write_text(f"{house.read_text()}style: {{off: [shouting]}}\n")
    assert table.look({"content/publication.yml"}).findings == ()


def test_a_publication_that_cannot_be_read_is_no_end(table: Table) -> None:
    path = table.places.root / "content/publication.yml"
    text = path.read_text()
    path.write_text("name: [")
    assert (table.look().held, table.sight.findings[0].path) == (True, "content/publication.yml")
    path.unlink()
    assert table.look().held
    path.write_text(text)
    assert not table.look().held


def test_what_is_moved_about_meanwhile_is_no_end_either(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish() -> None:
        raise FileNotFoundError(2, "No such file or directory", "content/a.md")

    monkeypatch.setattr(table._reader, "read", vanish)
    fault = table.look().fault
    assert fault
    assert (fault.message, fault.hint) == ("content/a.md cannot be read: No such file or directory.", "Save once more.")


def test_a_theme_is_tried_out_before_it_takes_the_last_ones_place(table: Table) -> None:
    good, own = standing(table), table.places.root / _OWN
    own.parent.mkdir(parents=True)
    own.write_text("{% if %}")
    for saved in ({_OWN}, {_ISSUE}):
        sight = table.look(saved)
        assert (sight.standing is good, sight.held) == (True, True)
        assert sight.fault
        assert "issue.html" in sight.fault.message
    own.write_text("<p>Ours: {{ page.meta.title }}</p>")
    assert not table.look({_OWN}).held
    assert (standing(table).page("issues/2026-11/") or b"").startswith(b"<p>Ours: ")


def test_drafts_are_on_the_table_and_marked(table: Table) -> None:
    change(table.places, _ISSUE, "number:", "draft: true\nnumber:")
    table.look({_ISSUE})
    (place,) = standing(table).places
    assert (place.name, place.draft) == ("2026-11/en", True)
    assert b"Draft" in (standing(table).page("issues/2026-11/") or b"")


def test_nothing_is_written_into_the_publication(table: Table) -> None:
    made = {path.name for path in table.places.root.iterdir()}
    assert made == {"content", "podcast", "site", ".cache"}
    assert {path.name for path in Path(table.places.site).iterdir()} == {"index.html", "404.html", "feed.xml"}
