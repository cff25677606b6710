"""Measure `newsgen import warc`: captures that are invented here, or the pages of a folder packed into a WARC.

    python -m benchmarks.imports.web_archives captures 20000 FOLDER
    python -m benchmarks.imports.web_archives pages FOLDER --pages PAGES --size 2000

The first writes `FOLDER/captures-N.warc.gz` unless it is there: of ten captures eight are stories of about 3.5 KB, one
a list and one a picture, and each twentieth story was captured twice. The second packs the HTML files of PAGES, again
and again under other addresses, into `FOLDER/pages-SIZE.warc.gz` of so many megabytes. Both are imported into a new
site; printed are captures a second of CPU time and the peak of memory.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.support.corpus import make_article
from benchmarks.support.measure import run_timed, run_watched

_HOST = "https://courant.example"
_SEED = 7
# Stories of a list.
_LISTED = 20


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="kind", required=True)
    captures = commands.add_parser("captures")
    captures.add_argument("number", type=int)
    captures.add_argument("folder", type=Path)
    pages = commands.add_parser("pages")
    pages.add_argument("folder", type=Path)
    pages.add_argument("--pages", type=Path, required=True, help="a folder of HTML files")
    pages.add_argument("--size", type=int, default=2_000, help="megabytes of the WARC")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.kind == "captures":
        file = options.folder / f"captures-{options.number}.warc.gz"
        _write(file, _invent(options.number), sys.maxsize)
    else:
        file = options.folder / f"pages-{options.size}.warc.gz"
        _write(file, _repeat(options.pages), options.size * 1_000_000)
    _measure(file, options.folder)


def record(url: str, moment: str, media_type: str, content: bytes) -> bytes:
    """The gzip member of a response record."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {moment}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer) + len(content)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + content + b"\r\n\r\n", 6, mtime=0)


def _measure(file: Path, folder: Path) -> None:
    size = file.stat().st_size
    print(f"{file.name}: {size / 1e6:,.0f} MB")
    environment = dict(os.environ)
    with tempfile.TemporaryDirectory(dir=folder) as site:
        command = [sys.executable, "-m", "newsgen", "import", "warc", str(file), "--root", site, "--quiet"]
        cost = run_timed(command, Path.cwd(), environment)
        articles = sum(1 for _ in Path(site, "articles").rglob("*.md"))
    print(f"{articles:,} articles, {cost.wall:.1f} s, {cost.cpu:.1f} s of CPU")
    with tempfile.TemporaryDirectory(dir=folder) as site:
        command[-2] = site
        print(f"{run_watched(command, Path.cwd(), environment):.0f} MB at most")


def _write(file: Path, records: Iterator[bytes], most: int) -> None:
    """Write records up to a size, unless the file is there."""
    if file.exists():
        return
    half, size = file.with_suffix(".half"), 0
    with half.open("wb") as opened:
        for member in records:
            size += opened.write(member)
            if size >= most:
                break
    half.rename(file)


def _invent(number: int) -> Iterator[bytes]:
    for position in range(number):
        random = Random(f"capture {_SEED} {position}")
        moment = f"2021-03-{position % 28 + 1:02}T08:00:00Z"
        if position % 10 == 8:
            yield record(f"{_HOST}/list/{position}/", moment, "text/html; charset=utf-8", _list_page(position, number))
        elif position % 10 == 9:
            picture = b"\x89PNG\r\n\x1a\n" + random.randbytes(2_000)
            yield record(f"{_HOST}/files/{position - position % 10}.png", moment, "image/png", picture)
        else:
            # Each twentieth story is that of the capture before it, a year later.
            story = position - 1 if position % 20 == 5 else position
            moment = moment if story == position else moment.replace("2021", "2022")
            yield record(_address(story, number), moment, "text/html; charset=utf-8", _story_page(story, number))


def _address(number: int, total: int) -> str:
    return f"{_HOST}/stories/{make_article(number, total, _SEED).slug}.html"


def _story_page(number: int, total: int) -> bytes:
    article = make_article(number, total, _SEED)
    _, front, body = article.text.split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines() if ": " in line)
    title, day = escape(fields["title"].strip('"')), fields["date"][:10]
    paragraphs = "\n".join(f"<p>{escape(part.lstrip('> '))}</p>" for part in body.strip().split("\n\n"))
    picture = f'<figure><img src="/files/{number - number % 10}.png" alt=""><figcaption>A view</figcaption></figure>'
    text = (
        f'<article><h1>{title}</h1><p class="byline">By Ada Quill</p><time datetime="{day}">{day}</time>\n'
        f"{picture if number % 10 == 0 else ''}{paragraphs}</article>"
    )
    return _page(title, text, f'<meta property="article:published_time" content="{day}">')


def _list_page(number: int, total: int) -> bytes:
    stories = range(max(0, number - _LISTED), number)
    links = "".join(f'<li><a href="{_address(story, total)}">Story {story}</a></li>' for story in stories)
    return _page(f"Page {number}", f"<h1>Page {number}</h1><ul>{links}</ul>", "")


def _page(title: str, text: str, head: str) -> bytes:
    sections = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("Town", "River", "Sport", "Culture"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} – The Courant</title>{head}</head>'
        f"<body><header><p>The Courant</p><nav><ul>{sections}</ul></nav></header><main>{text}</main>"
        "<aside><h2>Most read</h2><ul><li><a href='/stories/a.html'>The ferry</a></li></ul></aside>"
        "<footer><p>© The Courant. All rights reserved.</p></footer></body></html>"
    ).encode()


def _repeat(folder: Path) -> Iterator[bytes]:
    """The pages of a folder without end, each under an address of its own."""
    files = sorted(folder.rglob("*.html"))
    for round_number in count():
        for file in files:
            url = f"{_HOST}/{round_number}/{file.stem}.html"
            yield record(url, "2021-03-01T08:00:00Z", "text/html", file.read_bytes())


if __name__ == "__main__":
    main()
