"""Sites in which a key of every article holds a path trick, by every way in which a key comes into a site."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError, Problem
from newsgen.settings.site import load_site
from newsgen.sources.importers.dump import restore_articles
from tests.support.watched_folder import WatchedFolder

_SETTINGS = """\
title: Quay
url: https://quay.example
permalink: /{language}/{section}/{id}/{name}/{slug}.html
permalink_undated: /undated/{language}/{section}/{id}/{name}/{slug}.html
aliases: ["/old/{id}/{language}.html", "/story.php?id={id}", "/{path}", "/old/{section}/{slug}"]
groups: {vessels: Vessel}
redirect_rules: [apache, nginx]
markdown: {html: true}
comments: true
feeds: {groups: {vessels: all}, sections: all, authors: all, tags: all, publications: all}
image_formats: [webp]
image_widths: [32]
day_pages: false
suggestions: 0
search: false
"""
# Every key whose value becomes part of an address, names a file, or leads to one; `text` and `html` are the body.
KEYS = (
    *("slug", "permalink", "aliases", "id", "language", "section", "tags", "byline", "publication", "print_page"),
    *("places", "people", "vessels", "images", "related", "original_url", "headline", "text", "html", "name"),
)
# By its number, the key of an article that holds a trick, and the trick.
Tricks = Mapping[int, tuple[str, str]]
_LISTS = ("aliases", "tags", "byline", "places", "people", "vessels")
# Bytes of the name of a file, as most disks have it.
_LONGEST_NAME = 255
_PLAIN_NAME = re.compile(r"[^/\0\ud800-\udfff]{1,200}")
_NUMBER = re.compile(r"t(\d{4})")


def body_of(key: str, trick: str) -> str:
    """The text of an article, with a trick as an address in it for the keys `text` and `html`."""
    line = " ".join(trick.split("\n"))
    if key == "text":
        return f"Tide.\n\n![Quay](<{line}>)\n\n[Pier](<{line}>)\n\n![Mole]({line})\n\n[[{line}]]\n"
    if key == "html":
        quoted = line.replace('"', "&quot;")
        sources = f'<img src="{quoted}"><a href="{quoted}">Pier</a><video src="{quoted}" poster="{quoted}"></video>'
        return f'Tide.\n\n{sources}<picture><source srcset="{quoted} 2x"></picture>\n'
    return "Tide.\n"


def fields_of(key: str, trick: str, number: int) -> dict[str, object]:
    """The fields of an article whose `key` is a trick."""
    fields: dict[str, object] = {"headline": f"Note {number}", "published": "2020-03-04", "section": "Harbour"}
    fields |= {"language": "en", "id": f"n{number}"}
    if key in ("text", "html", "name"):
        return fields
    value: object = [trick] if key in _LISTS else trick
    if key == "images":
        value = [{"file": trick, "alt": "Quay", "caption": "", "credit": ""}]
    if key == "related":
        value = [{"headline": "Other", "url": trick}]
    return {**fields, key: value}


def write_front_matter(site: Path, tricks: Tricks) -> None:
    """Articles of Markdown with front matter."""
    for number, (key, trick) in tricks.items():
        head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields_of(key, trick, number).items())
        content = f"---\n{head}---\n{body_of(key, trick)}"
        _write(site, _file_name(key, trick, number, ".md"), content)


def write_table(site: Path, tricks: Tricks) -> None:
    """Articles of Markdown, and a table with a row for each."""
    rows: list[dict[str, str]] = []
    for number, (key, trick) in tricks.items():
        name = _file_name(key, trick, number, ".md")
        _write(site, name, body_of(key, trick))
        cells = {column: _cell(value) for column, value in fields_of(key, trick, number).items()}
        rows.append({"path": trick if key == "name" else name, **cells, "rights": f"t{number:04}"})
    made = io.StringIO(newline="")
    table = csv.DictWriter(made, list(dict.fromkeys(column for row in rows for column in row)))
    table.writeheader()
    table.writerows(rows)
    (site / "articles" / "metadata.csv").write_bytes(made.getvalue().encode("utf-8", "replace"))


def write_records(site: Path, tricks: Tricks) -> None:
    """Records of JSON, a file each."""
    for number, (key, trick) in tricks.items():
        record = {**_record_of(key, trick, number), "text": body_of(key, trick)}
        _write(site, _file_name(key, trick, number, ".txt.json"), json.dumps(record))


def write_dump(site: Path, tricks: Tricks) -> None:
    """Restore a dump. Raises NewsgenError with the lines of records that cannot be restored."""
    lines = []
    for number, (key, trick) in tricks.items():
        path = trick if key == "name" else f"2020/t{number:04}.txt"
        lines.append(json.dumps({"path": path, **_record_of(key, trick, number), "text": body_of(key, trick)}))
    dump = site / "archive.jsonl"
    dump.write_text("\n".join(lines))
    restore_articles(dump, site / "articles", load_site(site), site / "media")


WAYS: dict[str, Callable[[Path, Tricks], None]] = {
    "front matter": write_front_matter,
    "table": write_table,
    "record": write_records,
    "dump": write_dump,
}


def attack(
    watched: WatchedFolder, way: str, tricks: Tricks, prepare: Callable[[], None]
) -> tuple[dict[int, Problem], set[str]]:
    """Build a site whose articles have these tricks, without those that newsgen refuses.

    The refusals by trick, and what was read or written outside. `prepare` makes the folder of the site.
    """
    site, left, seen = watched.site, dict(tricks), set[str]()
    refused = dict[int, Problem]()
    while left:
        prepare()
        (site / "site.yaml").write_text(_SETTINGS)
        try:
            with watched.watched() as found_outside:
                try:
                    WAYS[way](site, left)
                    build_site(site, BuildOptions(workers="1"))
                finally:
                    seen |= found_outside
            return refused, seen
        except NewsgenError as failed:
            named = {_number_of(problem, list(left), site): problem for problem in failed.problems}
            named.pop(None, None)
            if not named:
                raise
            refused |= {number: problem for number, problem in named.items() if number is not None}
            left = {number: trick for number, trick in left.items() if number not in named}
    return refused, seen


def _number_of(problem: Problem, order: list[int], site: Path) -> int | None:
    named = _NUMBER.search(problem.path)
    if named:
        return int(named[1])
    if problem.path.endswith("archive.jsonl") and problem.line:
        return order[problem.line - 1]
    if problem.path.endswith("metadata.csv") and problem.line:
        rows = (site / "articles" / "metadata.csv").read_bytes().decode().split("\r\n")
        for row in (problem.line - 1, *range(len(rows))):
            found = re.findall(r"t(\d{4})", rows[row]) if row < len(rows) else ()
            if found and (row == problem.line - 1):
                return int(found[-1])
    return None


def _record_of(key: str, trick: str, number: int) -> dict[str, object]:
    return fields_of(key, trick, number)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(
            part["file"] if "file" in part else part["url"] for part in value if isinstance(part, dict)
        ) or ("; ".join(part for part in value if isinstance(part, str)))
    return str(value)


def _file_name(key: str, trick: str, number: int, ending: str) -> str:
    """The name of an article's file; for the key `name` with a trick in it, as far as a file can have it."""
    own = f"t{number:04}{ending}"
    fits = len(f"{trick}{own}".encode("utf-8", "replace")) <= _LONGEST_NAME
    return f"{trick}{own}" if key == "name" and fits and _PLAIN_NAME.fullmatch(trick) and trick[:1] != "." else own


def _write(site: Path, name: str, content: str) -> None:
    folder = site / "articles"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content.encode("utf-8", "replace"))
