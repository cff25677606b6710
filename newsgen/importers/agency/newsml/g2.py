"""NewsML-G2 of the IPTC: news items and package items, alone or in a news message.

Sources: IPTC, NewsML-G2 2.34 specification and guidelines. An empty `embargoed` is an embargo without an end
(`DateTimeOrNullPropType`); `edNote` is for the editors who receive the item.
"""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem, PubStatus, Version
from newsgen.importers.agency.item.values import adds_to_names, read_byline, read_time, repeats, sortable_time
from newsgen.importers.agency.newsml.g2_content import read_content
from newsgen.importers.agency.newsml.g2_names import name_of, read_creators, read_subjects, suffix_of
from newsgen.importers.agency.xml.tree import SourceTree, is_in_language, plain, text_of
from newsgen.record.article import Link
from newsgen.text.language.tags import normalise_tag, primary_subtag

KEY = "newsml-g2:"
_STATUS: dict[str, PubStatus] = {"usable": "usable", "withheld": "withheld", "canceled": "canceled"}
_STATUS["cancelled"] = "canceled"
_KILLS = frozenset("kill killed retraction withdrawal withdraw delete deletion deleted elimination".split())
_KINDS = {"picture": "picture", "graphic": "picture", "photo": "picture", "image": "picture", "composite": "package"}
_FOR_EDITORS = "It is for editors, not for readers."
_PRIVATE = ("nonpublic", "private", "internal")
_KICKERS = ("kicker", "overline", "overtitle", "strapline", "eyebrow", "surtitle")
_SUBHEADS = ("subheadline", "subhead", "subheading", "subtitle", "deck", "dek", "standfirst")


def read_g2(root: Element) -> NewsItem:
    """The item of an element `newsItem` or `packageItem`."""
    tree = SourceTree(root)
    item = NewsItem("NewsML-G2", kind="package" if root.tag == "packageItem" else "text")
    guid, version = tree.take(root, "guid"), tree.take(root, "version")
    item.key = f"{KEY}{guid}" if guid else ""
    item.language = normalise_tag(tree.take(root, "lang"))
    meta = tree.find("itemMeta")
    content = tree.find("contentMeta")
    if meta is not None:
        _read_management(tree, item, meta)
    created = tree.take_text(tree.find("itemMeta/versionCreated"))
    number = (int(version),) if version.isascii() and version.isdigit() and len(version) < 18 else ()
    item.version = Version(number, sortable_time(created))
    if content is not None:
        _read_content_meta(tree, item, content)
    _read_dates(tree, item, created)
    _read_rights(tree, item)
    bodies = read_content(tree, item)
    if item.kind == "package":
        item.html = _members_html(root)
    item.refers_to += tuple(
        f"{KEY}{ref}"
        for part in root.iter("itemRef")
        if (ref := tree.take(part, "residref") or plain(part.get("href")))
    )
    _leave_out_private(tree)
    _keep_rest(tree, item, bodies)
    return item


def _members_html(package: Element) -> str:
    """The members of a package as it describes them: titles and summaries."""
    parts = []
    for member in package.iter("itemRef"):
        titles = [text for name in ("headline", "title") if (text := text_of(member.find(name)))]
        said = [text for part in member.findall("description") if (text := text_of(part))]
        parts += [f"<h3>{escape(text, quote=False)}</h3>" for text in titles[:1]]
        parts += [f"<p>{escape(text, quote=False)}</p>" for text in said]
    return "".join(parts)


def _read_management(tree: SourceTree, item: NewsItem, meta: Element) -> None:
    kind = suffix_of(tree.take(tree.find("itemClass", meta), "qcode"))
    if item.kind == "text":
        item.kind = _KINDS.get(kind, "text")
    if kind in ("video", "audio", "animation"):
        item.extra["type"] = kind
    state = tree.find("pubStatus", meta)
    item.status = _STATUS.get(suffix_of(tree.take(state, "qcode") or tree.take(state, "uri")), "usable")
    signals = [suffix_of(signal.get("qcode", "")) for signal in tree.find_all("signal", meta)]
    if _KILLS & set(signals):
        item.status = "canceled"
    embargo = tree.find("embargoed", meta)
    if embargo is not None:
        item.embargo = tree.take_text(embargo)
        if item.status == "usable":
            item.status = "embargoed"
    for note in (*tree.find_all("edNote", meta), *tree.find_all("ednote", meta)):
        tree.leave_out(note, _FOR_EDITORS)
    links = []
    for link in tree.find_all("link", meta):
        address, other = plain(link.get("href")), plain(link.get("residref") or link.get("guidref"))
        title = tree.take_text(link.find("title"))
        if other and f"{KEY}{other}" == item.key:
            tree.leave_out(link, "It is an earlier version of the item itself.")
        elif other:
            item.refers_to += (f"{KEY}{other}",)
            tree.take_all(link)
        elif address.startswith(("http://", "https://")) and suffix_of(link.get("rel", "")) != "shorturl":
            links.append(Link(title, address))
            for name in ("href", "rel", "rank"):
                tree.take(link, name)
    item.links = tuple(links)


def _read_content_meta(tree: SourceTree, item: NewsItem, meta: Element) -> None:
    named = tree.find("language", meta)
    item.language = item.language or normalise_tag(tree.take(named, "tag"))
    if named is not None and normalise_tag(plain(named.get("tag"))) in (item.language, primary_subtag(item.language)):
        tree.take(named, "tag")
    _read_headlines(tree, item, meta)
    by = tree.take_texts("by", meta)
    names = tuple(name for text in by for name in read_byline(text))
    if by and adds_to_names(" ".join(by), names):
        item.extra["byline"] = "; ".join(by)
    creators = read_creators(tree, meta, item.language)
    item.byline = names or creators
    dateline = next(iter(tree.take_texts("dateline", meta)), "")
    subjects = read_subjects(tree, meta, item.language)
    located = tree.find("located", meta)
    place = name_of(tree, located, item.language) if located is not None else ""
    if dateline[:4].isdigit() and read_time(dateline[:10]):
        item.extra["dateline"], dateline = dateline, ""
    item.dateline = dateline.strip(" -–—") or place or tree.take(located, "literal")
    for note in (part for name in ("creator", "contributor") for part in meta.findall(f"{name}/note")):
        tree.leave_out(note, _FOR_EDITORS)
    item.section, item.tags, item.people, item.places = subjects
    slug = tree.take_texts("slugline", meta)
    if slug:
        item.extra["slugline"] = "; ".join(slug)
    credit = tree.take_texts("creditline", meta)
    if credit:
        item.extra["creditline"] = "; ".join(credit)


def _read_headlines(tree: SourceTree, item: NewsItem, meta: Element) -> None:
    others: list[str] = []
    for part in tree.find_all("headline", meta):
        text, role = tree.take_text(part), suffix_of(tree.take(part, "role"))
        tree.take(part, "rank")
        if not text:
            continue
        if role in _SUBHEADS and not item.dek:
            item.dek = text
        elif role in _KICKERS and not item.kicker:
            item.kicker = text
        elif is_in_language(part, item.language) and not item.headline and role not in ("short", "mobile", "seo"):
            item.headline = text
        else:
            others.append(text)
    if not item.headline and others:
        item.headline = others.pop(0)
    if repeats(item.dek, item.headline):
        item.dek = ""
    for part in tree.find_all("description", meta):
        text, role = tree.take_text(part), suffix_of(tree.take(part, "role"))
        if text and not item.dek and item.kind != "picture" and role in ("", "summary", "standfirst", "lead", "intro"):
            item.dek = "" if repeats(text, item.headline) else text
        elif text:
            item.extra.setdefault("descriptions", []).append(text)
    if others:
        item.extra["headlines"] = others
    if not item.headline:
        item.headline = tree.take_text(tree.find("itemMeta/title"))


def _read_dates(tree: SourceTree, item: NewsItem, created: str) -> None:
    """The first version's date, or the end of the embargo; later versions are updates."""
    first = tree.take_text(tree.find("itemMeta/firstCreated"))
    made = tree.take_text(tree.find("contentMeta/contentCreated"))
    changed = tree.take_text(tree.find("contentMeta/contentModified"))
    start = next((text for text in (first, created, made) if read_time(text)), "")
    end = item.embargo if sortable_time(item.embargo) > sortable_time(start) else ""
    item.published = read_time(end or start)
    latest = max((text for text in (created, changed) if read_time(text)), key=sortable_time, default="")
    if sortable_time(latest) > sortable_time(end or start):
        item.updated = read_time(latest)


def _read_rights(tree: SourceTree, item: NewsItem) -> None:
    info = tree.find("rightsInfo")
    if info is None:
        return
    texts: dict[str, list[str]] = {}
    for name in ("copyrightNotice", "usageTerms"):
        parts = tree.find_all(name, info)
        parts.sort(key=lambda part: not is_in_language(part, item.language))
        texts[name] = [text for part in parts[:1] if (text := tree.take_text(part))]
        for part in parts[:1]:
            tree.take(part, "lang")
    holder = tree.find("copyrightHolder", info)
    if texts["copyrightNotice"]:
        item.rights = texts["copyrightNotice"][0]
    elif holder is not None:
        name = name_of(tree, holder, item.language) or tree.take(holder, "literal")
        item.rights = f"© {name}" if name else ""
    if texts["usageTerms"]:
        item.extra["usage_terms"] = texts["usageTerms"][0]


def _leave_out_private(tree: SourceTree) -> None:
    for part in tree.root.iter():
        said = f"{part.get('pubconstraint', '')} {part.get('role', '')}".lower()
        if any(word in said for word in _PRIVATE):
            tree.leave_out(part, "It is marked as not to be published.")


def _keep_rest(tree: SourceTree, item: NewsItem, bodies: list[Element]) -> None:
    for path in ("rightsInfo", "itemMeta", "contentMeta", "partMeta", "assert", "groupSet"):
        kept = [part for element in tree.find_all(path) if (part := tree.rest(element)) is not None]
        for part in kept:
            values = part if isinstance(part, dict) and path.endswith(("Meta", "Info")) else {path: part}
            for name, value in values.items():
                there = item.extra.get(name)
                item.extra[name] = value if there is None else [*_listed(there), *_listed(value)]
    item.entries += tree.entries(bodies)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [value]
