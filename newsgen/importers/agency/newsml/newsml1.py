"""NewsML 1.0 to 1.2 of the IPTC: one NewsItem with its components.

Source: IPTC, NewsML 1.2 functional specification. Components of an "EquivalentsList" are the same in other forms, of
which the first is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem, PubStatus, Version
from newsgen.importers.agency.item.values import adds_to_names, is_login, read_byline, read_time, repeats, sortable_time
from newsgen.importers.agency.newsml.newsml1_content import ComponentContent
from newsgen.importers.agency.newsml.newsml1_topics import read_topics
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of
from newsgen.record.article import Link
from newsgen.text.language.tags import normalise_tag

KEY = "newsml:"
_STATUS: dict[str, PubStatus] = {
    "usable": "usable",
    "embargoed": "embargoed",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
    "killed": "canceled",
}
_FOR_EDITORS = "It is for editors, not for readers."
_OF_FORMAT = "It is of the format, not of the news."
_STRUCTURE = frozenset(("Role", "MediaType", "Format", "MimeType", "Notation", "Characteristics", "BasisForChoice"))
_LINES = {"CreditLine": "creditline", "RightsLine": "rights_line", "SeriesLine": "series", "SlugLine": "slugline"}
_URN = re.compile(r"urn:newsml:(?P<provider>[^:]+):(?P<date>\d{8})[^:]*:(?P<id>.+?)(?::\d+[NUA]?)?$")


def read_newsml1(root: Element) -> NewsItem:
    """The item of an element `NewsItem`."""
    tree = SourceTree(root)
    item = NewsItem("NewsML 1")
    _read_identity(tree, item)
    _read_management(tree, item)
    components = [part for part in root if part.tag == "NewsComponent"]
    _read_lines(tree, item, components)
    named = next((part for part in root.iter("Language") if plain(part.get("FormalName"))), None)
    item.language = normalise_tag(tree.take(named, "FormalName").lower()) if named is not None else ""
    read_topics(tree, item)
    content = ComponentContent(tree, item)
    for component in components:
        content.add(component)
    for reference in root.iter("NewsItemRef"):
        item.refers_to += (_key_of(tree.take(reference, "NewsItem")),)
    if item.refers_to and not item.html and not item.pictures:
        item.kind = "package"
    if not item.headline:
        item.headline = tree.take_text(tree.find("Identification/NameLabel"))
    label = text_of(tree.find("Identification/NameLabel"))
    if label and label in (item.headline, item.extra.get("slugline")):
        tree.take_text(tree.find("Identification/NameLabel"))
    _keep_rest(tree, item, content.bodies)
    return item


def _read_identity(tree: SourceTree, item: NewsItem) -> None:
    identifier = tree.find("Identification/NewsIdentifier")
    if identifier is None:
        return
    provider, date, name, public = (
        tree.take_text(tree.find(part, identifier))
        for part in ("ProviderId", "DateId", "NewsItemId", "PublicIdentifier")
    )
    revision = tree.find("RevisionId", identifier)
    number = tree.take_text(revision)
    for part in ("PreviousRevision", "Update"):
        tree.take(revision, part)
    if name:
        item.key = f"{KEY}{provider}:{date[:8]}:{name}"
    elif public:
        item.key = _key_of(public)
    numbers = re.findall(r"\d{1,18}", number)[:1]
    item.version = Version(tuple(map(int, numbers)))


def _key_of(reference: str) -> str:
    urn = _URN.match(reference)
    return f"{KEY}{urn['provider']}:{urn['date']}:{urn['id']}" if urn else f"{KEY}{reference}"


def _read_management(tree: SourceTree, item: NewsItem) -> None:
    """The dates, and whether the item may be used."""
    management = tree.find("NewsManagement")
    if management is None:
        return
    first, public, revised = (
        tree.take_text(tree.find(name, management))
        for name in ("FirstCreated", "FirstPublished", "ThisRevisionCreated")
    )
    item.status = _STATUS.get(tree.take(tree.find("Status", management), "FormalName").lower(), "usable")
    for change in tree.find_all("StatusWillChange", management):
        status = tree.take(tree.find("FutureStatus", change), "FormalName").lower()
        date = tree.take_text(tree.find("DateAndTime", change))
        if status == "usable" and item.status == "embargoed":
            item.embargo = date
    for note in tree.find_all("Instruction", management):
        tree.leave_out(note, _FOR_EDITORS)
    start = next((text for text in (public, first, revised) if read_time(text)), "")
    start = max(start, item.embargo, key=sortable_time)
    item.published = read_time(start)
    if sortable_time(revised) > sortable_time(start):
        item.updated = read_time(revised)
    item.version = Version(item.version.number, sortable_time(revised or first))
    links = [
        _key_of(plain(part.get("NewsItem")))
        for part in tree.find_all("AssociatedWith", management)
        if part.get("NewsItem")
    ]
    for part in tree.find_all("AssociatedWith", management):
        tree.take_all(part)
    item.refers_to += tuple(key for key in links if key != item.key)


def _read_lines(tree: SourceTree, item: NewsItem, components: Iterable[Element]) -> None:
    """The lines above the text: of the first component that has them."""
    lines = next((part for component in components for part in component.iter("NewsLines")), None)
    if lines is None:
        return
    headlines, subheads, by, posts, datelines, copyrights = (
        tree.take_texts(name, lines)
        for name in ("HeadLine", "SubHeadLine", "ByLine", "ByLineTitle", "DateLine", "CopyrightLine")
    )
    posts += tree.take_texts("BylineTitle", lines)
    for part in lines:
        tree.take(part, "lang")
    item.headline = next(iter(headlines), "")
    if headlines[1:]:
        item.extra["headlines"] = headlines[1:]
    subheads = [text for text in subheads if not repeats(text, item.headline)]
    item.dek = next(iter(subheads), "")
    if subheads[1:]:
        item.extra["subheads"] = subheads[1:]
    item.byline = tuple(dict.fromkeys(name for text in by for name in read_byline(text) if not is_login(name)))
    if adds_to_names(" ".join(by), item.byline):
        item.extra["byline"] = "; ".join(by)
    if posts:
        item.extra["byline_title"] = "; ".join(posts)
    item.dateline = next(iter(datelines), "").strip(" -–—")
    item.rights = "; ".join(copyrights)
    for name, key in _LINES.items():
        texts = tree.take_texts(name, lines)
        if texts:
            item.extra[key] = "; ".join(texts)
    for text in tree.take_texts("KeywordLine", lines):
        item.tags += tuple(word.strip() for word in re.split("[,;]", text) if word.strip())
    links = []
    for line in tree.find_all("NewsLine", lines):
        kind = tree.take(tree.find("NewsLineType", line), "FormalName").lower()
        texts = tree.take_texts("NewsLineText", line)
        if kind in ("kicker", "overline", "strapline", "uphead") and texts and not item.kicker:
            item.kicker = " ".join(texts)
        elif kind in ("abstract", "summary", "lead", "standfirst") and texts and not item.dek:
            item.dek = " ".join(texts)
        elif kind in ("url", "link") and texts:
            links += [Link("", text) for text in texts if text.startswith(("http://", "https://"))]
        elif texts:
            item.extra.setdefault("news_lines", []).append({kind or "text": " ".join(texts)})
    item.links = tuple(links)


def _keep_rest(tree: SourceTree, item: NewsItem, bodies: list[Element]) -> None:
    skipped = {id(body) for body in bodies}
    for body in bodies:
        tree.take_all(body)
    for part in tree.root.iter("Comment"):
        tree.leave_out(part, _FOR_EDITORS)
    for part in tree.root.iter():
        if part.tag in _STRUCTURE:
            tree.leave_out(part, _OF_FORMAT)
        for name in ("EquivalentsList", "Essential", "Scheme"):
            if part.get(name):
                tree.leave_out_value(part, name, _OF_FORMAT)
    for part in tree.root:
        kept = tree.rest(part)
        if isinstance(kept, dict):
            item.extra |= {_key(name): value for name, value in kept.items()}
        elif kept:
            item.extra[_key(part.tag)] = kept
    item.entries += tree.entries(part for part in tree.root.iter() if id(part) in skipped)


def _key(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
