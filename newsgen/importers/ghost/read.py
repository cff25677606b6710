"""Read Ghost's exports: each post and page is an article."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import PurePosixPath

from newsgen.errors import Problem
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.conversion.pictures import SitePictures
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.ghost.addresses import DEFAULT, read_redirects, read_routes
from newsgen.importers.ghost.post import Export, import_post
from newsgen.importers.ghost.tables import index_tables, read_rows
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

_CONTENT = "content/"
_SETTINGS = ("redirects.json", "redirects.yaml", "redirects.yml", "routes.yaml", "routes.yml")


def read_ghost(files: Sequence[InputFile], today: datetime.date, url: str = "") -> Iterator[Imported]:
    """The articles of Ghost's exports, their pictures and redirects. `url` is the address of the old site."""
    with ExitStack() as stack:
        members: list[Member] = []
        for found in open_members(files, stack):
            if isinstance(found, Member):
                members.append(found)
            else:
                yield found
        pictures = {}
        for member in members:
            path = member.path
            at = path.find(_CONTENT)
            if at >= 0 and not path.lower().endswith(".json"):
                pictures[f"/{path[at:]}"] = member
            elif path.startswith(("images/", "files/", "media/")):
                pictures[f"/content/{path}"] = member
        routes = DEFAULT
        for member in members:
            name = PurePosixPath(member.path).name.lower()
            if name.startswith("routes."):
                routes, problems = read_routes(member)
                yield from problems
            elif name.startswith("redirects."):
                yield from read_redirects(member)
        for member in members:
            if member.path.lower().endswith(".json") and PurePosixPath(member.path).name.lower() not in _SETTINGS:
                with TemporaryIndex() as index:
                    export = Export(index, SitePictures(pictures, url), routes, member.label, today)
                    yield from _read_export(member, export, url)


def _read_export(member: Member, export: Export, url: str) -> Iterator[Imported]:
    problems: list[Problem] = []
    yield from index_tables(member, export.facts, problems)
    find = export.facts.find
    yield source_site(
        {
            "title": find("setting:title") or "",
            "description": find("setting:description") or "",
            "url": url,
            "language": find("setting:locale") or find("setting:lang") or find("setting:default_locale") or "",
            "timezone": find("setting:timezone") or find("setting:active_timezone") or "",
        }
    )
    count = 0
    for table, line, row in read_rows(member, []):
        if table == "posts":
            count += 1
            yield from import_post(row, line, export)
    yield from problems
    if not count and not problems:
        reason, fix = "There is nothing to import.", "Export it from Ghost: Settings, Import/Export, Export."
        yield Problem(member.label, 0, "holds no posts of Ghost", reason, fix)
        yield Entry("file", ".json", "left out", "it holds no posts", member.label)
