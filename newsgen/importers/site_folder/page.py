"""`SourcePage`: a file of a site's folder with its front matter and its text."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.record.dates import PartialDate, parse_date
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date
from newsgen.sources.front_matter import split_front_matter
from newsgen.sources.front_matter_keys import read_front_matter
from newsgen.text.line_ends import as_line_feeds
from newsgen.text.yaml.reader import Mapping

_DATED = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})(?:[-_](?P<name>.+))?")


class SourcePage(NamedTuple):
    """A page: its path in the site's folder, its keys, its text, and whether front matter was found."""

    path: str
    label: str
    keys: Mapping
    text: str
    has_front_matter: bool

    def get(self, *names: str) -> Any:
        """The value of the first of some keys that has one, whatever its case."""
        for name in names:
            for key, value in self.keys.values.items():
                if key.lower() == name and value not in (None, "", [], {}):
                    return value
        return None

    def text_of(self, *names: str) -> str:
        """The text of the first of some keys; "" where it is none."""
        value = self.get(*names)
        return value.strip() if isinstance(value, str) else ""


def read_page(folder: SiteFolder, path: str) -> SourcePage:
    """A page of a folder. Raises NewsgenError if it cannot be read."""
    label = folder.label_of(path)
    split = split_front_matter(folder.text_of(path), label)
    keys = read_front_matter(split, label).keys
    return SourcePage(path, label, keys, as_line_feeds(split.text), bool(split.front_line or split.open))


def date_of(value: Any) -> PartialDate | None:
    """The date of a value; None if it is none, or one that could be read in two ways."""
    if not isinstance(value, str):
        return None
    try:
        return read_declared_date(value)
    except UnreadableDate:
        return None


def split_dated_name(stem: str) -> tuple[PartialDate | None, str]:
    """The date and the rest of a file's name such as "2019-05-04-mill-wheel"; None and the name without a date."""
    match = _DATED.fullmatch(stem)
    try:
        return (parse_date(match["date"]), match["name"] or stem) if match else (None, stem)
    except ValueError:
        return None, stem


def with_values(mapping: Mapping, values: dict[str, Any]) -> Mapping:
    """A mapping with some keys set, or taken away where the value is None."""
    changed = {**mapping.values, **values}
    return mapping._replace(
        values={key: value for key, value in changed.items() if value is not None},
        duplicates={key: parts for key, parts in mapping.duplicates.items() if key not in values},
    )
