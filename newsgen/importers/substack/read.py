"""Read Substack's exports: each post is an article. No list of readers is opened."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.fields import read_keys
from newsgen.importers.conversion.html_text import read_html_text
from newsgen.importers.conversion.pictures import SitePictures
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.substack.design import without_design
from newsgen.importers.table.rows import LONGEST_ROW
from newsgen.record.import_entry import Entry
from newsgen.text.yaml.reader import Mapping as YamlMapping

_POST = re.compile(r"(?P<number>\d+)(?:\.(?P<slug>[^/]+))?")
_READERS = "it is about readers: their addresses are not opened"
# Columns that become fields, and those that say how the post was sent.
_USED = frozenset("post_id title subtitle post_date is_published audience type slug podcast_url".split())
_KEPT = frozenset(("podcast_url", "type"))


def read_substack(files: Sequence[InputFile], today: datetime.date, url: str = "") -> Iterator[Imported]:
    """The articles of Substack's exports. `url` is the address of the old site."""
    with ExitStack() as stack:
        members: list[Member] = []
        for found in open_members(files, stack):
            if isinstance(found, Member):
                members.append(found)
            else:
                yield found
        texts: dict[str, Member] = {}
        tables = []
        for member in members:
            name = PurePosixPath(member.path).name
            if name.lower() == "posts.csv":
                tables.append(member)
            elif name.lower().endswith((".html", ".htm")) and _POST.fullmatch(PurePosixPath(name).stem):
                texts[PurePosixPath(name).stem] = member
            else:
                yield Entry(
                    "file",
                    PurePosixPath(name).suffix.lower(),
                    "left out",
                    _READERS if name.endswith(".csv") else "it is no post",
                    member.path if not name.endswith(".csv") else "",
                )
        yield source_site({"url": url})
        if not tables:
            label = members[0].label if members else "the export"
            reason, fix = "It says which posts are public.", "Name the whole ZIP that Substack gave, or its folder."
            yield Problem(label, 0, "has no posts.csv", reason, fix)
        used: set[str] = set()
        for table in tables:
            yield from _read_table(table, texts, used, (today, url))
        for key, member in texts.items():
            if key not in used:
                match = _POST.fullmatch(key)
                title = (match["slug"] or "").replace("-", " ") if match else ""
                row = {"post_id": key, "title": title.capitalize(), "is_published": "false"}
                yield from _import_post(row, member, member.label, (today, url))


def _read_table(
    table: Member, texts: Mapping[str, Member], used: set[str], custom: tuple[datetime.date, str]
) -> Iterator[Imported]:
    try:
        text = table.text()
    except NewsgenError as failed:
        yield from failed.problems
        return
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW))
    rows = csv.DictReader(io.StringIO(text.replace("\0", "\ufffd"), newline=""))
    if "post_id" not in (rows.fieldnames or ()):
        reason, fix = "It is not known which posts are public.", "Take it from the export as it is."
        yield Problem(table.label, 1, 'has no column "post_id"', reason, fix)
        return
    try:
        for row in rows:
            values = {str(key): value.strip() for key, value in row.items() if isinstance(value, str)}
            key = values.get("post_id", "")
            if not key:
                continue
            place = f"{table.label}:{rows.line_num}"
            if key in used:
                yield Entry("article", "", "left out", "the same post stands twice", place)
                continue
            used.add(key)
            yield from _import_post(values, texts.get(key), place, custom)
    except csv.Error as error:
        reason, fix = "Rows behind this place were not imported.", "Export it again."
        yield Problem(table.label, rows.line_num, f"cannot read the table: {error}", reason, fix)


def _import_post(
    row: Mapping[str, str], member: Member | None, place: str, custom: tuple[datetime.date, str]
) -> Iterator[Imported]:
    today, url = custom
    match = _POST.fullmatch(row["post_id"])
    number, slug = (match["number"], match["slug"] or "") if match else (row["post_id"], "")
    entries: list[Entry] = []
    html = ""
    try:
        html = without_design(member.text(), entries) if member else ""
    except NewsgenError as failed:
        yield from failed.problems
    if not member:
        entries.append(Entry("text", "", "left out", "the export has no HTML of it", place))
    pictures = SitePictures({}, "")
    text = read_html_text(html, place, pictures)
    audience = row.get("audience", "")
    is_public = row.get("is_published", "").lower() == "true"
    values: dict[str, Any] = {
        "title": row.get("title", ""),
        "subtitle": row.get("subtitle", ""),
        "published": row.get("post_date", ""),
        "permalink": f"/p/{slug}" if slug else "",
        "original_url": f"{url.rstrip('/')}/p/{slug}" if url and slug else "",
        # A page without a text would be published.
        "status": "published" if is_public and member else "draft",
        "visibility": audience if audience != "everyone" else "",
        **{f"substack_{key}": row[key] for key in _KEPT if row.get(key) and row[key] != "newsletter"},
    }
    values = {key: value for key, value in values.items() if value}
    entries += (
        Entry("field", key, "left out", "it says how the post was sent")
        for key, value in row.items()
        if value and key not in _USED
    )
    keyed = read_keys(YamlMapping(values, {}, {}), place)
    whole = Text(text.markdown, entries=(*entries, *text.entries))
    yield from import_article(keyed, whole, Origin(place, f"substack:{number}"), today)
