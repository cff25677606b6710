"""News of Ritzau as its service sends them ("RBNews"): plain elements, and a body of escaped HTML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem, Version
from newsgen.importers.agency.item.values import read_byline, read_time, sortable_time, unique
from newsgen.importers.agency.xml.tree import SourceTree, text_of

_CONTACTS = ("byLineEmail", "byLinePhone")


def read_ritzau(root: Element) -> NewsItem:
    """The item of an element `RBNews`."""
    tree = SourceTree(root)
    item = NewsItem("RBNews")
    name, history, version, date = (
        tree.take_text(tree.find(part)) for part in ("NewsID", "HistID", "version", "PublishDate")
    )
    item.key = f"ritzau:{history or name}" if history or name else ""
    number = (int(version),) if version.isascii() and version.isdigit() and len(version) < 10 else ()
    item.version = Version(number, sortable_time(date))
    item.headline = tree.take_text(tree.find("headline"))
    item.dek = tree.take_text(tree.find("subtitle"))
    item.dateline = tree.take_text(tree.find("town"))
    item.section = tree.take_text(tree.find("section"))
    item.byline = read_byline(tree.take_text(tree.find("byLine")))
    item.published = read_time(date)
    item.tags = unique(text_of(part) for part in tree.find_all("SubjectKeyword/*"))
    for part in tree.find_all("SubjectKeyword/*"):
        tree.take_text(part)
    if tree.take_text(tree.find("Annuleret")).lower() == "true":
        item.status = "canceled"
    for contact in _CONTACTS:
        for part in tree.find_all(contact):
            tree.leave_out(part, "It is how to reach the writer, and none is published.")
    for part in tree.find_all("TilRedaktionen"):
        tree.leave_out(part, "It is for editors, not for readers.")
    bodies = tree.find_all("content")
    item.html = "".join("".join(body.itertext()) for body in bodies)
    for part in tree.find_all("ContentShort"):
        tree.leave_out(part, "It repeats how the text begins.")
    for body in bodies:
        tree.take_all(body)
    kept = tree.rest(root)
    item.extra |= kept if isinstance(kept, dict) else {}
    item.entries += tree.entries(bodies)
    return item
