"""Write the text of WCXB's article pages as a browser copies it.

    python -m benchmarks.reading.render_wcxb DEV TEXTS.jsonl.gz [--chromium PATH] [--write-digests]

DEV is the folder `dev` of the data set (see `wcxb`). Each page is opened in headless Chromium without a network: style
sheets and scripts of other files are missing, scripts do not run, and what only they hide is part of the text. The text
is `innerText` of the body, which is what "select all" and "copy" give. It is compared with `wcxb_texts.tsv`; another
version of the browser may give other texts for a few pages. Needs Playwright and Chromium.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Error, Route, sync_playwright

from benchmarks.reading.wcxb import DIGESTS, digest_of, digests, page_ids, read_page

ADDRESS = "http://page.invalid/"
# Scripts are not switched off, for then the browser would show what stands in <noscript>.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Pages are opened in a new window after so many of them, as old ones keep memory.
PAGES_OF_A_WINDOW = 50
VIEWPORT = {"width": 1280, "height": 900}
HEADER = "# The number of each page of WCXB's dev set that is read, and the first digits of the SHA-256 of its text."


def render(pages: Sequence[tuple[str, bytes]], chromium: str) -> Iterator[tuple[str, str]]:
    """The number and the text of each page; a page that the browser cannot open has an empty one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for start in range(0, len(pages), PAGES_OF_A_WINDOW):
            context = browser.new_context(viewport=VIEWPORT, locale="en-GB", timezone_id="UTC")  # type: ignore[arg-type]
            window = context.new_page()
            for number, content in pages[start : start + PAGES_OF_A_WINDOW]:
                window.route("**/*", partial(_answer, content))
                try:
                    window.goto(ADDRESS, wait_until="domcontentloaded", timeout=60_000)
                    yield number, window.evaluate("document.body ? document.body.innerText : ''")
                except Error:
                    yield number, ""
                window.unroute("**/*")
            context.close()
        browser.close()


def _answer(content: bytes, route: Route) -> None:
    """Answer the request for the page with its content, and none for anything else."""
    if route.request.url == ADDRESS:
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
        route.fulfill(body=content, headers=headers)
    else:
        route.abort()


def main() -> None:
    """Write the texts, and tell how many are those of the list."""
    parser = argparse.ArgumentParser(description="Write the texts of WCXB's article pages as a browser copies them.")
    parser.add_argument("dev", type=Path, help="the folder dev of the data set")
    parser.add_argument("texts", type=Path, help="the file to write, .jsonl.gz")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser's program")
    parser.add_argument("--write-digests", action="store_true", help="make the list anew, of all pages in the folder")
    arguments = parser.parse_args()
    if arguments.write_digests:
        numbers = sorted(file.name.partition(".")[0] for file in (arguments.dev / "html").iterdir())
    else:
        numbers = page_ids()
    pages = [(number, read_page(arguments.dev, number)) for number in numbers]
    found: dict[str, str] = {}
    with gzip.open(arguments.texts, "wt", encoding="utf-8") as file:
        for number, text in render(pages, arguments.chromium):
            file.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
            found[number] = digest_of(text)
    if arguments.write_digests:
        rows = [HEADER, *(f"{number}\t{digest}" for number, digest in found.items())]
        DIGESTS.write_text("\n".join(rows) + "\n", encoding="utf-8")
    expected = digests()
    same = sum(expected[number] == digest for number, digest in found.items())
    print(f"{same} of {len(found)} texts are those of {DIGESTS.name}")


if __name__ == "__main__":
    main()
