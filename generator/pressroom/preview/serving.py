"""The server: the site as it stands now, page by page, the show that is tried out, and the light table beside them.

Range requests, ETag and Last-Modified are Starlette's; the types are those that podcast apps want. It answers by the
names of this machine alone, so that no page elsewhere can read it through a name of its own that leads here (DNS
rebinding), and changes nothing.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from pressroom.errors import PressroomError
from pressroom.model import addresses
from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.desk import Desk
from pressroom.preview.spreading import Round
from pressroom.preview.table import Sight, Table
from pressroom.preview.views import FOLDER
from pressroom.preview.watching import saved

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

_HEADERS: Final = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_FRESH: Final = {"Cache-Control": "no-cache"}
_FOR_GOOD: Final = {"Cache-Control": "max-age=86400, immutable"}
_DIGEST: Final = re.compile(r"[.-][0-9a-f]{12}[.-]")
"""In the name of a file whose content that name tells."""

_SHOWS_FEED: Final = re.compile(r"(?:podcast|private_podcast/[^/]+)/feed[^/]*\.xml")


def kind_of(asked: PurePosixPath) -> str:
    """Return the type of a file by the address that was asked for."""
    if asked.name == "chapters.json":
        return "application/json+chapters"
    if asked.suffix == ".xml" and asked.name.startswith("feed"):
        return "application/rss+xml" if _SHOWS_FEED.fullmatch(str(asked)) else "application/atom+xml"
    return TYPES.get(asked.suffix.lower(), "application/octet-stream")


def application(spot: Spot, table: Table) -> Starlette:
    """Return the server of what lies on a table, at the path that the site stands at.

    Its `state.end` has those stop listening who would otherwise for ever.
    """
    news = Round()
    desk = Desk(spot, table, news)
    site = partial(_answer, table)
    routes = [*desk.routes(f"{spot.path}{FOLDER}"), Route(f"{spot.path}{{path:path}}", site)]
    if spot.path != "/":
        routes += [Route("/", RedirectResponse(spot.path)), Route(spot.path.rstrip("/"), RedirectResponse(spot.path))]
    names = [*dict.fromkeys((spot.host, HERE, "localhost"))]
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=names)
    app = Starlette(routes=routes, middleware=[guard], lifespan=partial(_watching, table, news))
    app.state.end = news.end
    return app


@asynccontextmanager
async def _watching(table: Table, news: Round, _: Starlette) -> AsyncIterator[None]:
    """Look at what is saved, as long as the server runs."""
    watching = asyncio.create_task(_look(table, news))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _look(table: Table, news: Round) -> None:
    async for paths in saved(table.places.root):
        await run_in_threadpool(table.look, paths)
        news.tell(paths)


async def _answer(table: Table, request: Request) -> Response:
    """Answer with a page, a file or a part of it, word that it is as it was, or the page for what is not there."""
    sight, path = table.sight, str(request.path_params["path"])
    try:
        return await run_in_threadpool(_found, sight, path, request)
    except PressroomError as fault:
        return PlainTextResponse(f"{fault.message}\n\n{fault.hint}\n", 500, _HEADERS)


def _found(sight: Sight, path: str, request: Request) -> Response:
    standing = sight.standing
    if standing is None:
        return PlainTextResponse("Nothing can be shown yet: the content has errors.\n", 503, _HEADERS)
    fresh = {**_HEADERS, **_FRESH}
    address = path.removesuffix("index.html")
    page = standing.page(address)
    if page is not None and address != addresses.MISSING:
        return _whole(page, "text/html", fresh, request)
    if not path.endswith("/") and standing.has(f"{path}/"):
        return RedirectResponse(f"{request.url.path}/")
    file = standing.file(path)
    if file is None:
        return Response(standing.page(addresses.MISSING), 404, fresh, "text/html")
    kept = {**_HEADERS, **(_FOR_GOOD if _DIGEST.search(path) else _FRESH)}
    kind = kind_of(PurePosixPath(path))
    if isinstance(file, bytes):
        return _whole(file, kind, kept, request)
    return _file(file, kind, kept, request)


def _whole(data: bytes, kind: str, headers: Mapping[str, str], request: Request) -> Response:
    named = {**headers, "ETag": f'"{sha256(data).hexdigest()[:32]}"'}
    return _unless_known(Response(data, 200, named, kind), request)


def _file(path: Path, kind: str, headers: Mapping[str, str], request: Request) -> Response:
    return _unless_known(FileResponse(path, 200, headers, kind, stat_result=path.stat()), request)


def _unless_known(answer: Response, request: Request) -> Response:
    """Return an answer, or word that whoever asks has it already (RFC 9110 §13.1.2, §13.1.3)."""
    etags = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    since = request.headers.get("If-Modified-Since")
    dated = not any(etags) and since is not None and since == answer.headers.get("Last-Modified")
    if answer.headers["ETag"] in etags or dated:
        names = ("Cache-Control", "ETag", "Last-Modified")
        return Response(
            status_code=304, headers={name: answer.headers[name] for name in names if name in answer.headers}
        )
    return answer
