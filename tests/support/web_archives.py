"""Records of web archives, well made and badly made."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

MOMENT = "2021-03-04T08:00:00Z"
STORY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} – The Courant</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2021-03-02">
</head><body><header><a href="/">The Courant</a></header><main><article><h1>{headline}</h1><p>By Ada Quill</p>
<p>{text} The wheel at the old mill turned for the first time in forty years on Tuesday, and half the town stood on the
bridge to see it. The miller had promised flour by Easter, and nobody on the bridge doubted him that morning.</p>
<p>The council paid for the shaft, a school for the paint, and a widow who wishes to stay unnamed for everything else,
which was most of it. The sluice is to be opened on every first Sunday of the month from now on, unless the river is
low or the miller is away, which he says he never is.</p>
</article></main><footer><p>© The Courant</p></footer></body></html>"""


def story(headline: str, text: str = "") -> bytes:
    """The page of an article."""
    return STORY.format(headline=headline, text=text).encode()


def answer(
    content: bytes, media_type: str = "text/html; charset=utf-8", status: str = "200 OK", **fields: str
) -> bytes:
    """An answer of a server; names of fields have "_" for "-"."""
    given = {"Content-Type": media_type, **{name.replace("_", "-"): value for name, value in fields.items()}}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + content


def record(
    block: bytes, url: str = "https://courant.example/mill.html", kind: str = "response", **fields: str
) -> bytes:
    """A WARC record; a field of another name has "_" for "-", and one that is "" is left out."""
    given = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": MOMENT,
        "Content-Type": "application/http; msgtype=response" if kind != "resource" else "text/html",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def page_record(url: str, content: bytes, **fields: str) -> bytes:
    """The record of a page that a server gave."""
    return record(answer(content), url, **fields)


def members(records: Sequence[bytes]) -> bytes:
    """Records in a gzip member each."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def arc(captures: Sequence[tuple[str, bytes]], length: str = "") -> bytes:
    """An ARC file; each capture states its own length, or `length`."""
    about = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n"
    lines = [f"filedesc://test.arc 0.0.0.0 20210304080000 text/plain {len(about)}\n".encode() + about]
    for url, block in captures:
        lines.append(f"{url} 10.0.0.1 20210304080000 text/html {length or len(block)}\n".encode() + block)
    return b"\n".join(lines) + b"\n"


def wacz(
    archives: Mapping[str, bytes],
    pages: Sequence[Mapping[str, str]] = (),
    index: Sequence[str] = (),
    compression: int = zipfile.ZIP_STORED,
) -> bytes:
    """A WACZ of archives by their names, with a list of pages and lines of an index."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, content in archives.items():
            package.writestr(f"archive/{name}", content)
        head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
        package.writestr("pages/pages.jsonl", "".join(f"{json.dumps(line)}\n" for line in (head, *pages)))
        package.writestr("indexes/index.cdx.gz", gzip.compress("".join(f"{line}\n" for line in index).encode()))
        package.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
    return made.getvalue()
