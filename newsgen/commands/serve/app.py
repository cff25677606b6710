"""The application of the local server: the built files as they are, pages with the script, and news of each build."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Collection
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from newsgen.commands.serve.edition import ServedSite
from newsgen.commands.serve.live_reload import EVENTS, add_script, event_data, make_problem_page
from newsgen.commands.serve.static_files import MISSING, resolve_path
from newsgen.pages.media_types import type_of

_FRESH = {"Cache-Control": "no-store"}
# Milliseconds after which a browser looks for a server that was ended and begun again.
_RETRY = 500
_NO_PAGE = b"<!doctype html>\n<title>Not found</title>\n<p>There is no such page, and the site has no 404.html.\n"


class EventHub:
    """The edition that is on show, and all who wait for the next one. Lives in one event loop."""

    def __init__(self, edition: ServedSite) -> None:
        self.edition = edition
        self._open = True
        self._news = asyncio.Event()

    def show(self, edition: ServedSite) -> None:
        """Put the next edition on show."""
        self.edition = edition
        self._wake()

    def close(self) -> None:
        """Let nobody wait any longer."""
        self._open = False
        self._wake()

    async def editions(self) -> AsyncIterator[ServedSite]:
        """The edition on show and, as soon as it comes, each next one."""
        while self._open:
            # Taken before the edition is looked at, so that none can come unnoticed in between.
            news = self._news
            yield self.edition
            await news.wait()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()


def make_app(desk: EventHub, hosts: Collection[str]) -> Starlette:
    """The application, for requests that name one of these hosts; none stands for any.

    Another site that lets its name lead to this machine, to read what is here, is refused by the name.
    """

    def answer(request: Request) -> Response:
        return _answer(request, desk.edition) if _names_one_of(hosts, request) else Response(status_code=400)

    async def tell(request: Request) -> Response:
        if not _names_one_of(hosts, request):
            return Response(status_code=400)
        return StreamingResponse(_stream(desk), headers=_FRESH, media_type="text/event-stream")

    return Starlette(routes=[Route(EVENTS, tell), Route("/{path:path}", answer)])


def _names_one_of(hosts: Collection[str], request: Request) -> bool:
    try:
        return not hosts or urlsplit(f"//{request.headers.get('host', '')}").hostname in hosts
    except ValueError:
        return False


async def _stream(desk: EventHub) -> AsyncIterator[str]:
    yield f"retry: {_RETRY}\n\n"
    async for edition in desk.editions():
        yield f"data: {json.dumps(event_data(edition))}\n\n"


def _answer(request: Request, edition: ServedSite) -> Response:
    """The answer to an address: a file of the edition, or the page that says why there is none."""
    if edition.folder is None:
        return _send(request, edition, make_problem_page(edition), "text/html", 503)
    found = resolve_path(edition.folder, request.scope["raw_path"], edition.prefix)
    if isinstance(found, str):
        return RedirectResponse(found, headers=_FRESH)
    status = 200 if found else 404
    try:
        # Whole, so that a file that the next build replaces meanwhile is sent as one or the other.
        file = found or edition.folder / MISSING
        return _send(request, edition, file.read_bytes(), type_of(file.name), status)
    except OSError:
        return _send(request, edition, _NO_PAGE, "text/html", 404)


def _send(request: Request, edition: ServedSite, content: bytes, kind: str, status: int) -> Response:
    # Browsers say what they want a file for. In a frame or for a script it is as it was built.
    wanted = request.headers.get("sec-fetch-dest", "document")
    if kind == "text/html" and wanted == "document":
        content = add_script(content, edition.key, secrets.token_urlsafe())
    return Response(content, status, headers=_FRESH, media_type=kind)
