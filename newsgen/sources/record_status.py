"""Whether a record's article may be published, by its own keys and by those in its `extra`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Origin
from newsgen.settings.site import Site
from newsgen.settings.statuses import fold_word
from newsgen.sources.publication_status import StatusReading, is_password_key, is_status_key, read_status
from newsgen.text.yaml.reader import Mapping as YamlMapping

Record = Mapping[str, Any]
_TRUE = ("true", "yes", "1")
_FALSE = ("false", "no", "0")


def read_record_status(record: Record, site: Site, origin: Origin, text: str) -> StatusReading:
    """The status that a record declares; `extra` is what front matter said, or what has no key of its own.

    `text` is the whole file, which shows the lines of the keys. Raises NewsgenError for a `draft` that is neither true
    nor false.
    """
    extra = record.get("extra")
    renamed = site.front_matter.rename
    said = {name: value for name, value in record.items() if is_status_key(name)}
    if isinstance(extra, dict):
        said = {**{name: value for name, value in extra.items() if is_status_key(name) or name in renamed}, **said}
    lines = {name: origin_of_key(name, text, origin).line for name in said}
    status = read_status(YamlMapping(said, lines, {}), origin.path, site.front_matter)
    return status._replace(status=status.status or _read_draft(record, origin, text))


def without_status(record: Record, status: StatusReading, site: Site) -> Record:
    """A record whose keys for its status lie in `extra`, as those of front matter do."""
    said = {name: record[name] for name in status.used if name in record}
    if not said:
        return record
    kept = {name: value for name, value in said.items() if not is_password_key(name, site.front_matter)}
    extra = record.get("extra") or {}
    others = {name: value for name, value in record.items() if name not in said}
    return {**others, "extra": {**kept, **extra} if isinstance(extra, dict) else extra}


def origin_of_key(name: str, text: str, record: Origin) -> Origin:
    """The file and line of a key in the text of a file; the record's own origin if the text does not have the key."""
    index = text.find(f'"{name}":')
    return Origin(record.path, text.count("\n", 0, index) + 1) if index >= 0 else record


def _read_draft(record: Record, origin: Origin, text: str) -> str:
    word = fold_word(str(record.get("draft") or False))
    if word not in (*_TRUE, *_FALSE):
        message, reason = '"draft" must be true or false', "The article would not be what its record says."
        fix = "Correct it, or take it from where it is whole."
        raise NewsgenError([Problem(*origin_of_key("draft", text, origin), message, reason, fix)])
    return "draft" if word in _TRUE else ""
