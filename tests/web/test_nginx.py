"""A real nginx with the fragment that a build writes (build/hosting/nginx.conf): the same site, the right headers."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.kinds import KINDS, MISSING
from tests.web.parts import NGINX
from tests.web.visiting import OPENED, visit

_SETTINGS = """
{user}
pid {folder}/pid;
events {{}}
http {{
    access_log off;
    {temporary}
    server {{
        listen 127.0.0.1:{port};
        root {folder}/root;
        include {fragment};
    }}
}}
"""
_MESSAGE = "issues/2026-11/email.html"
_TEMPORARY = ("client_body", "fastcgi", "proxy", "scgi", "uwsgi")


@pytest.fixture(scope="module")
def nginx(publication: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Run nginx at a port of its own."""
    program, folder, port = NGINX.need(), tmp_path_factory.mktemp("nginx"), _free_port()
    (folder / "root").mkdir()
    (folder / "root/news").symlink_to(publication / "site")
    settings = _SETTINGS.format(
        user="user root;" if os.geteuid() == 0 else "",
        folder=folder,
        temporary=" ".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY),
        port=port,
        fragment=publication / "build/hosting/nginx.conf",
    )
    (folder / "nginx.conf").write_text(settings)
    command: list[str | Path] = [program, "-c", folder / "nginx.conf", "-e", folder / "errors"]
    started = subprocess.run(command, capture_output=True, check=False, text=True)
    assert started.returncode == 0, started.stderr
    yield port
    subprocess.run([*command, "-s", "stop"], check=True)


@pytest.fixture(scope="module")
def browser(launch: Callable[[int], Browser], nginx: int) -> Iterator[Browser]:
    """Chromium, for which the site is what nginx serves."""
    browser = launch(nginx)
    yield browser
    browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("kind", OPENED)
def test_every_kind_of_page_is_served_with_a_policy_that_it_keeps(page: Page, kind: str) -> None:
    response = visit(page, kind)
    assert response is not None
    assert response.status == (404 if KINDS.get(kind) == MISSING else 200)
    assert response.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    page.wait_for_load_state("networkidle")


def test_a_message_opens_in_the_browser(page: Page) -> None:
    page.goto("issues/2026-11/email.html")
    expect(page.get_by_role("heading").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/atom+xml"),
        ("podcast/feed.xml", "application/rss+xml"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("assets/press/print.css", "text/css; charset=utf-8"),
        ("assets/press/press.js", "text/javascript; charset=utf-8"),
        ("podcast/2026-11-ask-the-captain/transcript.vtt", "text/vtt; charset=utf-8"),
        ("podcast/2026-11-ask-the-captain/chapters.json", "application/json+chapters"),
        ("podcast/2026-11-ask-the-captain/ask-the-captain.mp3", "audio/mpeg"),
    ],
)
def test_a_file_has_its_type_and_nobody_may_guess_another(nginx: int, site: Path, path: str, kind: str) -> None:
    file = next(site.glob(path)).relative_to(site).as_posix()
    status, headers = _ask(nginx, f"/news/{file}")
    assert (status, headers["Content-Type"], headers["X-Content-Type-Options"]) == (200, kind, "nosniff")


def test_what_is_named_by_its_digest_is_kept_and_pages_are_asked_for_again(nginx: int, site: Path) -> None:
    picture = next((site / "assets/pictures").glob("*.webp")).name
    assert "immutable" in _ask(nginx, f"/news/assets/pictures/{picture}")[1]["Cache-Control"]
    assert "no-cache" in _ask(nginx, "/news/issues/")[1]["Cache-Control"]


def test_a_file_that_is_not_there_is_not_kept_as_if_it_were(nginx: int) -> None:
    status, headers = _ask(nginx, "/news/assets/pictures/gone-1a2b3c4d5e6f-960.webp")
    assert (status, "immutable" in headers["Cache-Control"]) == (404, False)
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_message_has_a_policy_of_its_own_that_lets_no_script_run(nginx: int) -> None:
    policies = {path: _ask(nginx, f"/news/{path}")[1]["Content-Security-Policy"] for path in ("", _MESSAGE)}
    assert "script-src 'self'" in policies[""]
    assert "script" not in policies[_MESSAGE]
    assert "style-src 'unsafe-inline'" in policies[_MESSAGE]


def test_a_player_may_ask_for_a_part_of_a_sound(nginx: int) -> None:
    path = "/news/podcast/2026-11-ask-the-captain/ask-the-captain.mp3"
    status, headers = _ask(nginx, path, {"Range": "bytes=100-199"})
    assert (status, headers["Content-Length"]) == (206, "100")


@pytest.mark.parametrize("path", ["/news", "/news/issues/2026-11", "/news/podcast"])
def test_a_missing_slash_is_put_right(nginx: int, path: str) -> None:
    status, headers = _ask(nginx, path)
    assert (status, headers["Location"]) == (301, f"{path}/")


@pytest.mark.parametrize("path", ["_headers", ".gitignore"])
def test_what_is_not_for_readers_is_not_served(nginx: int, path: str) -> None:
    assert _ask(nginx, f"/news/{path}")[0] == 404


def _ask(port: int, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """Return the status and headers of an answer, without following a redirection."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response.status, dict(response.headers)
    finally:
        connection.close()
