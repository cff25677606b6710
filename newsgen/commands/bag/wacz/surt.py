"""The key by which indexes of web archives sort an address (SURT), as warcio.js makes it, which replays WACZ files."""

from __future__ import annotations

import re

from newsgen.text.urls import split_url

_WWW = re.compile(r"^(https?://)www\d*\.")
_USUAL_PORTS = {"http": 80, "https": 443}


def surt(url: str) -> str:
    """The key of a URL that is escaped already: the host from its end, then path and query, all in lower case."""
    parts = split_url(_WWW.sub(r"\1", url).lower())
    host = ",".join(reversed((parts.hostname or "").split(".")))
    port = f":{parts.port}" if parts.port and parts.port != _USUAL_PORTS.get(parts.scheme) else ""
    query = f"?{'&'.join(sorted(parts.query.split('&')))}" if parts.query else ""
    return f"{host}{port}){parts.path or '/'}{query}"
