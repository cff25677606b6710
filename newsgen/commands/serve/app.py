"""The application of the local server: the built files as they are, pages with the script, and a stream of builds."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Collection

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from newsgen.commands.serve.live_reload import EVENTS, add_script, event_data, make_problem_page
from newsgen.commands.serve.served_site import ServedSite
from newsgen.commands.serve.static_files import NOT_FOUND, resolve_path
from newsgen.record.media_types import type_of
from newsgen.text.urls import split_url

_NO_STORE = {"Cache-Control": "no-store"}
# Milliseconds after which a browser reconnects to a server that was restarted.
_RETRY = 500
_NO_PAGE = b"<!doctype html>\n<title>Not found</title>\n<p>There is no such page, and the site has no 404.html.\n"


class EventHub:
    """Holds the current site and wakes waiting event streams. Lives in one event loop."""

    def __init__(self, site: ServedSite) -> None:
        self.site = site
        self._open = True
        self._changed = asyncio.Event()

    def publish(self, site: ServedSite) -> None:
        """Serve the site of the next build."""
        self.site = site
        self._wake()

    def close(self) -> None:
        """End all streams."""
        self._open = False
        self._wake()

    async def updates(self) -> AsyncIterator[ServedSite]:
        """The current site and, as soon as it is published, each next one."""
        while self._open:
            # Taken before the site is looked at, so that no update comes unnoticed in between.
            changed = self._changed
            yield self.site
            await changed.wait()

    def _wake(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()


def make_app(hub: EventHub, hosts: Collection[str]) -> Starlette:
    """The application, for requests that name one of these hosts; without hosts, for any.

    The check refuses another site whose name was made to lead to this machine, to read what is here.
    """

    def answer(request: Request) -> Response:
        return _answer(request, hub.site) if _names_one_of(hosts, request) else Response(status_code=400)

    async def stream_events(request: Request) -> Response:
        if not _names_one_of(hosts, request):
            return Response(status_code=400)
        return StreamingResponse(_stream(hub), headers=_NO_STORE, media_type="text/event-stream")

    return Starlette(routes=[Route(EVENTS, stream_events), Route("/{path:path}", answer)])


def _names_one_of(hosts: Collection[str], request: Request) -> bool:
    return not hosts or split_url(f"//{request.headers.get('host', '')}").hostname in hosts


async def _stream(hub: EventHub) -> AsyncIterator[str]:
    yield f"retry: {_RETRY}\n\n"
    async for site in hub.updates():
        yield f"data: {json.dumps(event_data(site))}\n\n"


def _answer(request: Request, site: ServedSite) -> Response:
    """The response to a path: a file of the site, a redirect, or the page for missing addresses."""
    if site.folder is None:
        return _send(request, site, make_problem_page(site), "text/html", 503)
    found = resolve_path(site.folder, request.scope["raw_path"], site.prefix)
    if isinstance(found, str):
        return RedirectResponse(found, headers=_NO_STORE)
    status = 200 if found else 404
    try:
        # Read at once, so that a file that the next build replaces meanwhile is sent as one or the other.
        file = found or site.folder / NOT_FOUND
        return _send(request, site, file.read_bytes(), type_of(file.name), status)
    except OSError:
        return _send(request, site, _NO_PAGE, "text/html", 404)


def _send(request: Request, site: ServedSite, content: bytes, media_type: str, status: int) -> Response:
    # Browsers say what they want a file for. In a frame or for a script a page is sent as it was built.
    destination = request.headers.get("sec-fetch-dest", "document")
    if media_type == "text/html" and destination == "document":
        content = add_script(content, site.key, secrets.token_urlsafe())
    return Response(content, status, headers=_NO_STORE, media_type=media_type)
