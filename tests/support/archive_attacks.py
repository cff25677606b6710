"""Exports of other systems as archives: their members are called by path tricks, and so is what texts link to."""

from __future__ import annotations

import csv
import datetime
import io
import json
import warnings
import zipfile
from collections.abc import Callable, Iterable
from functools import partial
from html import escape

from newsgen.importers.blogger.read import read_blogger
from newsgen.importers.clippings.read import read_clippings
from newsgen.importers.ghost.read import read_ghost
from newsgen.importers.imported import Reader
from newsgen.importers.medium.read import read_medium
from newsgen.importers.saved_pages.read import read_saved_pages
from newsgen.importers.substack.read import read_substack
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.read import read_archives
from tests.support.web_archives import page_record, record, story

_TODAY = datetime.date(2026, 1, 1)
_PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;"
)
Tricks = Iterable[str]


def _shown(trick: str) -> str:
    address = escape(trick.encode("utf-8", "replace").decode())
    return f'<img src="{address}"><a href="{address}">Pier</a>'


def _zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a ZIP with members of these names as they are, also twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            try:
                info = zipfile.ZipInfo("x")
                info.filename = name.encode("utf-8", "replace").decode()
                archive.writestr(info, content)
            except (ValueError, zipfile.LargeZipFile):
                # No archive can hold such a name.
                continue
    return made.getvalue()


def _saved(tricks: Tricks) -> bytes:
    pages = [(f"{trick}.html", story(f"Note {number}", _shown(trick))) for number, trick in enumerate(tricks)]
    return _zip([*pages, *((trick, _PIXEL) for trick in tricks), *((f"img/{trick}.gif", _PIXEL) for trick in tricks)])


def _medium(tricks: Tricks) -> bytes:
    return _zip((f"posts/{trick}.html", story(f"Note {number}", _shown(trick))) for number, trick in enumerate(tricks))


def _substack(tricks: Tricks) -> bytes:
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["post_id", "post_date", "is_published", "type", "audience", "title"])
    members = []
    for number, trick in enumerate(tricks):
        name = f"{number}.{trick}".encode("utf-8", "replace").decode()
        table.writerow([name, "2019-05-04T08:30:00.000Z", "true", "newsletter", "everyone", f"Note {number}"])
        members.append((f"posts/{name}.html", f"<p>Tide. {_shown(trick)}</p>".encode()))
    return _zip([("posts.csv", made.getvalue().encode()), *members])


def _ghost(tricks: Tricks) -> bytes:
    posts = [
        {
            "id": trick,
            "title": f"Note {number}",
            "slug": trick,
            "html": f"<p>Tide. {_shown(trick)} {_shown('__GHOST_URL__/content/images/' + trick)}</p>",
            "feature_image": f"__GHOST_URL__/{trick}",
            "status": "published",
            "visibility": "public",
            "type": "post",
            "published_at": "2019-05-04T08:30:00.000Z",
            "canonical_url": trick,
        }
        for number, trick in enumerate(tricks)
    ]
    export = json.dumps(
        {"db": [{"data": {"posts": posts, "settings": [{"key": "lang", "value": "../../x"}]}}]}
    ).encode()
    return _zip([("ghost.json", export), *((f"content/images/{trick}", _PIXEL) for trick in tricks)])


def _blogger(tricks: Tricks) -> bytes:
    entries = "".join(
        f"<entry><id>tag:blogger.com,1999:blog-1.post-{number}</id><blogger:type>POST</blogger:type>"
        f"<blogger:status>LIVE</blogger:status><title>Note {number}</title><content type='html'>"
        f"{escape(_shown(_plain(trick)))}</content><published>2019-05-04T08:30:00Z</published>"
        f"<blogger:filename>{escape(_plain(trick))}</blogger:filename></entry>"
        for number, trick in enumerate(tricks)
    )
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">'
        f"<id>tag:blogger.com,1999:blog-1.archive</id><title>Quay</title>{entries}</feed>"
    )
    members = [(f"Takeout/Blogger/Blogs/{trick}/feed.atom", feed.encode()) for trick in list(tricks)[:3]]
    return _zip([("Takeout/Blogger/Blogs/Quay/feed.atom", feed.encode()), *members])


def _clippings(tricks: Tricks) -> bytes:
    text = "The tide came in.\n\nPublished: 2 January 2020\n\nBy Ada Quill\n\nIt came in at noon and nobody saw it.\n"
    return _zip((f"{trick}.txt", text.encode()) for trick in tricks)


def _wacz(tricks: Tricks) -> bytes:
    pages = b"".join(
        page_record(f"https://courant.example/{_plain(trick)}", story(f"Note {number}", _shown(_plain(trick))))
        + record(_PIXEL, f"https://courant.example/{_plain(trick)}", "resource", Content_Type="image/gif")
        for number, trick in enumerate(tricks)
    )
    named = [(f"archive/{trick}.warc", pages) for trick in list(tricks)[:20]]
    listed = "".join(f"{json.dumps({'url': trick, 'title': trick})}\n" for trick in tricks).encode()
    return _zip([("archive/a.warc", pages), *named, ("pages/pages.jsonl", listed), ("datapackage.json", b"{}")])


def _plain(trick: str) -> str:
    return "".join(sign for sign in trick if sign.isprintable())


READERS: dict[str, tuple[Callable[[Tricks], bytes], Reader]] = {
    "saved pages": (_saved, partial(read_saved_pages, today=_TODAY)),
    "medium": (_medium, partial(read_medium, today=_TODAY)),
    "substack": (_substack, partial(read_substack, today=_TODAY)),
    "ghost": (_ghost, partial(read_ghost, today=_TODAY)),
    "blogger": (_blogger, partial(read_blogger, today=_TODAY)),
    "clippings": (_clippings, read_clippings),
    "web archive": (_wacz, partial(read_archives, choice=CaptureChoice(), today=_TODAY)),
}
