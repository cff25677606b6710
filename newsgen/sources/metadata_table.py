"""Read the metadata table: `metadata.csv` in the articles folder gives fields that the texts lack."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.article import Origin
from newsgen.record.field_keys import KEYS
from newsgen.record.paths import METADATA
from newsgen.settings.site import Site
from newsgen.sources.declared_fields import DeclaredFields, read_fields
from newsgen.sources.field_custom import field_custom
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.table_paths import ArticlePaths
from newsgen.sources.table_rows import TableRow, read_rows
from newsgen.text.encoding import read_text
from newsgen.text.entities import split_outside_entities
from newsgen.text.yaml.reader import Mapping as YamlMapping

# Fields whose text is one value in front matter, and may be several in a cell. Names and tags are told apart in both.
_LISTS = frozenset((*KEYS["related"], *KEYS["images"]))


class MetadataTable(NamedTuple):
    """The fields of each article that has a row, by its path, and what an editor should know of the table."""

    rows: Mapping[str, Fields]
    findings: tuple[Finding, ...] = ()


def load_metadata(root: Path, site: Site, paths: Collection[str]) -> MetadataTable:
    """Read the table in the articles folder, if there is one.

    `paths` are those of all articles. A cell separates several names, tags or links by ";". What no field holds is the
    row's `extra`.
    Raises NewsgenError for a table that cannot be read.
    """
    file, label = root / site.articles / METADATA, f"{site.articles}/{METADATA}"
    if not file.is_file():
        return MetadataTable({})
    articles = ArticlePaths(paths, site.articles)
    table: dict[str, Fields] = {}
    findings: list[Finding] = []
    for row in read_rows(read_text(file, label, site.encoding_of(METADATA)), label):
        if isinstance(row, Problem):
            findings.append(Finding("table-rows", row))
            continue
        path = articles.find(row.path)
        if not path or path in table:
            findings.append(Finding("table-rows", _unused_row(row, path, label)))
            continue
        try:
            declared = _read_cells(row, label, site)
        except NewsgenError as failed:
            findings += (Finding("table-rows", problem) for problem in failed.problems)
        else:
            table[path] = _with_extra(declared, Origin(label, row.line))
            findings += declared.findings
    return MetadataTable(table, tuple(findings))


def _with_extra(declared: DeclaredFields, origin: Origin) -> Fields:
    """The fields of a row, and as `extra` what it says that no field holds."""
    return {**declared.fields, "extra": FieldValue(declared.extra, origin)} if declared.extra else declared.fields


def _read_cells(row: TableRow, label: str, site: Site) -> DeclaredFields:
    rename = site.front_matter.rename
    values = {name: _split(rename.get(name, name), cell) for name, cell in row.cells.items()}
    keys = YamlMapping(values, dict.fromkeys(values, row.line), {})
    return read_fields(keys, label, site.front_matter, field_custom(site))


def _split(key: str, cell: str) -> str | list[str]:
    if key.lower() not in _LISTS:
        return cell
    return [part.strip() for part in split_outside_entities(cell, ";") if part.strip()]


def _unused_row(row: TableRow, path: str, label: str) -> Problem:
    reason = "Each row gives the fields of one article."
    if path:
        return Problem(label, row.line, f'"{path}" stands in the table twice', reason, "Join the two rows.")
    message, fix = f'there is no article "{row.path}"', "Write the path as it is below the articles folder."
    return Problem(label, row.line, message, reason, fix)
