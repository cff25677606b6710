"""Make the article of a row."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from newsgen.importers.conversion.addresses import claim_address
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.bodies import as_markdown, looks_like
from newsgen.importers.conversion.fields import KeyedFields, read_keys
from newsgen.importers.conversion.personal_data import without_personal_data
from newsgen.importers.imported import Imported, MissingFile
from newsgen.importers.table.plan import Plan
from newsgen.importers.table.row_values import RowValues, sort_values
from newsgen.importers.table.rows import Row
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.article import Image
from newsgen.record.import_entry import Entry
from newsgen.record.names import leaves_folder, safe_path
from newsgen.sources.field_values import has_host
from newsgen.text.urls import split_url
from newsgen.text.yaml.reader import Mapping as YamlMapping

# Hexadecimal digits of an id that is made of what a row holds.
_DIGITS = 16
_IMAGE_KEYS = {
    "file": ("file", "url", "src", "path", "href"),
    "alt": ("alt", "alt_text", "alttext"),
    "caption": ("caption", "title", "description"),
    "credit": ("credit", "byline", "photographer", "copyright"),
}


def import_row(row: Row, plan: Plan, ids: TemporaryIndex, today: datetime.date) -> Iterator[Imported]:
    """The article of a row with its pictures to fetch, or the entry that says why there is none."""
    place = f"{plan.label}:{row.line}"
    values = sort_values(row.values, plan, place)
    if not values.body and not any(values.keys.get(key) for key in ("headline", "title")):
        yield Entry("article", "", "left out", "neither a headline nor a text", place)
        yield from _entries_without_article(values, place)
        return
    _move_address(values.keys)
    _name_images(values)
    keyed = read_keys(YamlMapping(values.keys, {}, {}), place, plan.custom)
    keyed = _by_columns(keyed, values)
    article_id, note = _id_of(row, values, keyed, plan), ""
    digest = _digest([row.values])
    if not ids.add(article_id, digest):
        if ids.find(article_id) == digest:
            yield Entry("article", "", "left out", "the same row stands twice", place)
            return
        article_id, note = f"{article_id}#{digest[:6]}", "another row has its id: its own is longer"
        if not ids.add(article_id, digest):
            yield Entry("article", "", "left out", "the same row stands twice", place)
            return
    keyed, double = claim_address(keyed, ids, today)
    images, missing = _local_images(keyed.fields.get("images", ()), place)
    if images:
        keyed.fields["images"] = images
    form = plan.body_format
    if not plan.format_given and values.body:
        seen = looks_like(values.body)
        form = seen if form != "html" or seen == "html" else form
    markdown = as_markdown(values.body, form)
    keyed = keyed._replace(entries=_known_names(keyed.entries, plan))
    entries = (*_known_names(values.entries, plan), *markdown.entries)
    origin = Origin(place, article_id, note=note or double)
    yield from import_article(keyed, Text(markdown.text, entries=entries), origin, today)
    yield from missing


def _entries_without_article(values: RowValues, place: str) -> Iterator[Entry]:
    for column in values.columns.values():
        yield Entry("field", column, "left out", "its row has neither a headline nor a text", place)


def _move_address(keys: dict[str, Any]) -> None:
    """Of a whole URL, the path is the permalink; with a query it can only be an older address."""
    for key in ("permalink", "url"):
        address = keys.get(key)
        if not isinstance(address, str) or not has_host(address):
            continue
        parts = split_url(address)
        keys.setdefault("original_url", address)
        del keys[key]
        if parts.query or parts.path in ("", "/"):
            keys["aliases"] = [*_as_list(keys.get("aliases")), address]
        else:
            keys[key] = parts.path
        return


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _name_images(values: RowValues) -> None:
    """Give the objects of pictures the names of newsgen, and the first picture the texts of the columns beside it."""
    for key in ("images", "image"):
        if key not in values.keys:
            continue
        parts = [_image_facts(part) for part in _as_list(values.keys[key])]
        if parts and values.image_texts:
            first = parts[0] if isinstance(parts[0], dict) else {"file": parts[0]}
            parts[0] = {**{field.removeprefix("image_"): text for field, text in values.image_texts.items()}, **first}
            values.image_texts.clear()
        values.keys[key] = parts


def _image_facts(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    found = {}
    for name, known in _IMAGE_KEYS.items():
        text = next((value[key] for key in known if isinstance(value.get(key), str) and value[key]), "")
        if text:
            found[name] = text
    return found if "file" in found else value


def _local_images(images: tuple[Image, ...], place: str) -> tuple[tuple[Image, ...], list[MissingFile]]:
    """Pictures with the paths below `static` where those of other hosts belong, and the list of these to fetch."""
    local, missing = [], []
    for image in images:
        parts = split_url(image.file) if has_host(image.file) else None
        if parts and not parts.query and not leaves_folder(parts.path) and parts.path.strip("/"):
            path = safe_path("/" + unquote(parts.path).lstrip("/"))
            missing.append(MissingFile(path, image.file, place))
            image = Image(path, image.alt, image.caption, image.credit)
        local.append(image)
    return tuple(local), missing


def _by_columns(keyed: KeyedFields, values: RowValues) -> KeyedFields:
    """The fields of a row with what is kept, and the account, by the names of the columns."""
    extra = {values.columns.get(key, key): value for key, value in keyed.extra.items()}
    kept = {key: without_personal_data(value) for key, value in values.kept.items()}
    entries = tuple(entry._replace(name=values.columns.get(entry.name, entry.name)) for entry in keyed.entries)
    return keyed._replace(extra={**extra, **kept}, entries=entries)


def _known_names(entries: Iterable[Entry], plan: Plan) -> tuple[Entry, ...]:
    """Entries by the columns that the first rows have: an account does not grow with the names of all records."""
    return tuple(
        entry if entry.name in plan.fields or entry.kind != "field" else entry._replace(name="other columns")
        for entry in entries
    )


def _id_of(row: Row, values: RowValues, keyed: KeyedFields, plan: Plan) -> str:
    """The id of a row: that of its column, else a digest of what the next export will have too."""
    declared = str(keyed.fields.get("id") or "")
    if declared:
        return f"table:{plan.name}:{declared}"
    fields = keyed.fields
    address = fields.get("original_url") or fields.get("permalink") or fields.get("slug")
    parts = [address] if address else [fields.get("headline", ""), str(fields.get("published", ""))]
    if not any(parts):
        parts = [values.body]
    return f"table:{plan.name}:{_digest(parts)[:_DIGITS]}"


def _digest(parts: list[Any]) -> str:
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
