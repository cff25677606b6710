"""What an entry of Blogger is: a post, a page, a comment or something else, in the old form and in the new."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.importers.blogger.entries import Element
from newsgen.sources.field_values import has_host
from newsgen.text.urls import split_url

_KIND = "http://schemas.google.com/g/2005#kind"
_LABEL = "label"
# Blogger's words for a status by newsgen's.
_STATUSES = {
    "live": "",
    "": "",
    "draft": "draft",
    "scheduled": "future",
    "soft_trashed": "trash",
    "trashed": "trash",
    "soft-trashed": "trash",
    "deleted": "trash",
    "emptied": "trash",
}


class Kind(NamedTuple):
    """What an entry is ("post", "page", "comment", "template", "settings"), and why it is not public."""

    kind: str
    status: str


def kind_of(entry: Element) -> Kind:
    """The kind and status of an entry."""
    declared = entry.text_of("type").lower()
    if not declared:
        terms = [
            part.attributes.get("term", "")
            for part in entry.find_all("category")
            if part.attributes.get("scheme") == _KIND
        ]
        declared = terms[0].rpartition("#")[2].lower() if terms else ""
    status = _STATUSES.get(entry.text_of("status").lower(), "private")
    control = entry.find("control")
    if control and control.text_of("draft").lower() == "yes":
        status = status or "draft"
    if entry.text_of("trashed"):
        status = status or "trash"
    return Kind(declared, status)


def labels_of(entry: Element) -> list[str]:
    """The labels of a post."""
    categories = [part for part in entry.find_all("category") if part.attributes.get("scheme") != _KIND]
    return list(
        dict.fromkeys(part.attributes["term"].strip() for part in categories if part.attributes.get("term", "").strip())
    )


def url_of(entry: Element) -> str:
    """The whole address of a post; "" if the entry does not say it."""
    for link in entry.find_all("link"):
        address = link.attributes.get("href", "")
        if link.attributes.get("rel") == "alternate" and has_host(address):
            return address
    return ""


def path_of(entry: Element) -> str:
    """The path of a post: that of its address, or the name of its file in the new form."""
    name = entry.text_of("filename")
    path = name or split_url(url_of(entry)).path
    return f"/{path.lstrip('/')}" if path.strip("/") else ""


def number_of(identifier: str) -> str:
    """The number at the end of an id such as "tag:blogger.com,1999:blog-1.post-42"."""
    return identifier.rpartition("-")[2] if identifier else ""


def post_of_comment(entry: Element) -> str:
    """The number of the post that a comment is about."""
    answered = entry.find("in-reply-to")
    reference = answered.attributes.get("ref", "") if answered else entry.text_of("parent")
    return number_of(reference)


def parent_of_comment(entry: Element) -> str:
    """The number of the comment that a comment answers, or ""."""
    for link in entry.find_all("link"):
        if link.attributes.get("rel") == "related":
            return link.attributes.get("href", "").rpartition("/")[2]
    return number_of(entry.text_of("inReplyTo"))
