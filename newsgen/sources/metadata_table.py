"""Read the metadata table: `metadata.csv` in the articles folder gives fields that the texts lack."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Container, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.paths import METADATA
from newsgen.settings.site import Site
from newsgen.sources.declared_fields import DeclaredFields, read_fields
from newsgen.sources.fields import Fields
from newsgen.text.encoding import read_text
from newsgen.text.yaml.reader import Mapping as YamlMapping

_PATH = "path"
_LISTS = frozenset(("byline", "author", "authors", "tags", "related", "images", "image"))


class MetadataTable(NamedTuple):
    """The fields of each article that has a row, by its path, and what an editor should know of the table."""

    rows: Mapping[str, Fields]
    findings: tuple[Finding, ...] = ()


def load_metadata(root: Path, site: Site, paths: Container[str]) -> MetadataTable:
    """Read the table in the articles folder, if there is one.

    `paths` are those of all articles. A cell separates several names, tags or links by ";".
    Raises NewsgenError for a table that cannot be read.
    """
    file, label = root / site.articles / METADATA, f"{site.articles}/{METADATA}"
    if not file.is_file():
        return MetadataTable({})
    rows = csv.DictReader(
        io.StringIO(read_text(file, label, site.encoding_of(METADATA)), newline=""), skipinitialspace=True, strict=True
    )
    table: dict[str, Fields] = {}
    findings: list[Finding] = []
    try:
        _check_header(list(rows.fieldnames or []), label)
        for row in rows:
            try:
                path, declared = _read_row(row, rows.line_num, label, site)
                _check_path(path, rows.line_num, label, paths, table)
            except NewsgenError as failed:
                findings += (Finding("table-rows", problem) for problem in failed.problems)
            else:
                table[path] = declared.fields
                findings += declared.findings
    except csv.Error as error:
        message, reason = f"cannot read the table: {error}", "Its row has no clear columns."
        raise NewsgenError([Problem(label, rows.reader.line_num, message, reason, "Check the quotes.")]) from None
    return MetadataTable(table, tuple(findings))


def _check_header(names: list[str], label: str) -> None:
    repeated = sorted(name for name, count in Counter(names).items() if count > 1)
    if _PATH not in names:
        message, reason = 'has no column "path"', "Its rows would belong to no article."
        fix = "Begin the file with a line of column names, for example path,published,byline."
    elif repeated:
        message, reason = f'has two columns "{repeated[0]}"', "One of two values would be lost."
        fix = "Join the two, or rename one."
    else:
        return
    raise NewsgenError([Problem(label, 1, message, reason, fix)])


def _read_row(row: dict[str, str | list[str] | None], line: int, label: str, site: Site) -> tuple[str, DeclaredFields]:
    if None in row or None in row.values():
        message = "has another number of columns than the first line"
        reason, fix = "Values would go to the wrong fields.", "Put a value that holds a comma in double quotes."
        raise NewsgenError([Problem(label, line, message, reason, fix)])
    cells = {name: str(value).strip() for name, value in row.items() if value}
    path = cells.pop(_PATH, "")
    values = {
        name: [part.strip() for part in cell.split(";")] if name in _LISTS else cell
        for name, cell in cells.items()
        if cell
    }
    yaml = YamlMapping(values, dict.fromkeys(values, line), {})
    return path, read_fields(yaml, label, site.front_matter, site.groups)


def _check_path(path: str, line: int, label: str, paths: Container[str], table: dict[str, Fields]) -> None:
    if path in table:
        message, fix = f'"{path}" stands in the table twice', "Join the two rows."
    elif path not in paths:
        message, fix = f'there is no article "{path}"', "Write the path as it is below the articles folder."
    else:
        return
    raise NewsgenError([Problem(label, line, message, "Each row gives the fields of one article.", fix)])
