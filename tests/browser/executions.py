"""What runs in pages whose policy is taken off: a browser opens them in frames, many at a time.

A script that runs says so itself, by the functions that attacks call, and the browser says so of every other one, since
a policy that only reports forbids them all. What waits for a reader is not waited for: events are sent to whatever
listens, and links that are scripts are followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.support.http_server import QuietHandler, run_server

# How many frames are open at a time, and the milliseconds after which those are closed that still load.
_FRAMES, _PATIENCE = 40, 30_000
_OPENER = "opener.html"
_META_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_TYPES = {
    **dict.fromkeys((".html", ".htm"), "text/html; charset=utf-8"),
    **dict.fromkeys((".xhtml", ".xht"), "application/xhtml+xml"),
    **dict.fromkeys((".xml", ".xsl", ".xsd"), "application/xml"),
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
# Scripts of the site's own files may run: those of its search.
_REPORTS = "script-src 'self'"
_WATCH = """(() => {
  const say = (what) => console.debug(`ran ${location.href} ${what}`);
  for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => say(name);
  window.open = () => null;
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective.startsWith("script-src")) say(`${effectiveDirective} ${blockedURI}`);
  });
  addEventListener("load", () => {
    for (const element of document.querySelectorAll("*")) {
      for (const { name } of [...element.attributes]) {
        if (/^on[a-z]+$/.test(name)) element.dispatchEvent(new Event(name.slice(2), { bubbles: false }));
      }
      const address = element.getAttribute("href") || element.getAttribute("xlink:href") || "";
      if (/^[\\s\\0-\\x1f]*j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t\\s*:/i.test(address)) {
        element.dispatchEvent(new MouseEvent("click", { cancelable: true }));
      }
    }
  });
})()"""
_OPEN = """([addresses, patience]) => Promise.all(addresses.map((address) => new Promise((done) => {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
  const end = (answer) => { clearTimeout(timer); setTimeout(() => { frame.remove(); done(answer); }, 20); };
  const timer = setTimeout(() => end(address), patience);
  frame.onload = () => end("");
  frame.src = address;
  document.body.append(frame);
}))).then((late) => late.filter((address) => address))"""


@dataclass
class Opened:
    """The pages in which a script ran, each with what was seen, what was asked of other hosts, and what never ended."""

    ran: dict[str, set[str]] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    endless: list[str] = field(default_factory=list)


def open_pages(browser: Browser, folder: Path, pages: Sequence[str]) -> Opened:
    """Open pages of a folder without their policy; what follows a "?" is their query."""
    found = Opened()
    with _serve(folder) as address:
        tab: Page | None = None
        for begin in range(0, len(pages), _FRAMES):
            batch = [address + _address_of(page) for page in pages[begin : begin + _FRAMES]]
            if tab is None or begin % (50 * _FRAMES) == 0:
                if tab:
                    tab.context.close()
                tab = _new_tab(browser, address, found)
            found.endless += [unquote(late.removeprefix(address)) for late in tab.evaluate(_OPEN, [batch, _PATIENCE])]
        if tab:
            tab.context.close()
    return found


def _address_of(page: str) -> str:
    # No file's name has a question mark.
    path, mark, query = page.partition("?")
    return f"{quote(path)}{mark}{query}"


def _new_tab(browser: Browser, address: str, found: Opened) -> Page:
    context = browser.new_context()
    context.add_init_script(_WATCH)
    tab = context.new_page()
    tab.goto(address + _OPENER)

    def note(message: ConsoleMessage) -> None:
        kind, _, rest = message.text.partition(" ")
        if kind == "ran" and message.type == "debug":
            place, _, what = rest.partition(" ")
            found.ran.setdefault(unquote(place.removeprefix(address)), set()).add(what)

    def note_request(request: Request) -> None:
        if not request.url.startswith((address, "data:", "about:", "blob:")):
            found.foreign.add(request.url)

    tab.on("console", note)
    tab.on("request", note_request)
    return tab


@contextmanager
def _serve(folder: Path) -> Iterator[str]:
    """Serve a folder without the policy that its pages have; the address of its root."""

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            file = folder / path
            file = file / "index.html" if file.is_dir() else file
            content = b"<!doctype html><title>Frames</title><body>" if path == _OPENER else b""
            if not content and file.is_file():
                content = file.read_bytes()
            self.send_response(200 if content else 404)
            if path != _OPENER:
                self.send_header("Content-Security-Policy-Report-Only", _REPORTS)
            if file.suffix == ".html":
                content = _META_POLICY.sub(b"", content)
            elif file.suffix in (".css", ".js", ".svg"):
                self.send_header("Cache-Control", "max-age=3600")
            # Of any other ending a server knows no type, and the browser goes by how the file begins.
            if kind := _TYPES.get(file.suffix.lower()):
                self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            with suppress(ConnectionError):
                # What the browser asked for may be of a frame that is closed by now.
                self.end_headers()
                self.wfile.write(content)

    with run_server(Handler) as address:
        yield f"{address}/"
