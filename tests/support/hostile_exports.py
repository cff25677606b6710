"""Exports of other systems in which every text is an attack on whoever reads the published page, as lists hold them.

Names and texts stand in an export as the system escapes them; what it keeps as HTML is the attack itself.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from base64 import b64encode
from collections.abc import Callable, Sequence
from contextlib import closing
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from tests.support.clippings import docx_of, html_of, rtf_of
from tests.support.hostile_blogs import (
    DATE,
    Files,
    make_blogger,
    make_ghost,
    make_hugo,
    make_jekyll,
    make_medium,
    make_pelican,
    make_substack,
    xml_of,
)
from tests.support.hostile_files import hostile_files
from tests.support.hostile_items import make_items
from tests.support.importing import zip_of
from tests.support.paths import ROOT
from tests.support.web_archives import answer, arc, members, page_record, record, wacz
from tests.support.wordpress import END, HEAD, attachment, author, category, cdata, comment, item, term

HOSTILE = ROOT.parent / "shared" / "data" / "hostile"


class HostileExport(NamedTuple):
    """An export by the format that it is imported as, the files of it by their names, and what is imported of them.

    `options` are those without which nothing of it would be published; one that names a file of it is its path.
    """

    format: str
    make: Callable[[Sequence[str]], Files]
    source: str
    options: tuple[str, ...] = ()

    def arguments(self, folder: Path, site: Path) -> list[str]:
        """The arguments of the command that imports its files from a folder into a site."""
        options = (str(folder / option) if (folder / option).exists() else option for option in self.options)
        return ["import", self.format, str(folder / self.source), "--root", str(site), *options]


def hostile_texts() -> list[str]:
    """The texts of all lists, each once. The lists are not of this repository."""
    texts: set[str] = set()
    for file in sorted(HOSTILE.iterdir()):
        text = file.read_text(encoding="utf-8")
        texts.update(json.loads(text) if file.suffix == ".json" else text.split("\n"))
    return sorted(texts)


def _wordpress(attacks: Sequence[str]) -> Files:
    items = []
    heads = []
    made: Files = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True), 1):
        made[f"uploads/2019/05/{file.name}"] = file.content
        heads.append(author(f"u{number}", attack, number, attack, attack))
        heads.append(category(number, attack, attack))
        more = term("category", f"c{number}", attack) + term("post_tag", attack, attack) + term("series", "x", attack)
        more += comment(number, attack, author=attack, author_url=attack, type=attack if number % 7 == 0 else "comment")
        more += f"<dc:creator>{cdata(f'u{number}')}</dc:creator>"
        link = file.link("https://courant.example/wp-content/uploads/2019/05/")
        shown, value = escape(attack), json.dumps(attack).replace("--", "\\u002d\\u002d")
        coded = b64encode(attack.encode("utf-8", "replace")).decode()
        content = (
            f'{attack}\n<p>In. {link}</p>\n[caption id="a"]<img src="a.jpg" alt="{shown}" title="{shown}" '
            f'srcset="{shown} 2x"> {attack}[/caption]\n[embed]{attack}[/embed]\n\n[video src="{shown}" '
            f'poster="{shown}"]\n\n[audio mp3="{shown}"]\n\n[youtube id="{shown}"]\n\n[pullquote cite="{shown}"]'
            f"{attack}"
            f'[/pullquote]\n\n[code lang="{shown}"]{attack}[/code]\n\n[vc_raw_html]{coded}[/vc_raw_html]\n\n'
            f'[footnote]{attack}[/footnote]\n\n[unknown x="{shown}"]{attack}[/unknown]\n\n'
            f'<a href="{shown}" title="{shown}" rel="{shown}">a</a> <iframe src="{shown}" srcdoc="{shown}"></iframe>\n'
            f'<!-- wp:embed {{"url": {value}}} --><figure><figcaption>{attack}</figcaption></figure>'
            f'<!-- /wp:embed -->\n<!-- wp:cover {{"url": {value}}} -->{attack}<!-- /wp:cover -->\n'
            f'<!-- wp:image {{"id": {9_000 + number}}} /-->\n<!-- wp:html -->{attack}<!-- /wp:html -->\n'
            f"<!-- wp:x/unknown {{{value}: {value}}} /-->"
        )
        meta = {"subtitle": attack, "_yoast_wpseo_metadesc": attack, "mood": attack, f"x{attack[:90]}": "y"}
        items.append(
            item(
                content,
                {**meta, "_thumbnail_id": str(9_000 + number), "_wp_old_slug": attack},
                title=cdata(attack),
                excerpt=attack,
                id=str(number),
                name=f"note-{number}" if number % 5 else quote(attack.encode("utf-8", "replace")),
                link=f"https://courant.example/2019/05/note-{number}/" if number % 5 else cdata(attack),
                more=more,
            )
        )
        path = f"2019/05/{file.name if number % 2 else f'{number}.jpg'}"
        # The caption, the description and the other words of a file of the library.
        words = {"title": cdata(attack), "excerpt": attack, "guid": cdata(attack)}
        items.append(attachment(9_000 + number, path, {"_wp_attachment_image_alt": attack}, **words))
    return {**made, "export.xml": HEAD + "".join(heads) + "".join(items) + END}


def _page_texts(attacks: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, (attack, file) in enumerate(zip(attacks, hostile_files(attacks), strict=True)):
        shown = escape(attack)
        facts = {
            **dict.fromkeys(("headline", "description", "articleSection", "alternativeHeadline", "inLanguage"), attack),
            "@type": "NewsArticle",
            "author": {"name": attack, "url": attack, "description": attack},
            "datePublished": DATE,
            "keywords": [attack],
            "publisher": {"name": attack},
            "image": {"url": attack},
            "comment": [{"@type": "Comment", "text": attack, "author": {"name": attack}, "dateCreated": DATE}],
        }
        found[f"courant.example/2019/05/note-{number}.html"] = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{shown} – The Courant</title>'
            f'<meta property="og:type" content="article"><meta property="og:title" content="{shown}">'
            f'<meta name="description" content="{shown}"><meta property="article:published_time" content="{DATE}">'
            f'<meta name="author" content="{shown}"><meta property="article:section" content="{shown}">'
            f'<script type="application/ld+json">{json.dumps(facts).replace("<", chr(92) + "u003c")}</script></head>'
            f"<body><main><article><h1>Note {number} {shown}</h1><p class=byline>By {shown}</p>{attack}"
            f"<p>The wheel at the old mill turned for the first time in forty years on Tuesday, and half the town "
            f"stood on the bridge to see it. The miller had promised flour by Easter, and nobody doubted him.</p>"
            f'<figure><img src="{shown}" alt="{shown}"><figcaption>{attack}</figcaption></figure>'
            f'<p><a href="{shown}" title="{shown}">More</a> {shown} {file.link("/files/")}</p>'
            f'<iframe src="{shown}" srcdoc="{shown}"></iframe><video src="{shown}" poster="{shown}"></video>'
            f"<table><caption>{attack}</caption><tr><td>{attack}</table>"
            f'<pre><code class="language-{shown}">{shown}</code>'
            f"</pre></article><section id=comments class=comments><ol class=comment-list>"
            f"<li class=comment id=comment-{number}>"
            f'<cite class=fn><a href="{shown}" class=url>{shown}</a></cite><time datetime="{DATE}">4 May 2019</time>'
            f"<div class=comment-content>{attack}</div></li></ol></section></main></body></html>"
        )
    return found


def _ninjs(attacks: Sequence[str]) -> Files:
    return {
        f"{number}.json": json.dumps(
            {
                "uri": f"urn:courant:{number}",
                "type": "text",
                "language": "en",
                "headline": attack,
                "byline": attack,
                "slugline": attack,
                "description_text": attack,
                "body_html": f"<p>In.</p>{attack}<p>{escape(attack)}</p>",
                "versioncreated": "2019-05-04T08:30:00Z",
                "subject": [{"name": attack, "code": attack}],
                "place": [{"name": attack}],
                "copyrightnotice": attack,
                "associations": {
                    "main": {
                        "type": "picture",
                        "headline": attack,
                        "description_text": attack,
                        "byline": attack,
                        "renditions": {"original": {"href": attack}},
                    }
                },
            }
        )
        for number, attack in enumerate(attacks)
    }


def _nitf(attacks: Sequence[str]) -> Files:
    return {
        f"{number}.xml": (
            f'<?xml version="1.0" encoding="utf-8"?><nitf><head><title>{xml_of(attack)}</title><docdata>'
            f'<doc-id id-string="{number}"/><date.issue norm="20190504T083000Z"/><key-list>'
            f'<keyword key="{xml_of(attack)}"/>'
            f"</key-list></docdata></head><body><body.head><hedline><hl1>{xml_of(attack)}</hl1><hl2>{xml_of(attack)}</hl2>"
            f"</hedline><byline>By {xml_of(attack)}</byline><dateline><location>{xml_of(attack)}</location></dateline>"
            f'</body.head><body.content><p>{xml_of(attack)}</p><p><a href="{xml_of(attack)}">More</a></p>'
            f'<media media-type="image"><media-reference source="{xml_of(attack)}"/><media-caption>{xml_of(attack)}'
            f"</media-caption></media></body.content></body></nitf>"
        )
        for number, attack in enumerate(attacks)
    }


# Columns that become fields, and one that is kept.
_COLUMNS = (
    "id headline subtitle author section tags published image image_alt image_caption image_credit language print_page"
    " publication permalink related corrections notice rights dateline kicker canonical_url mood body"
).split()


def _rows(attacks: Sequence[str]) -> list[dict[str, str]]:
    """A row an attack; its body is HTML and Markdown in turn."""
    return [
        dict.fromkeys(_COLUMNS, attack)
        | {
            "id": str(number),
            "published": "2019-05-04",
            "permalink": attack if number % 5 == 0 else "",
            "body": f"<p>In.</p>{attack}<p>{escape(attack)}</p>" if number % 2 else f"In.\n\n{attack}\n\n[a]({attack})",
        }
        for number, attack in enumerate(attacks)
    ]


def _table(attacks: Sequence[str]) -> Files:
    made = io.StringIO()
    table = csv.DictWriter(made, _COLUMNS)
    table.writeheader()
    table.writerows(_rows(attacks))
    return {"rows.csv": made.getvalue().encode("utf-8", "replace")}


def _json_lines(attacks: Sequence[str]) -> Files:
    rows = (
        {**row, "author": {"name": row["author"]}, "tags": [row["tags"]], "x": {row["mood"]: [row["mood"]]}}
        for row in _rows(attacks)
    )
    return {"rows.jsonl": "".join(f"{json.dumps(row)}\n" for row in rows)}


def _database(attacks: Sequence[str]) -> Files:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE TABLE articles ({', '.join(_COLUMNS)})")
        values = [tuple(value.encode("utf-8", "replace").decode() for value in row.values()) for row in _rows(attacks)]
        database.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * len(_COLUMNS))})", values)
        return {"rows.sqlite": database.serialize()}


def _pages(attacks: Sequence[str]) -> Files:
    return {
        **_page_texts(attacks),
        **{f"courant.example/files/{file.name}": file.content for file in hostile_files(attacks)},
    }


def _zipped_pages(attacks: Sequence[str]) -> Files:
    return {"pages.zip": zip_of(_pages(attacks))}


def _mhtml(attacks: Sequence[str]) -> Files:
    made: Files = {}
    for (path, page), file in zip(_page_texts(attacks).items(), hostile_files(attacks), strict=True):
        parts = {
            f"https://{path}": ("text/html; charset=utf-8", page.encode("utf-8", "replace")),
            f"https://courant.example/files/{file.address}": ("image/svg+xml", file.content),
        }
        heads = "".join(
            f"--b0\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\nContent-Location: {address}\r\n\r\n"
            f"{b64encode(content).decode()}\r\n"
            for address, (kind, content) in parts.items()
        )
        top = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b0"\r\nSnapshot-Content-Location: https://{path}'
        made[f"{path.rpartition('/')[2]}.mhtml"] = f"From: <Saved>\r\nSubject: x\r\n{top}\r\n\r\n{heads}--b0--\r\n"
    return made


def _captures(attacks: Sequence[str]) -> list[tuple[str, bytes, str]]:
    """The addresses, the contents and the kinds of pages and files."""
    pages = [(f"https://{path}", page.encode("utf-8", "replace"), "") for path, page in _page_texts(attacks).items()]
    kinds = ("image/svg+xml", "application/xhtml+xml", "text/plain", "application/octet-stream", "image/png")
    files = [
        (f"https://courant.example/files/{file.address}", file.content, kinds[number % len(kinds)])
        for number, file in enumerate(hostile_files(attacks))
    ]
    return pages + files


def _records(attacks: Sequence[str]) -> list[bytes]:
    return [
        record(answer(content, kind), url) if kind else page_record(url, content)
        for url, content, kind in _captures(attacks)
    ]


def _web_archive(attacks: Sequence[str]) -> Files:
    return {"pages.warc.gz": members(_records(attacks))}


def _web_package(attacks: Sequence[str]) -> Files:
    listed = [
        {"url": url, "title": attacks[number % len(attacks)]} for number, (url, *_) in enumerate(_captures(attacks))
    ]
    return {"pages.wacz": wacz({"a.warc": b"".join(_records(attacks))}, listed)}


def _old_archive(attacks: Sequence[str]) -> Files:
    answers = [(url, answer(content, kind or "text/html")) for url, content, kind in _captures(attacks)]
    return {"pages.arc": arc(answers)}


def _clippings(attacks: Sequence[str]) -> Files:
    made: Files = {}
    writers: dict[str, Callable[[str], bytes]] = {"txt": str.encode, "rtf": rtf_of, "docx": docx_of, "html": html_of}
    for number, attack in enumerate(attacks):
        line = " ".join(xml_of(attack).split()) if number % 4 == 2 else " ".join(attack.split())
        # The writer of RTF has no other signs in addresses.
        address = line if line.isascii() else quote(line)
        text = (
            f"{line}\n\nThe Courant\n\nPublished: 4 May 2019\n\nBy {line}\n\nSection: {line}\n\nIt came in at noon, "
            f"and nobody saw it but the keeper of the light.\n\n{line}\n\n[{line}]({address})\n"
        )
        ending = list(writers)[number % 4]
        made[f"{number}.{ending}"] = writers[ending](text.encode("utf-8", "replace").decode())
    return made


EXPORTS: dict[str, HostileExport] = {
    "wordpress": HostileExport("wordpress", _wordpress, "export.xml", ("--uploads", "uploads")),
    "saved pages": HostileExport("html", _pages, ""),
    "zip": HostileExport("html", _zipped_pages, "pages.zip"),
    "mhtml": HostileExport("html", _mhtml, ""),
    "ninjs": HostileExport("agency", _ninjs, ""),
    "nitf": HostileExport("agency", _nitf, ""),
    "agency": HostileExport("agency", make_items, ""),
    "table": HostileExport("table", _table, "rows.csv"),
    "json lines": HostileExport("table", _json_lines, "rows.jsonl"),
    "database": HostileExport("table", _database, "rows.sqlite"),
    "ghost": HostileExport("ghost", make_ghost, "ghost.zip"),
    "substack": HostileExport("substack", make_substack, "export.zip"),
    "hugo": HostileExport("hugo", make_hugo, ""),
    "jekyll": HostileExport("jekyll", make_jekyll, ""),
    "pelican": HostileExport("pelican", make_pelican, ""),
    "blogger": HostileExport("blogger", make_blogger, "blog.xml"),
    "medium": HostileExport("medium", make_medium, ""),
    "web archive": HostileExport("warc", _web_archive, "pages.warc.gz"),
    "arc": HostileExport("warc", _old_archive, "pages.arc"),
    "wacz": HostileExport("warc", _web_package, "pages.wacz"),
    "clippings": HostileExport("clippings", _clippings, "", ("--publish",)),
}
