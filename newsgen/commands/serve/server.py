"""The local server, in its own thread beside the builds."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import logging
import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn

from newsgen.commands.serve.app import EventHub, make_app
from newsgen.commands.serve.served_site import ServedSite
from newsgen.errors import NewsgenError, Problem

# Seconds that a response in progress may still take when the server ends.
_GRACE = 1
_LOGGER = "uvicorn.error"


def listen(host: str, port: int) -> socket.socket:
    """A socket that accepts connections for a host and port; port 0 is any free one.

    From now on browsers that connect wait for an answer. Raises NewsgenError if the port is taken or cannot be had.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=100)
    except OSError as error:
        raise NewsgenError([_cannot_listen(host, port, error)]) from None


def address_of(listener: socket.socket) -> str:
    """The address to open in a browser on this machine."""
    host, port = listener.getsockname()[:2]
    if host == "0.0.0.0":
        host = "127.0.0.1"
    elif ":" in host:
        host = "[::1]" if host == "::" else f"[{host}]"
    return f"http://{host}:{port}/"


class SiteServer:
    """A server that shows a site, and the next ones as they are built, while its context lasts."""

    def __init__(self, listener: socket.socket, site: ServedSite) -> None:
        self._listener = listener
        self._hub = EventHub(site)
        config = uvicorn.Config(
            make_app(self._hub, _hosts_of(listener)),
            log_config=None,
            log_level="error",
            access_log=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=_GRACE,
        )
        self._server = _Server(config, self._hub)
        self._thread = threading.Thread(target=self._run, name="newsgen serve", daemon=True)
        self._started = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        self._started.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.should_exit = True
        self._thread.join()

    def show(self, site: ServedSite) -> None:
        """Serve the site of the next build, and notify all open pages."""
        self._loop.call_soon_threadsafe(self._hub.publish, site)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._started.set()
        await self._server.serve(sockets=[self._listener])


class _Server(uvicorn.Server):
    """Ends the event streams when it ends; pages that are open would keep it waiting."""

    def __init__(self, config: uvicorn.Config, hub: EventHub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # What is cut off now is no error.
        logging.getLogger(_LOGGER).setLevel(logging.CRITICAL)
        self._hub.close()
        await super().shutdown(sockets)


def _hosts_of(listener: socket.socket) -> tuple[str, ...]:
    """The hosts that requests may name: on loopback its own names; none, which means any, if others may connect."""
    host = listener.getsockname()[0]
    return ("localhost", host) if ipaddress.ip_address(host).is_loopback else ()


def _cannot_listen(host: str, port: int, error: OSError) -> Problem:
    location = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    # Python adds the address to the system's message.
    cause = str(error.strerror).partition(" (")[0]
    message, fix = f"cannot be listened at: {cause}", "Name another --port or --host."
    if error.errno == errno.EADDRINUSE:
        message, fix = "is in use by another program", "End that program, or take another port, such as --port 8001."
    return Problem(location, 0, message, "The browser gets the site from there.", fix)
