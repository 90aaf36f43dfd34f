"""A small server: the show that is tried out before the site that was built, with ranges and validators.

Range requests, ETag and Last-Modified are Starlette's; the types are those that podcast apps want.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from pressroom.preview.addressing import HERE, Spot

TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".m4a": "audio/x-m4a",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".srt": "application/x-subrip",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""By suffix, whatever this machine thinks of it."""

_HEADERS: Final = {"Cache-Control": "no-cache", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
_SHOWS_FEED: Final = re.compile(r"(?:podcast|private_podcast/[^/]+)/feed[^/]*\.xml")


class Layers(StaticFiles):
    """Folders above one another: a file is taken from the first that has it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__(directory=folders[-1], html=True, check_dir=False)
        self.all_directories = list(folders)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Answer with a file, a part of it, or with word that it is as it was."""
        kind = kind_of(PurePosixPath(self.get_path(scope)), PurePosixPath(os.fspath(full_path)))
        answer = FileResponse(full_path, status_code, dict(_HEADERS), media_type=kind, stat_result=stat_result)
        if status_code == 200 and self.is_not_modified(answer.headers, Headers(scope=scope)):
            return NotModifiedResponse(answer.headers)
        return answer


def kind_of(asked: PurePosixPath, file: PurePosixPath) -> str:
    """Return the type of a file by the address that was asked for and by its own name."""
    if file.name == "chapters.json":
        return "application/json+chapters"
    if file.suffix == ".xml" and file.name.startswith("feed"):
        return "application/rss+xml" if _SHOWS_FEED.fullmatch(str(asked)) else "application/atom+xml"
    return TYPES.get(file.suffix.lower(), "application/octet-stream")


def application(spot: Spot, folders: Sequence[Path]) -> Starlette:
    """Return the server of some folders, the first above the others, at the path that the site stands at.

    It answers by the names of this machine alone, so that no page elsewhere can read it through a name of its own that
    leads here (DNS rebinding).
    """
    routes: list[Route | Mount] = [Mount(spot.path.rstrip("/"), Layers(folders))]
    if spot.path != "/":
        routes.insert(0, Route("/", RedirectResponse(spot.path)))
    names = [*dict.fromkeys((spot.host, HERE, "localhost"))]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=names)])
