"""The tables of a Ghost export: tags, authors and further facts of posts are indexed, posts are read one by one."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsgen.errors import Problem
from newsgen.importers.archives.members import UNREADABLE, Member
from newsgen.importers.conversion.personal_data import public_name
from newsgen.importers.table.json_text import JsonFault, JsonText
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

# Tables whose rows are facts of posts, or settings.
_USED = frozenset(("posts", "tags", "users", "posts_tags", "posts_authors", "posts_meta", "settings"))
_SETTINGS = ("title", "description", "lang", "locale", "default_locale", "timezone", "active_timezone", "url")


def read_rows(member: Member, problems: list[Problem]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """The rows of an export with the name of their table and their line; where it cannot be read on, a problem."""
    reason, fix = "What stands behind this place was not imported.", "Export it again."
    try:
        with io.TextIOWrapper(member.open(), "utf-8-sig", errors="replace") as stream:
            for keys, line, value in JsonText(stream, entered=("db",)):
                if len(keys) >= 2 and keys[-2] == "data" and isinstance(value, dict):
                    yield keys[-1], line, value
    except JsonFault as fault:
        message, line = fault.args
        problems.append(Problem(member.label, line, f"cannot read JSON: {message}", reason, fix))
    except UNREADABLE as error:
        problems.append(Problem(member.label, 0, f"cannot be read: {error}", reason, fix))


def index_tables(member: Member, index: TemporaryIndex, problems: list[Problem]) -> Iterator[Entry]:
    """Index what belongs to posts; yields an entry for each row of a table that is not taken."""
    for number, (table, _, row) in enumerate(read_rows(member, problems)):
        match table:
            case "tags":
                is_internal = row.get("visibility") == "internal" or str(row.get("name") or "").startswith("#")
                facts = {"name": row.get("name"), "slug": row.get("slug"), "internal": is_internal}
                index.add(f"tag:{row.get('id')}", json.dumps(facts))
            case "users":
                facts = {"name": public_name(str(row.get("name") or "")), "slug": row.get("slug")}
                index.add(f"user:{row.get('id')}", json.dumps(facts))
            case "posts_tags" | "posts_authors":
                other = "tag_id" if table == "posts_tags" else "author_id"
                order = _order(row.get("sort_order"))
                index.add(f"{table}:{row.get('post_id')}:{order}:{number:09}", str(row.get(other)))
            case "posts_meta":
                index.add(f"meta:{row.get('post_id')}", json.dumps(row))
            case "settings" if row.get("key") in _SETTINGS and isinstance(row.get("value"), str):
                index.add(f"setting:{row['key']}", row["value"])
        if table not in _USED:
            yield Entry("table", table, "left out", "it is about readers, or how the old system worked")


def _order(value: Any) -> str:
    return f"{value:06}" if isinstance(value, int) and 0 <= value < 1_000_000 else "999999"


def facts_of(index: TemporaryIndex, table: str, kind: str, post_id: str) -> list[Mapping[str, Any]]:
    """The tags or authors of a post in their order."""
    found = (index.find(f"{kind}:{other}") for other in index.find_all(f"{table}:{post_id}:"))
    return [json.loads(facts) for facts in found if facts]


def meta_of(index: TemporaryIndex, post_id: str) -> Mapping[str, Any]:
    """The further facts of a post: the texts of its picture, and those for search engines."""
    found = index.find(f"meta:{post_id}")
    facts: Mapping[str, Any] = json.loads(found) if found else {}
    return facts
