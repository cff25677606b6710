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

from tests.support.importing import zip_of
from tests.support.paths import ROOT
from tests.support.wordpress import END, HEAD, author, category, cdata, comment, item, term

HOSTILE = ROOT.parent / "shared" / "data" / "hostile"
_DATE = "2019-05-04T08:30:00.000Z"


class HostileExport(NamedTuple):
    """An export by the format that it is imported as, the files of it by their names, and what is imported of them."""

    format: str
    make: Callable[[Sequence[str]], dict[str, str | bytes]]
    source: str


def hostile_texts() -> list[str]:
    """The texts of all lists, each once. The lists are not of this repository."""
    texts: set[str] = set()
    for file in sorted(HOSTILE.iterdir()):
        text = file.read_text(encoding="utf-8")
        texts.update(json.loads(text) if file.suffix == ".json" else text.split("\n"))
    return sorted(texts)


def _xml(text: str) -> str:
    """A text as XML may hold it, which some characters may not be in."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))


def _wordpress(attacks: Sequence[str]) -> dict[str, str | bytes]:
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


def _pages(attacks: Sequence[str]) -> dict[str, str | bytes]:
    found: dict[str, str | bytes] = {}
    for number, attack in enumerate(attacks):
        shown = escape(attack)
        facts = {"@type": "NewsArticle", "headline": attack, "author": {"name": attack}, "datePublished": _DATE}
        found[f"courant.example/2019/05/note-{number}.html"] = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{shown} – The Courant</title>'
            f'<meta property="og:type" content="article"><meta property="og:title" content="{shown}">'
            f'<meta name="description" content="{shown}"><meta property="article:published_time" content="{_DATE}">'
            f'<meta name="author" content="{shown}"><meta property="article:section" content="{shown}">'
            f'<script type="application/ld+json">{json.dumps(facts).replace("<", chr(92) + "u003c")}</script></head>'
            f"<body><main><article><h1>Note {number} {shown}</h1><p class=byline>By {shown}</p>{attack}"
            f"<p>The wheel at the old mill turned for the first time in forty years on Tuesday, and half the town "
            f"stood on the bridge to see it. The miller had promised flour by Easter, and nobody doubted him.</p>"
            f'<figure><img src="{shown}" alt="{shown}"><figcaption>{attack}</figcaption></figure>'
            f'<p><a href="{shown}">More</a> {shown}</p></article></main></body></html>'
        )
    return found


def _ninjs(attacks: Sequence[str]) -> dict[str, str | bytes]:
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


def _nitf(attacks: Sequence[str]) -> dict[str, str | bytes]:
    return {
        f"{number}.xml": (
            f'<?xml version="1.0" encoding="utf-8"?><nitf><head><title>{_xml(attack)}</title><docdata>'
            f'<doc-id id-string="{number}"/><date.issue norm="20190504T083000Z"/><key-list>'
            f'<keyword key="{_xml(attack)}"/>'
            f"</key-list></docdata></head><body><body.head><hedline><hl1>{_xml(attack)}</hl1><hl2>{_xml(attack)}</hl2>"
            f"</hedline><byline>By {_xml(attack)}</byline><dateline><location>{_xml(attack)}</location></dateline>"
            f'</body.head><body.content><p>{_xml(attack)}</p><p><a href="{_xml(attack)}">More</a></p>'
            f'<media media-type="image"><media-reference source="{_xml(attack)}"/><media-caption>{_xml(attack)}'
            f"</media-caption></media></body.content></body></nitf>"
        )
        for number, attack in enumerate(attacks)
    }


def _table(attacks: Sequence[str]) -> dict[str, str | bytes]:
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["id", "headline", "subtitle", "author", "section", "tags", "published", "image", "caption", "body"])
    for number, attack in enumerate(attacks):
        body = f"<p>In.</p>{attack}<p>{escape(attack)}</p>" if number % 2 else f"In.\n\n{attack}\n\n[a]({attack})"
        table.writerow([number, *[attack] * 5, "2019-05-04", attack, attack, body])
    return {"rows.csv": made.getvalue().encode("utf-8", "replace")}


def _ghost(attacks: Sequence[str]) -> dict[str, str | bytes]:
    posts = [
        {
            "id": f"p{number}",
            "title": attack,
            "slug": f"note-{number}",
            "html": f'<p>In.</p>{attack}<figure><img src="{escape(attack)}"><figcaption>{attack}</figcaption></figure>',
            "custom_excerpt": attack,
            "feature_image": attack,
            "feature_image_alt": attack,
            "feature_image_caption": attack,
            "status": "published",
            "visibility": "public",
            "type": "post",
            "published_at": _DATE,
            "canonical_url": attack,
            "codeinjection_head": attack,
        }
        for number, attack in enumerate(attacks)
    ]
    numbers = range(len(attacks))
    data = {
        "posts": posts,
        "tags": [{"id": f"t{number}", "name": attacks[number], "slug": f"t{number}"} for number in numbers],
        "users": [{"id": f"u{number}", "name": attacks[number], "slug": f"u{number}"} for number in numbers],
        "posts_tags": [{"post_id": f"p{number}", "tag_id": f"t{number}", "sort_order": 0} for number in numbers],
        "posts_authors": [{"post_id": f"p{number}", "author_id": f"u{number}", "sort_order": 0} for number in numbers],
    }
    return {"ghost.json": json.dumps({"db": [{"data": data}]})}


def _substack(attacks: Sequence[str]) -> dict[str, str | bytes]:
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(["post_id", "post_date", "is_published", "type", "audience", "title", "subtitle"])
    files: dict[str, str | bytes] = {}
    for number, attack in enumerate(attacks):
        table.writerow([f"{number}.note-{number}", _DATE, "true", "newsletter", "everyone", attack, attack])
        files[f"posts/{number}.note-{number}.html"] = f"<p>In.</p>{attack}<p>{escape(attack)}</p>"
    return {"export.zip": zip_of({"posts.csv": made.getvalue(), **files})}


def _hugo(attacks: Sequence[str]) -> dict[str, str | bytes]:
    return {
        f"content/posts/note-{number}.md": (
            f"---\ntitle: {json.dumps(attack)}\ndate: 2019-05-04\nauthor: {json.dumps(attack)}\n"
            f"description: {json.dumps(attack)}\ntags: [{json.dumps(attack)}]\ncategories: [{json.dumps(attack)}]\n"
            f"---\n\nIn.\n\n{attack}\n\n[a]({attack})\n\n![{attack}]({attack})\n\n<div>{attack}</div>\n"
        )
        for number, attack in enumerate(attacks)
    }


EXPORTS: dict[str, HostileExport] = {
    "wordpress": HostileExport("wordpress", _wordpress, "export.xml"),
    "saved pages": HostileExport("html", _pages, ""),
    "ninjs": HostileExport("agency", _ninjs, ""),
    "nitf": HostileExport("agency", _nitf, ""),
    "table": HostileExport("table", _table, "rows.csv"),
    "ghost": HostileExport("ghost", _ghost, "ghost.json"),
    "substack": HostileExport("substack", _substack, "export.zip"),
    "hugo": HostileExport("hugo", _hugo, ""),
}
