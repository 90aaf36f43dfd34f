"""`pressroom check some.html` and `some.eml`: any email, wherever it lies, with or without a publication."""

import json
from pathlib import Path

import pytest
from tests.check.message_rules.opened import good, seal
from tests.cli.calling import Caller
from tests.cli.test_build import spoil


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that is no publication, with a good email in it and a bad one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "good.html").write_text(good().html)
    (folder / "good.eml").write_bytes(seal(good()))
    (folder / "bad.html").write_text(good().html.replace(' alt="A ferry in the fog"', ""))
    (folder / "plain.htm").write_text(good().html.replace('<meta name="format-detection"', "<meta"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("elsewhere")
def test_emails_need_no_publication(pressroom: Caller) -> None:
    called = pressroom.bare("check", "good.html", "good.eml")
    assert (called.code, called.out, called.err) == (0, "Nothing wrong found.\n", "")


def test_findings_name_the_file_as_it_was_given_and_their_line(pressroom: Caller, elsewhere: Path) -> None:
    called = pressroom.bare("check", "good.html", "bad.html", str(elsewhere / "bad.html"))
    assert called.code == 1
    line = next(n for n, text in enumerate((elsewhere / "bad.html").read_text().split("\n"), 1) if "<img" in text)
    assert f"bad.html:{line}: error[picture-alt]: <img src=" in called.out
    assert f"{elsewhere}/bad.html:{line}: error[picture-alt]" in called.out


@pytest.mark.usefixtures("elsewhere")
def test_formats_and_strictness_are_those_of_every_check(pressroom: Caller) -> None:
    assert pressroom.bare("check", "plain.htm").code == 0
    called = pressroom.bare("check", "--strict", "--format", "json", "plain.htm")
    assert called.code == 1
    [finding] = json.loads(called.out)["findings"]
    assert (finding["path"], finding["rule"], finding["severity"]) == ("plain.htm", "apple-metas", "error")


@pytest.mark.usefixtures("elsewhere")
def test_an_email_and_a_path_of_the_publication_are_judged_together(pressroom: Caller) -> None:
    spoil(pressroom.root, "section: ships", "section: shps")
    called = pressroom("check", "bad.html", "content")
    assert called.code == 1
    assert "error[unknown-section]" in called.out
    assert "error[picture-alt]" in called.out
    assert "unknown-section" not in pressroom("check", "bad.html").out


def test_what_a_publication_is_made_of_is_no_email(pressroom: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    template = pressroom.root / "themes/newsletter/message.html"
    template.parent.mkdir(parents=True, exist_ok=True)
    template.write_text("{{ no email }}")
    monkeypatch.chdir(pressroom.root)
    assert "doctype" not in pressroom.bare("check", "themes/newsletter/message.html").out
    assert "doctype" not in pressroom("check", str(template)).out


@pytest.mark.parametrize("name", ["link.html", "huge.eml"])
def test_what_is_no_plain_file_or_too_large_is_told(pressroom: Caller, elsewhere: Path, name: str) -> None:
    (elsewhere / "link.html").symlink_to(elsewhere / "good.html")
    with (elsewhere / "huge.eml").open("wb") as file:
        file.truncate(10_000_001)
    called = pressroom.bare("check", name)
    assert called.code == 3
    assert f"{name} cannot be read as an email or a feed." in called.err


@pytest.mark.usefixtures("elsewhere")
def test_an_email_that_is_not_there_is_wrong_usage(pressroom: Caller) -> None:
    called = pressroom("check", "gone.eml")
    assert called.code == 2
    assert "There is no gone.eml in this publication." in called.err
