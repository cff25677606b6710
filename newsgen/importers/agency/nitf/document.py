"""NITF, the News Industry Text Format of the IPTC, and the dialects of agencies and editorial systems.

Sources: IPTC, NITF 3.6 documentation; Ellington, "NITF XML Specification" (`position.sequence` is the printed page);
TownNews, "Archive policies" (a document beside its pictures).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem, PubStatus, Version
from newsgen.importers.agency.item.values import read_time, sortable_time, unique
from newsgen.importers.agency.nitf.body import NitfBody
from newsgen.importers.agency.nitf.head import read_headings
from newsgen.importers.agency.nitf.names import read_names
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of
from newsgen.record.article import Correction
from newsgen.text.language.tags import normalise_tag

_STATUS: dict[str, PubStatus] = {
    "usable": "usable",
    "embargoed": "embargoed",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
# Keys that are no words are given once; those of words come again on other days.
_UNIQUE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|\d{6}")
_FOR_EDITORS = "It is for editors, not for readers."
# What a document says of itself in `meta`, in the dialects.
_SLUGS = ("anpa-slug", "slug", "slugline")
_KEYWORDS = ("anpa-keyword", "keywords", "keyword", "news_keywords", "tags")
_KINDS = ("", "news", "current", "text", "article", "data", "advisory")
_LISTED = ("keywords", "news_keywords", "tags")
_SECTIONS = ("section", "sections", "tncms-section", "category-name", "department")
_PAGES = ("page", "print-page", "page-number", "print_page")
_URLS = ("url", "canonical", "permalink", "original-url")


def read_nitf(root: Element) -> NewsItem:
    """The item of an element `nitf`."""
    tree = SourceTree(root)
    item = NewsItem("NITF")
    data = tree.find("head/docdata")
    headings = read_headings(tree, tree.find("body/body.head"))
    item.headline, item.dek, item.kicker = headings.headline, headings.dek, headings.kicker
    item.byline, item.dateline = headings.byline, headings.dateline
    item.extra |= headings.others
    metas = _take_metas(tree)
    title = tree.take_text(tree.find("head/title"))
    item.headline = item.headline or title
    if title and title != item.headline:
        item.extra["title"] = title
    _read_identity(tree, item, data)
    _read_dates(tree, item, data)
    _read_subjects(tree, item, metas)
    read_names(tree, item)
    _read_publication(tree, item, metas)
    _read_rights(tree, item)
    item.language = normalise_tag(tree.take(root, "lang") or tree.take(root, "baselang") or metas.pop("language", ""))
    if data is not None:
        for note in tree.find_all("ed-msg", data):
            tree.leave_out(note, _FOR_EDITORS)
    for note in tree.find_all("body/body.head/note"):
        tree.leave_out(note, _FOR_EDITORS)
    body = _read_body(tree, item)
    if item.dek and item.dek in item.tags and not item.kicker:
        item.kicker, item.dek = item.dek, str(item.extra.pop("abstract", ""))
    item.extra |= metas
    _keep_rest(tree, item, body)
    return item


def _take_metas(tree: SourceTree) -> dict[str, str]:
    """The values of all elements `meta` by their names, which count as taken."""
    metas: dict[str, str] = {}
    for meta in tree.find_all("head/meta"):
        name, value = tree.take(meta, "name"), tree.take(meta, "content")
        if name and value:
            metas[name] = f"{metas[name]}; {value}" if name in metas else value
    return metas


def _read_identity(tree: SourceTree, item: NewsItem, data: Element | None) -> None:
    """Which story it is, which version of it, and whether it may be used."""
    if data is None:
        return
    item.status = _STATUS.get(tree.take(data, "management-status").lower(), "usable")
    about = tree.take(data, "management-doc-idref")
    told = _STATUS.get(tree.take(data, "management-idref-status").lower(), "usable")
    source = tree.find("doc-id", data)
    name = tree.take(source, "id-string")
    key = tree.find("du-key", data)
    number = tuple(_number(tree.take(key, part)) for part in ("version", "generation"))
    story = plain(key.get("key")) if key is not None else ""
    issued = plain(_norm(tree, data, "date.issue"))
    day = "" if _UNIQUE.search(story) else issued[:8]
    if story and any(number):
        item.key = ":".join(filter(None, ("nitf", story, tree.take(key, "part"), day)))
    elif name:
        item.key = f"nitf:{name}"
    elif story:
        item.key = f"nitf:{story}:{issued[:8]}"
    if story:
        item.extra["slugline"] = tree.take(key, "key")
    item.version = Version(number if any(number) else (), sortable_time(issued))
    if about and told == "canceled":
        item.kills = f"nitf:{about}"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _norm(tree: SourceTree, data: Element | None, name: str) -> str:
    element = tree.find(name, data) if data is not None else None
    return plain(element.get("norm")) if element is not None else ""


def _read_dates(tree: SourceTree, item: NewsItem, data: Element | None) -> None:
    """The date of publication, else that of release, of issue, or of the story; what is released later is embargoed."""
    published = tree.take(tree.find("head/pubdata"), "date.publication")
    told = {"date.publication": published}
    for name in ("date.release", "date.issue"):
        told[name] = _norm(tree, data, name)
    story = next(iter(tree.root.findall("body/body.head/dateline/story.date")), None)
    told["story.date"] = plain(story.get("norm")) if story is not None else ""
    for name, text in told.items():
        date = read_time(text)
        if date and item.published is None:
            item.published = date
        elif text and date != item.published:
            continue
        if text and name != "date.publication":
            tree.take(story if name == "story.date" else tree.find(name, data), "norm")
    release, issue = told["date.release"], told["date.issue"]
    if item.status == "embargoed" or (release and sortable_time(release) > sortable_time(issue)):
        item.embargo = release
    for revision in tree.find_all("head/revision-history"):
        changed = read_time(plain(revision.get("norm")))
        later = max(sortable_time(str(item.updated or "")), sortable_time(str(item.published or "")))
        if changed and sortable_time(str(changed)) > later:
            item.updated = changed


def _read_subjects(tree: SourceTree, item: NewsItem, metas: dict[str, str]) -> None:
    """Sections by name, and tags: the keywords, and the narrowest name of each subject."""
    tags = [tree.take(word, "key") or tree.take_text(word) for word in tree.find_all(".//key-list/keyword")]
    for name in _KEYWORDS:
        tags += re.split("[;,]" if name in _LISTED else ";", metas.pop(name, ""))
    subjects = tree.find_all("head/tobject/tobject.subject")
    sections: list[str] = []
    for subject in subjects:
        levels = [tree.take(subject, f"tobject.subject.{part}") for part in ("type", "matter", "detail")]
        named = [level for level in levels if level]
        if named:
            sections.append(named[0])
            tags += named[-1:] if len(named) > 1 else []
    place = tree.find("head/pubdata")
    section = tree.take(place, "position.section")
    for name in _SECTIONS:
        section = section or metas.pop(name, "")
    item.section = section or next(iter(sections), "")
    kind = tree.find("head/tobject")
    if not item.section and kind is not None and plain(kind.get("tobject.type")).lower() not in _KINDS:
        item.section = tree.take(kind, "tobject.type")
    item.tags = unique(tags)
    for name in _SLUGS:
        if name in metas:
            item.extra.setdefault("slugline", metas.pop(name))


def _read_publication(tree: SourceTree, item: NewsItem, metas: dict[str, str]) -> None:
    place = tree.find("head/pubdata")
    item.publication = tree.take(place, "name")
    if place is not None and place.get("type", "print") == "print" and place.get("position.sequence") != "0":
        item.print_page = tree.take(place, "position.sequence")
    for name in _PAGES:
        item.print_page = item.print_page or metas.pop(name, "")
    address = tree.take(place, "ex-ref")
    for name in _URLS:
        address = address or metas.pop(name, "")
    if address.startswith(("http://", "https://")):
        item.original_url = address
    elif address:
        item.extra["ex_ref"] = address
    item.corrections = tuple(
        Correction(text)
        for part in tree.find_all("head/docdata/correction")
        if (text := tree.take(part, "info") or tree.take_text(part))
    )


def _read_rights(tree: SourceTree, item: NewsItem) -> None:
    owner = tree.find("head/docdata/doc.copyright")
    holder, year = tree.take(owner, "holder"), tree.take(owner, "year")
    named = tree.take_texts("body/body.head/rights//rights.owner")
    said = text_of(tree.find("body/body.head/rights"))
    if holder or year:
        item.rights = " ".join(filter(None, ("©", year, holder)))
        if named and named != [holder]:
            item.extra["rights_owner"] = "; ".join(named)
    elif said:
        item.rights = tree.take_text(tree.find("body/body.head/rights"))
    distributors = tree.take_texts("body/body.head/distributor")
    if distributors:
        item.extra["distributor"] = "; ".join(distributors)


def _read_body(tree: SourceTree, item: NewsItem) -> list[Element]:
    """Read the texts of a document; the elements that hold them."""
    body = NitfBody()
    parts = [*tree.find_all("body/body.content"), *tree.find_all("body/body.end")]
    for part in parts:
        body.add(part)
    item.html, item.pictures = body.html, tuple(body.pictures)
    item.entries += body.entries
    return parts


def _keep_rest(tree: SourceTree, item: NewsItem, body: Iterable[Element]) -> None:
    skipped = list(body)
    for path in ("head", "body/body.head"):
        for part in tree.find_all(path):
            kept = tree.rest(part)
            if isinstance(kept, dict):
                data = kept.pop("docdata", None)
                item.extra |= kept | (data if isinstance(data, dict) else {})
            elif kept:
                item.extra[part.tag] = kept
    item.entries += tree.entries(skipped)
