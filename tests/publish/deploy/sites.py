"""Small built sites: pages that link to each other, and to pictures, styles and sound that have to be there."""

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests import builders

from pressroom.publish.deploy.manifest import Stamp
from pressroom.publish.deploy.survey import Built, survey

INSTANT = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
_LINK = re.compile(r'(?:href|src)="([^"]+)"')


def built(folder: Path, files: Mapping[str, str], *, run: str = "run-1", identity: str = "our-ledger") -> Built:
    """Write a site anew, and look through it."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content.encode())
    return survey(folder, builders.publication(), Stamp(identity=identity, run=run, instant=INSTANT))


def newsletter(*issues: str, style: str = "one", **more: str) -> dict[str, str]:
    """Return a site of some issues, each with a picture and a sound, all with one style sheet; `more` are its words."""
    sheet = f"assets/press/site.{_short(style)}.css"
    head = f'<link href="{sheet}">'
    links = "".join(f'<a href="issues/{issue}/index.html">{issue}</a>' for issue in issues)
    pages: dict[str, str] = {
        "index.html": f"{head}{links}{more.get('home', '')}",
        "about/index.html": f"About us{more.get('about', '')}",
        "feed.xml": f"<feed>{''.join(issues)}</feed>",
        "sitemap.xml": f"<urlset>{''.join(issues)}</urlset>",
        sheet: style,
    }
    for issue in issues:
        picture, sound = f"assets/pictures/quay-{_short(issue)}-320.webp", f"podcast/{issue}/talk.mp3"
        body = f'{head}<h1>{issue}</h1><img src="{picture}"><audio src="{sound}"></audio>'
        pages |= {f"issues/{issue}/index.html": body, picture: f"picture of {issue}", sound: f"sound of {issue}"}
    return pages


def links(page: bytes) -> tuple[str, ...]:
    """Return what a page refers to."""
    return tuple(_LINK.findall(page.decode()))


def broken(see: Callable[[str], bytes | None]) -> str:
    """Return what a visitor misses who begins at the front page; nothing if all is there."""
    home = see("index.html")
    if home is None:
        return "index.html"
    for path in links(home):
        page = see(path)
        missed = (
            path if page is None else next((to for to in links(page) if see(to) is None), "") if "html" in path else ""
        )
        if missed:
            return missed
    return ""


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
