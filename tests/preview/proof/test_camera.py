"""Pictures of a proof by a browser that is there; where there is none, or it fails, there are none."""

import os
import stat
from pathlib import Path

import pytest
from PIL import Image
from tests.web.parts import CHROMIUM

from pressroom.preview.proof import camera
from pressroom.preview.proof.camera import Shot, find, take

_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Fog</title>'
    "<style>body{margin:0;background:#0f4c75}div{width:100%%;height:10px;background:#f00}</style><div></div>%s"
)


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_a_browser_is_named_or_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find(environment={}) is None
    there = program(tmp_path / "google-chrome", "exit 0")
    assert find(environment={}) == there
    named = program(tmp_path / "mine", "exit 0")
    assert find(environment={camera.VARIABLE: str(named)}) == named
    assert find(str(there), environment={camera.VARIABLE: str(named)}) == there
    assert find("no-such-browser", environment={}) is None
    monkeypatch.setenv(camera.VARIABLE, str(named))
    assert find() == named
    monkeypatch.chdir(tmp_path)
    assert find("./mine") == named  # it is called from another folder


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_browser_that_takes_none_is_told(tmp_path: Path, script: str) -> None:
    browser = program(tmp_path / "browser", script)
    assert take(browser, tmp_path, [Shot(name="en-phone", file="a.html", width=375)]) == ()
    assert list((tmp_path / camera.FOLDER).iterdir()) == []


def test_a_browser_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera, "_PATIENCE", 0.1)
    browser = program(tmp_path / "browser", "exec tail -f /dev/null")
    assert take(browser, tmp_path, [Shot(name="en-phone", file="a.html", width=375)]) == ()


def test_it_learns_no_secret_and_has_a_profile_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_API_KEY", "hush")
    browser = program(tmp_path / "browser", f'env > "{tmp_path}/heard"; printf "%s\\n" "$@" >> "{tmp_path}/heard"')
    take(browser, tmp_path, [Shot(name="en-phone", file="a.html", width=375)])
    heard = (tmp_path / "heard").read_text()
    assert "hush" not in heard
    [profile] = [line.partition("=")[2] for line in heard.splitlines() if line.startswith("--user-data-dir=")]
    assert not Path(profile).exists()
    assert "MAP * ~NOTFOUND" in heard
    assert ("--no-sandbox" in heard) == (os.geteuid() == 0)


def test_a_phones_picture_is_as_wide_as_a_phone(tmp_path: Path) -> None:
    browser = CHROMIUM.need()
    (tmp_path / "page.html").write_text(_PAGE % "")
    assert take(browser, tmp_path, [Shot(name="en-phone", file="page.html", width=375)]) == ("en-phone",)
    with Image.open(tmp_path / "pictures/en-phone.jpg") as image:
        assert (image.width, image.format) == (375, "JPEG")
        assert image.height > 1_000
        for across in (2, 372):
            assert image.crop((across, 2, across + 1, 3)).tobytes()[0] > 200
            assert image.crop((across, 500, across + 1, 501)).tobytes()[2] > 90
