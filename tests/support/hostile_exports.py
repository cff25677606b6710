"""Exports of other systems in which every text is an attack on whoever reads the published page, as lists hold them.

Names and texts stand in an export as the system escapes them; what it keeps as HTML is the attack itself.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from html import escape
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
from tests.support.paths import ROOT
from tests.support.web_archives import members, page_record
from tests.support.wordpress import END, HEAD, author, category, cdata, comment, item, term

HOSTILE = ROOT.parent / "shared" / "data" / "hostile"


class HostileExport(NamedTuple):
    """An export by the format that it is imported as, the files of it by their names, and what is imported of them.

    `options` are those without which nothing of it would be published.
    """

    format: str
    make: Callable[[Sequence[str]], Files]
    source: str
    options: tuple[str, ...] = ()


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
    for number, attack in enumerate(attacks, 101):
        heads.append(author(f"u{number}", attack, number))
        heads.append(category(number, f"c{number}", attack))
        more = term("category", f"c{number}", attack) + term("post_tag", f"t{number}", attack)
        more += comment(number, attack, author=attack, author_url=attack)
        more += f"<dc:creator>{cdata(f'u{number}')}</dc:creator>"
        items.append(
            item(
                f'{attack}\n<p>In.</p>\n[caption id="a"]<img src="a.jpg" alt="{escape(attack)}"> {attack}[/caption]',
                {"subtitle": attack, "_yoast_wpseo_metadesc": attack},
                title=cdata(attack),
                excerpt=attack,
                id=str(number),
                name=f"note-{number}",
                link=f"https://courant.example/2019/05/note-{number}/",
                more=more,
            )
        )
    return {"export.xml": HEAD + "".join(heads) + "".join(items) + END}


def _page_texts(attacks: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, attack in enumerate(attacks):
        shown = escape(attack)
        facts = {"@type": "NewsArticle", "headline": attack, "author": {"name": attack}, "datePublished": DATE}
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
            f'<p><a href="{shown}">More</a> {shown}</p></article></main></body></html>'
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


def _table(attacks: Sequence[str]) -> Files:
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["id", "headline", "subtitle", "author", "section", "tags", "published", "image", "caption", "body"])
    for number, attack in enumerate(attacks):
        body = f"<p>In.</p>{attack}<p>{escape(attack)}</p>" if number % 2 else f"In.\n\n{attack}\n\n[a]({attack})"
        table.writerow([number, *[attack] * 5, "2019-05-04", attack, attack, body])
    return {"rows.csv": made.getvalue().encode("utf-8", "replace")}


def _pages(attacks: Sequence[str]) -> Files:
    return {**_page_texts(attacks)}


def _web_archive(attacks: Sequence[str]) -> Files:
    pages = _page_texts(attacks).items()
    records = [page_record(f"https://{path}", page.encode("utf-8", "replace")) for path, page in pages]
    return {"pages.warc.gz": members(records)}


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
    "wordpress": HostileExport("wordpress", _wordpress, "export.xml"),
    "saved pages": HostileExport("html", _pages, ""),
    "ninjs": HostileExport("agency", _ninjs, ""),
    "nitf": HostileExport("agency", _nitf, ""),
    "table": HostileExport("table", _table, "rows.csv"),
    "ghost": HostileExport("ghost", make_ghost, "ghost.json"),
    "substack": HostileExport("substack", make_substack, "export.zip"),
    "hugo": HostileExport("hugo", make_hugo, ""),
    "jekyll": HostileExport("jekyll", make_jekyll, ""),
    "pelican": HostileExport("pelican", make_pelican, ""),
    "blogger": HostileExport("blogger", make_blogger, "blog.xml"),
    "medium": HostileExport("medium", make_medium, ""),
    "web archive": HostileExport("warc", _web_archive, "pages.warc.gz"),
    "clippings": HostileExport("clippings", _clippings, "", ("--publish",)),
}
