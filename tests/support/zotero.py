"""How Zotero reads a page's head: the rules of its translators "Embedded Metadata" (2024-06-13) and "RDF", as tables.

A tag's name is a prefix and a property ("DC.type", "og:title"); the prefix is read in any case, and so is the first
letter of the property. Each field of the item has an order of properties, of which the first that is there counts.
Highwire's tags, "citation_…", then take the place of what was found; of several for a field the last of this table.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

PREFIXES = ("dc", "og", "article")
ITEM_TYPES = ("newspaperArticle", "journalArticle", "magazineArticle", "webpage", "blogPost", "report")
# What a Highwire tag says of the item's type: surely, or where nothing else tells it.
SURE_TYPES = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
GUESSED_TYPES = {"citation_title": "journalArticle", "citation_isbn": "book"}
RDF = {
    "title": ("dc:title", "og:title"),
    "publicationTitle": ("dc:source",),
    "rights": ("dc:rights",),
    "section": ("article:section",),
    "publisher": ("dc:publisher",),
    "date": ("og:published_time", "article:published_time", "dc:date.issued", "dc:date"),
    "url": ("og:url",),
    "abstractNote": ("og:description", "dc:description"),
    "language": ("dc:language",),
}
# These types take their publication from og:site_name where nothing else names it.
OF_A_SITE = ("newspaperArticle", "webpage", "blogPost")
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}


def read_as_zotero(page: HtmlElement) -> dict[str, Any]:
    """The item that Zotero makes of a page, without what it takes from the page's body."""
    tags = _tags(page)
    item: dict[str, Any] = {field: _first(tags, names) for field, names in RDF.items()}
    item["itemType"] = _type(tags)
    if not item["publicationTitle"] and item["itemType"] in OF_A_SITE:
        item["publicationTitle"] = _first(tags, ("og:site_name",))
    item.update({field: tags[name][0] for name, field in HIGHWIRE.items() if tags.get(name)})
    item["creators"] = _people(tags.get("citation_author") or tags.get("dc:creator") or tags.get("author") or [])
    first, last = _first(tags, ("citation_firstpage",)), _first(tags, ("citation_lastpage",))
    item["pages"] = "-".join(filter(None, (first.split("-")[0], last)))
    return {field: value for field, value in item.items() if value}


def _tags(page: HtmlElement) -> Mapping[str, Sequence[str]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for meta in page.iterfind(".//meta[@content]"):
        name = meta.get("name") or meta.get("property") or ""
        prefix, mark, rest = name.replace(".", ":", 1).partition(":")
        known = mark and prefix.lower() in PREFIXES
        tags[f"{prefix.lower()}:{rest[:1].lower()}{rest[1:]}" if known else name].append(meta.get("content", ""))
    return tags


def _first(tags: Mapping[str, Sequence[str]], names: Sequence[str]) -> str:
    return next((tags[name][0] for name in names if tags.get(name)), "")


def _type(tags: Mapping[str, Sequence[str]]) -> str:
    sure = [kind for name, kind in SURE_TYPES.items() if name in tags]
    told = _first(tags, ("dc:type",))
    guessed = [kind for name, kind in GUESSED_TYPES.items() if name in tags]
    return next(iter([*sure, *([told] if told in ITEM_TYPES else []), *guessed, "webpage"]))


def _people(names: Sequence[str]) -> list[str]:
    """The people; a single tag whose parts between commas are of several words each holds as many people."""
    if len(names) == 1:
        parts = [part.strip() for part in names[0].split(",")]
        if len(parts) > 1 and all(" " in part for part in parts[:2]):
            return parts
    return [person for name in names for person in name.split("; ")]
