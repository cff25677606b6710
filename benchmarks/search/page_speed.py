"""Measure how long a reader waits for the results of a search in the browser, and how much is transferred.

    python -m benchmarks.search.page_speed PUBLIC

types queries into the search page of a built site, in headless Chromium: served over HTTP at full speed and at that of
a slow phone, and opened from the disk. Every query has a browser with an empty cache. Times are milliseconds from the
last key to the first results and to the end; bytes are those received from the first key on. It needs playwright, and
Chromium as `chromium` on the path.
"""

from __future__ import annotations

import argparse
import html
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Locator, sync_playwright

# The interface of the search page. A key in the field ends the state "done" until the results are complete.
PAGE = "search.html"
FIELD = "#query"
RESULTS = "#results"
RESULT = "a[href]"
DONE = '[data-state="done"]'

# Milliseconds between two keys of a fast typist, and without changes after which results count as final.
KEY_DELAY = 80
REST = 400
# Seconds to wait for results.
PATIENCE = 60
SEED = 5
# Stories from which queries are drawn.
SAMPLED = 400

# "Fast 3G" of Chromium's developer tools: milliseconds, and bytes a second.
FAST_3G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}

# Python's own server sends headers and content separately. The system may then delay the content until the browser has
# acknowledged the headers, by 40 ms a file. Like other servers, this one disables that.
SERVE = """
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer, test
SimpleHTTPRequestHandler.disable_nagle_algorithm = True
test(SimpleHTTPRequestHandler, ThreadingHTTPServer, "HTTP/1.1", port=0, bind="127.0.0.1")
"""

WATCH = f"""(() => {{
    const times = window.times = {{ last: 0, first: null, done: null, changed: 0 }};
    addEventListener("input", () => Object.assign(times, {{ last: performance.now(), first: null, done: null }}), true);
    addEventListener("DOMContentLoaded", () => {{
        const results = document.querySelector({RESULTS!r});
        new MutationObserver((changes) => {{
            times.changed = performance.now();
            const added = changes.some((change) => change.addedNodes.length);
            if (added && results.querySelector({RESULT!r})) times.first ??= times.changed;
            times.done = results.matches({DONE!r}) ? times.done ?? times.changed : null;
        }}).observe(results, {{ attributes: true, characterData: true, childList: true, subtree: true }});
    }});
}})()"""
GET_TIMES = f"times.done !== null && performance.now() - times.changed > {REST} ? times : null"

# Puts a query into the field.
Enter = Callable[[Locator, str], None]


class Visit(NamedTuple):
    """One query: milliseconds to the first result (None if nothing is found) and to all, bytes and requests."""

    first: float | None
    done: float
    size: int
    requests: int


class Connection(NamedTuple):
    """A way to open the site: its name, the address of the root, and the emulated network conditions."""

    name: str
    address: str
    conditions: Mapping[str, Any] | None


class Traffic:
    """Counts what a tab receives, from a server or from the disk."""

    def __init__(self, session: CDPSession) -> None:
        self.size = 0
        self.requests = 0
        session.on("Network.requestWillBeSent", self._count_request)
        session.on("Network.loadingFinished", self._count_bytes)

    def _count_request(self, event: dict[str, Any]) -> None:
        self.requests += 1

    def _count_bytes(self, event: dict[str, Any]) -> None:
        self.size += int(event["encodedDataLength"])


def choose_queries(public: Path, count: int) -> dict[str, list[str]]:
    """Draw `count` queries of each kind, of words from a sample of the site's stories."""
    random = Random(SEED)
    stories = sorted(file for file in public.rglob("*.html") if b"<article" in file.read_bytes())
    texts = [read_text(file) for file in random.sample(stories, min(SAMPLED, len(stories)))]
    seen = Counter(word for text in texts for word in set(text))
    words = sorted(word for word in seen if word.isalpha() and len(word) > 2)

    def draw(least: float, most: float) -> list[str]:
        fitting = [word for word in words if least * len(texts) <= seen[word] <= max(1, most * len(texts))]
        return random.choices(fitting or words, k=count)

    common, middling, rare = draw(0.4, 1), draw(0.03, 0.2), draw(0, 0.01)
    starts = [(random.choice(texts), random.random()) for _ in range(count)]
    return {
        "very common word": common,
        "middling word": middling,
        "rare word": rare,
        "two words": [" ".join(pair) for pair in zip(middling, draw(0.03, 0.2), strict=True)],
        "three words": [" ".join(words) for words in zip(common, middling, rare, strict=True)],
        "beginning of a word": [word[: max(3, len(word) // 2)] for word in draw(0.01, 0.2)],
        "phrase": [
            f'"{" ".join(text[(start := int(share * (len(text) - 2))) : start + 2])}"' for text, share in starts
        ],
        "nothing found": [f"{word}qx" for word in rare],
    }


def read_text(story: Path) -> list[str]:
    """The words of a story's article, in lower case."""
    article = re.sub(r"(?s).*<article[^>]*>|</article>.*", "", story.read_text(encoding="utf-8"))
    return re.findall(r"[^\W_]+", html.unescape(re.sub(r"<[^>]*>", " ", article)).lower())


def type_in(field: Locator, query: str) -> None:
    """Type a query as a fast typist does."""
    field.press_sequentially(query, delay=KEY_DELAY)


def paste(field: Locator, query: str) -> None:
    """Enter a query at once: no search runs between two keys, as on a busy machine may happen."""
    field.fill(query)


def search(browser: Browser, connection: Connection, query: str, enter: Enter) -> tuple[Visit, Visit]:
    """Open the search page in a browser with an empty cache, and enter a query; the costs of both."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    traffic = Traffic(session)
    session.send("Network.enable")
    if connection.conditions:
        session.send("Network.emulateNetworkConditions", dict(connection.conditions))
    page.add_init_script(WATCH)
    started = time.perf_counter()
    page.goto(connection.address + PAGE)
    opened = Visit(None, 1000 * (time.perf_counter() - started), traffic.size, traffic.requests)
    enter(page.locator(FIELD), query)
    until = time.monotonic() + PATIENCE
    while not (times := page.evaluate(GET_TIMES)):
        if time.monotonic() > until:
            sys.exit(f"{connection.name}: {query} has no results after {PATIENCE} seconds")
        time.sleep(0.05)
    context.close()
    first = times["first"] - times["last"] if times["first"] else None
    size, requests = traffic.size - opened.size, traffic.requests - opened.requests
    return opened, Visit(first, times["done"] - times["last"], size, requests)


@contextmanager
def serving(public: Path) -> Iterator[str]:
    """Run a plain server of static files; the address of its root."""
    command = [sys.executable, "-u", "-c", SERVE]
    with subprocess.Popen(command, cwd=public, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout
            yield re.findall(r"http://\S+/", server.stdout.readline())[0]
        finally:
            server.terminate()


def write_row(label: str, visits: Sequence[Visit]) -> str:
    """A row of a Markdown table: the median and the 95th percentile of each figure."""
    firsts = [visit.first for visit in visits if visit.first is not None]
    cells = [find_percentiles(firsts) if firsts else "–", find_percentiles([visit.done for visit in visits])]
    cells.append(find_percentiles([visit.size / 1000 for visit in visits]))
    cells.append(find_percentiles([visit.requests for visit in visits]))
    return f"| {label} | {' | '.join(cells)} |"


def find_percentiles(figures: Sequence[float]) -> str:
    """The median and the 95th percentile."""
    if len(figures) == 1:
        figures = [*figures, *figures]
    parts = statistics.quantiles(figures, n=20, method="inclusive")
    return f"{parts[9]:,.0f} / {parts[18]:,.0f}"


def main() -> None:
    """Print a table for each connection."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=Path, help="the folder of a built site")
    parser.add_argument("--queries", type=int, default=10, help="number of queries of each kind")
    parser.add_argument("--pasted", action="store_true", help="enter queries at once, and do not type them")
    options = parser.parse_args()
    enter = paste if options.pasted else type_in
    public = options.public.resolve()
    kinds = choose_queries(public, options.queries)
    flags = ["--no-sandbox", "--disable-gpu"]
    with serving(public) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        connections = (
            Connection("HTTP", address, None),
            Connection("HTTP, fast 3G", address, FAST_3G),
            Connection("from the disk", f"{public.as_uri()}/", None),
        )
        for connection in connections:
            visits = {
                kind: [search(browser, connection, query, enter) for query in queries]
                for kind, queries in kinds.items()
            }
            print(f"\n### {connection.name}\n")
            print("| p50 / p95 | first results, ms | all, ms | KB | requests |\n|---|---:|---:|---:|---:|")
            everything = [visit for found in visits.values() for visit in found]
            print(write_row("opening the page", [opened for opened, _ in everything]))
            for kind, found in visits.items():
                print(write_row(kind, [visit for _, visit in found]))
            print(write_row("all queries", [visit for _, visit in everything]), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
