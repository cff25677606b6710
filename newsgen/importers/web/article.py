"""An article of the pages that are its copies and parts."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.article_paths import article_path
from newsgen.importers.conversion.fields import KeyedFields
from newsgen.importers.conversion.personal_data import public_name, without_addresses
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.body import WebText, convert_page, join_texts
from newsgen.importers.web.capture import CaptureSource
from newsgen.importers.web.files import ArticleFiles
from newsgen.importers.web.page_addresses import PageAddress
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_rows import Membership, PageRow
from newsgen.importers.web.site_addresses import SiteAddress, site_address
from newsgen.importers.web.translations import find_translations
from newsgen.record.article import Correction, Image
from newsgen.record.comment import Comment
from newsgen.record.import_entry import Entry
from newsgen.sources.field_values import has_host
from newsgen.text.encoding import without_controls
from newsgen.text.language.tags import normalise_tag

# Fields of a page that a copy of it may show where the page itself does not.
_FILLED = ("headline", "dek", "byline", "section", "published", "updated", "tags", "corrections")
_LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of the whole source: the source itself, its pages, and addresses that are taken."""

    source: CaptureSource
    index: PageIndex
    claimed: TemporaryIndex
    today: datetime.date


def read_article(lead: int, site: Site) -> Iterator[Imported]:
    """The article that a page leads, with its files, what is missing, and entries for its copies and parts."""
    index = site.index
    members = index.members(lead)
    row = index.page(lead)
    whole = [index.reading(member.number) for member in members]
    reading = _filled(whole, members)
    address = site_address(index, lead, site.claimed)
    identity = _identity(row, address)
    path = article_path(
        reading.published, {"permalink": address.permalink or _first(address.aliases)}, reading.headline, identity
    )
    files = ArticleFiles(site.source, path.rpartition("/")[2].removesuffix(".md"), row.label)
    texts = [
        convert_page(part.body_html, index.page(member.number), index, files)
        for member, part in zip(members, whole, strict=True)
        if member.role != "copy" and part.body_html
    ]
    text = join_texts(texts)
    keyed = _keyed(reading, row, address, files, text)
    if reading.declared.alternates:
        language = str(keyed.fields.get("language", ""))
        named = find_translations(lead, reading.declared.alternates, language, index, site.claimed)
        keyed = keyed._replace(fields={**keyed.fields, **({"translation_of": named} if named else {})})
    entries = (*text.entries, *files.entries, *_chrome(whole, members))
    for capture in files.used:
        index.use(capture)
    origin = Origin(row.label, identity, path, address.note)
    body = Text(text.markdown, tuple(files.files), _comments(whole, members), entries)
    for item in import_article(keyed, body, origin, site.today):
        yield item
        if isinstance(item, ImportedArticle) and not item.status:
            yield from files.missing.values()
    yield from _member_entries(members, index, row)


def _filled(readings: Sequence[PageReading], members: Sequence[Membership]) -> PageReading:
    """The fields of the page that leads, and of its copies and parts what it does not show."""
    own = readings[0]
    values: dict[str, Any] = {}
    for name in _FILLED:
        if not getattr(own, name):
            found = next((value for other in readings[1:] if (value := getattr(other, name))), None)
            if found:
                values[name] = found
    corrections = tuple(
        dict.fromkeys(
            text
            for reading, member in zip(readings, members, strict=True)
            if member.role != "copy"
            for text in reading.corrections
        )
    )
    if corrections:
        values["corrections"] = corrections
    return replace(own, **values) if values else own


def _keyed(reading: PageReading, row: PageRow, address: SiteAddress, files: ArticleFiles, text: WebText) -> KeyedFields:
    declared = reading.declared
    language = _language(declared.languages)
    values: dict[str, Any] = {
        "headline": _line(reading.headline),
        "dek": _line(reading.dek),
        "byline": tuple(dict.fromkeys(filter(None, (public_name(_line(name)) for name in reading.byline)))),
        "section": tuple(filter(None, (_line(reading.section),))),
        "published": reading.published,
        "updated": reading.updated,
        "tags": tuple(dict.fromkeys(filter(None, (_line(tag) for tag in reading.tags)))),
        "corrections": tuple(Correction(_line(text)) for text in reading.corrections),
        "language": language,
        "original_url": address.original_url if has_host(address.original_url) else "",
        "permalink": address.permalink,
        "aliases": address.aliases,
        "images": _lead_image(reading, row, files, text),
    }
    extra = {"captured": row.captured} if row.captured else {}
    kept = {name: value for name, value in values.items() if value}
    return KeyedFields(kept, extra, "", tuple(Entry("field", name, "taken") for name in kept))


def _language(tags: Sequence[str]) -> str:
    """The language of the article: what the page says of it, rather than what it says of all that is around it."""
    known = [tag for tag in (normalise_tag(tag.replace("_", "-")) for tag in tags) if tag]
    own = (tag for tag in known[1:] if tag.partition("-")[0] != known[0].partition("-")[0])
    return next(own, known[0] if known else "")


def _lead_image(reading: PageReading, row: PageRow, files: ArticleFiles, text: WebText) -> tuple[Image, ...]:
    """The picture that the page declares, where its text shows none and the source holds it."""
    if text.pictures or not reading.declared.image:
        return ()
    held = files.find_picture(reading.declared.image, PageAddress(row.url, row.path), row.base)
    return (Image(held),) if held else ()


def _chrome(readings: Sequence[PageReading], members: Sequence[Membership]) -> Iterator[Entry]:
    """An entry for each block that is no part of the article; those of copies are of what the account says of them."""
    for reading, member in zip(readings, members, strict=True):
        for left in reading.chrome if member.role != "copy" else ():
            entry = Entry("text of the page", left.rule, "left out", "no part of the article", left.example[:160])
            yield from [entry] * left.blocks


def _comments(readings: Sequence[PageReading], members: Sequence[Membership]) -> tuple[Comment, ...]:
    """The comments of all parts of an article, each once; an answer keeps the comment that it answers."""
    found: dict[tuple[object, ...], Comment] = {}
    for reading, member in zip(readings, members, strict=True):
        for comment in reading.comments if member.role != "copy" else ():
            text = "\n".join(map(_line, without_addresses(comment.text).split("\n"))).strip()
            clean = replace(comment, author=_line(comment.author), text=text)
            if clean.text:
                found.setdefault((clean.author, clean.date, clean.text), clean)
    comments = tuple(found.values())
    if len({comment.id for comment in comments}) == len(comments):
        return comments
    # Parts count their comments anew where their markup has no numbers.
    return tuple(replace(comment, id=str(number), parent="") for number, comment in enumerate(comments, 1))


def _member_entries(members: Sequence[Membership], index: PageIndex, lead: PageRow) -> Iterator[Entry]:
    for member in members:
        label = index.page(member.number).label
        if member.role == "copy":
            yield Entry("page", "copy", "left out", "another page has the same article", label)
        else:
            kind = "part" if member.role == "part" else "article"
            yield Entry("page", kind, "taken")


def _identity(row: PageRow, address: SiteAddress) -> str:
    """The name of an article that it keeps when it is imported again: its URL, or its path in the mirror."""
    key = address_key(address.original_url or row.address)
    if len(key) > _LONGEST_ID:
        digest = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]
        key = f"{key[:_LONGEST_ID]}-{digest}"
    return f"web:{key}"


def _line(text: str) -> str:
    return " ".join(without_controls(text).split())


def _first(texts: Sequence[str]) -> str:
    return texts[0].partition("?")[0] if texts else ""
