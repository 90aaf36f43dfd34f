"""The desk that the light table stands on: its pages, its panes and its news, for whoever sits at this machine."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from pressroom.errors import PressroomError
from pressroom.preview import spreading
from pressroom.preview.addressing import HERE, Spot
from pressroom.preview.laying import TEMPLATES
from pressroom.preview.spreading import Round
from pressroom.preview.table import Table
from pressroom.preview.views import View, nearest

_Answer = Callable[[Request], Awaitable[Response]]

_COMMON: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_TABLE: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_MESSAGE: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; font-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""A message keeps its own styles, and runs nothing."""

_OWN: Final = {"table.css": "text/css", "panes.css": "text/css", "table.js": "text/javascript"}


class Desk:
    """Answers whoever looks at the table; others on the network see the site alone."""

    def __init__(self, spot: Spot, table: Table, news: Round) -> None:
        self._path = spot.path
        self._table = table
        self._news = news

    def routes(self, folder: str) -> list[Route]:
        """Return what it answers, below a folder."""
        answers: Mapping[str, _Answer] = {
            "": self._begin,
            "events": self._events,
            "{name}": self._own,
            "{issue}/{edition}/": self._show,
            "{issue}/{edition}/{pane}": self._pane,
        }
        return [Route(f"{folder}{path}", _here_alone(answer)) for path, answer in answers.items()]

    async def _begin(self, request: Request) -> Response:
        """Lead to the edition that was asked for, or to the newest issue."""
        standing, asked = self._table.sight.standing, request.query_params
        if standing is None:
            return self._page(self._view(""))
        name = nearest(standing, asked.get("issue", ""), asked.get("edition", ""))
        return RedirectResponse(f"{request.url.path}{name}/", 303) if name else self._page(self._view(""))

    async def _show(self, request: Request) -> Response:
        view = await run_in_threadpool(self._view, _name(request))
        return self._page(view) if view.exists else RedirectResponse("../../", 303)

    async def _pane(self, request: Request) -> Response:
        view = await run_in_threadpool(self._view, _name(request))
        pane = view.pane(request.path_params["pane"])
        if pane is None or pane.kind == "page":
            return Response("There is no such pane.\n", 404, _COMMON, "text/plain")
        data = await run_in_threadpool(view.data, pane)
        return Response(data, 200, _COMMON | {"Content-Security-Policy": _MESSAGE}, _kind(pane.kind))

    async def _own(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _OWN:
            return Response("There is no such file.\n", 404, _COMMON, "text/plain")
        return Response((TEMPLATES / name).read_bytes(), 200, _COMMON, _OWN[name])

    async def _events(self, request: Request) -> Response:
        name = request.query_params.get("place", "")
        return StreamingResponse(self._told(name), headers=_COMMON, media_type="text/event-stream")

    async def _told(self, name: str) -> AsyncIterator[bytes]:
        """Give what has become of an edition, now and each time that something was saved."""
        known: dict[str, str] = {}
        async for saved in self._news.listen():
            if saved is None:
                yield spreading.SILENCE
                continue
            yield await run_in_threadpool(self._written, name, saved, known)

    def _written(self, name: str, saved: frozenset[str], known: dict[str, str]) -> bytes:
        """Write the news: what stands around the panes, and what those show of which that was not known."""
        view = self._view(name)
        if not view.exists:
            return spreading.event("gone", {})
        try:
            texts = view.texts()
        except PressroomError as fault:
            texts, view = {}, self._view(name, fault)
        new = {pane: text for pane, text in texts.items() if known.get(pane) != text}
        known.update(new)
        return spreading.event("news", {**view.news(saved), "texts": new})

    def _view(self, name: str, fault: PressroomError | None = None) -> View:
        sight = self._table.sight
        seen = replace(sight, fault=fault) if fault else sight
        return View(seen, name, self._table.places.root, self._path)

    def _page(self, view: View) -> Response:
        return Response(view.html(), 200, _COMMON | {"Content-Security-Policy": _TABLE}, "text/html")


def _name(request: Request) -> str:
    return f"{request.path_params['issue']}/{request.path_params['edition']}"


def _kind(pane: str) -> str:
    return "text/html" if pane == "email" else "text/plain"


def _is_asked_for_elsewhere(request: Request) -> bool:
    """Tell whether a page of another origin loads it; that a link there leads to it is all right.

    Such a page could read nothing, but learn from how long it takes, and keep the server at work for nobody.
    Source: https://www.w3.org/TR/fetch-metadata/
    """
    asks = request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")
    return asks and request.headers.get("Sec-Fetch-Dest", "document") != "document"


def _here_alone(answer: _Answer) -> _Answer:
    """Answer only whoever sits at this machine: what is wrong with an issue is nobody else's business."""

    async def guarded(request: Request) -> Response:
        if _is_asked_for_elsewhere(request):
            return Response("The light table is not for other pages.\n", 403, _COMMON, "text/plain")
        if request.client and request.client.host == HERE:
            return await answer(request)
        return Response("The light table is for whoever has started it.\n", 403, _COMMON, "text/plain")

    return guarded
