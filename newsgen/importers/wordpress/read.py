"""The reader of WordPress exports: articles with all that belongs to them, then files, redirects and the rest.

The export is read twice: what articles refer to may stand anywhere in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from newsgen.errors import Problem
from newsgen.importers.imported import Imported, SourceSite
from newsgen.importers.input_files import InputFile
from newsgen.importers.wordpress.addresses.listings import Listings
from newsgen.importers.wordpress.addresses.redirect_rules import Rule, read_rules, rule_of_item
from newsgen.importers.wordpress.article import read_article
from newsgen.importers.wordpress.closing import attachment_addresses, close_source
from newsgen.importers.wordpress.fields.comments import leave_out_comments
from newsgen.importers.wordpress.fields.extra import leave_out_fields
from newsgen.importers.wordpress.first_reading import key_of, key_of_another, place_of, read_first
from newsgen.importers.wordpress.index import SourceIndex
from newsgen.importers.wordpress.post_types import UNSAVED, Role, role_of, status_of
from newsgen.importers.wordpress.source import Source
from newsgen.importers.wordpress.wxr.export_file import Part, read_parts
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.importers.wordpress.wxr.read_item import parse_item
from newsgen.record.import_entry import Entry
from newsgen.text.language.tags import normalise_tag

Drafts = Literal["keep", "leave-out"]
_RULE_ENDINGS = (".json", ".csv")
_CUT_OFF = "It ends before the end of the export: what would follow is missing. Export the site again."
_USED_ROLES = {
    "block": "It stands in the articles that use it.",
    "guest": "It gives the names of authors.",
    "redirect": "",
}
_NO_ARTICLE: dict[Role, str] = {
    "technical": "WordPress or a plug-in keeps it for its own work.",
    "personal": "It holds what readers wrote or bought, and their names.",
}


@dataclass(slots=True)
class _Reading:
    """What the second reading collects for the end."""

    source: Source
    drafts: Drafts
    listings: Listings
    rules: list[tuple[Rule, str]] = field(default_factory=list)


def read_wordpress(
    files: Sequence[InputFile],
    uploads: Path | None = None,
    drafts: Drafts = "keep",
    slugs: Literal["ascii", "unicode"] = "ascii",
) -> Iterator[Imported]:
    """What the export files of a site hold, and the redirects that plug-ins exported beside them.

    `uploads` is the site's folder wp-content/uploads, `slugs` how the site makes addresses of names.
    """
    with SourceIndex() as index:
        reading = _Reading(Source(index), drafts, Listings(slugs))
        exports: list[InputFile] = []
        for file in files:
            if file.path.lower().endswith(_RULE_ENDINGS):
                reading.rules += [(rule, file.label) for rule in read_rules(file)]
        wanted = [file for file in files if not file.path.lower().endswith(_RULE_ENDINGS)]
        for found in read_first(wanted, uploads, reading.source):
            if isinstance(found, Problem):
                yield found
            else:
                exports.append(found)
        yield _site(reading.source)
        for file in exports:
            for part in read_parts(file):
                yield from _read_part(part, file, reading)
        if exports:
            yield from close_source(reading.source, reading.listings, reading.rules)


def _site(source: Source) -> SourceSite:
    site = source.site
    return SourceSite(
        title=" ".join(site.title.split()),
        description=" ".join(site.description.split()),
        url=(site.base_blog_url or site.link).rstrip("/"),
        language=normalise_tag(site.language.replace("_", "-")) or "",
        query_script=True,
    )


def _read_part(part: Part, file: InputFile, reading: _Reading) -> Iterator[Imported]:
    if part.name == "file":
        yield Entry("file", "cut off", "left out", _CUT_OFF, place_of(file, part))
        return
    if part.fault:
        yield _fault(part, file)
    if part.decoded.broken:
        yield Entry("bytes", "no UTF-8", "taken", "They are read as Windows-1252.", place_of(file, part))
    if part.decoded.controls:
        yield Entry("characters", "control characters", "left out", "No text may hold them.", place_of(file, part))
    if part.name == "item" and part.decoded.text:
        item = parse_item(part.decoded.text, part.prefixes)
        if part.fault and item.status == "publish":
            # What follows its end might say that it is not public.
            item = replace(item, status="draft")
        yield from _read_item(item, place_of(file, part), reading)


def _fault(part: Part, file: InputFile) -> Problem:
    if part.fault == "cut":
        return Problem(
            file.label,
            part.line,
            f"{'an item' if part.name == 'item' else 'an element'} has no end",
            "What follows in it is not known: an article is kept as a draft.",
            "Export the site again, and import the new file; what is there already is not imported twice.",
        )
    return Problem(
        file.label,
        part.line,
        "an item is larger than 64 MB",
        "No article is, and it was left out.",
        "Look at the export there; delete the item, or make it smaller.",
    )


def _read_item(item: Item, place: str, reading: _Reading) -> Iterator[Imported]:
    reason = _reason_to_leave_out(item, place, reading)
    role = role_of(item.type)
    kind, status = item.type or "post", item.status or "(none)"
    if reason:
        yield Entry(kind, status, "left out", reason, place)
        yield from leave_out_comments(item, reason, place)
        yield from leave_out_fields(item.meta, reason, place)
    elif role == "article":
        yield from _read_article(item, place, reading)
    elif role == "attachment":
        yield from leave_out_comments(item, "It is one of a file's own page.", place)
        yield from leave_out_fields(item.meta, "It is one of a file.", place)
    else:
        if role == "redirect":
            reading.rules.append((rule_of_item(item), place))
        yield Entry(kind, status, "taken", _USED_ROLES[role], place)
        yield from leave_out_fields(item.meta, _USED_ROLES[role] or "It is one of a redirect.", place)


def _reason_to_leave_out(item: Item, place: str, reading: _Reading) -> str:
    """Why an item is left out, "" if it is not. What has a password tells nothing, whatever else is true of it."""
    role = role_of(item.type)
    if item.is_protected:
        return "It has a password."
    if role in _NO_ARTICLE:
        return _NO_ARTICLE[role]
    if item.status in UNSAVED and role != "attachment":
        return "It was never saved."
    if role == "attachment" and not reading.source.index.attachment(item.id):
        return "It is in the trash, not public, or has no number."
    if role == "article" and item.says_nothing:
        return "It has neither a title nor a text."
    if role == "article" and status_of(item.status) and reading.drafts == "leave-out":
        return "It is not public (--drafts leave-out)."
    if role == "block" and item.status != "publish":
        return "It is not public."
    if not _key_here(item, place, reading.source):
        return "It stands again in a later part of the export."
    return ""


def _key_here(item: Item, place: str, source: Source) -> str:
    """The key of an item if this is the place of its last version, "" if it is not."""
    key = key_of(item)
    rows = map(source.index.post, (key, key_of_another(key, place)))
    return next((row.id for row in rows if row and row.place == place), "")


def _read_article(item: Item, place: str, reading: _Reading) -> Iterator[Imported]:
    source = reading.source
    key = _key_here(item, place, source)
    more = attachment_addresses(item, source) if not status_of(item.status) else ()
    read = read_article(item, key, source, place, more)
    if not read.imported.status:
        reading.listings.add(read.imported.article, item.terms)
        for path in (*(file.path for file in read.imported.files), *(file.path for file in read.missing)):
            source.index.use_file(path)
    yield read.imported
    yield from read.missing
