"""An item of WXR as plain values: a post, a page, an attachment, or something else that WordPress keeps as a post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newsgen.importers.wordpress.wxr.elements import attributes_of, read_elements


class TermOfItem(NamedTuple):
    """A term that an item has: its taxonomy ("category", "post_tag"), its name in addresses, and its name."""

    taxonomy: str
    nicename: str
    name: str


@dataclass(slots=True)
class CommentOfItem:
    """A comment as the export has it, but for the addresses of whoever wrote it."""

    id: str = ""
    author: str = ""
    url: str = ""
    date: str = ""
    date_gmt: str = ""
    content: str = ""
    approved: str = ""
    type: str = ""
    parent: str = ""


@dataclass(slots=True)
class Item:
    """An item. `meta` are its custom fields in their order; `is_protected` says whether it has a password."""

    id: str = ""
    type: str = ""
    status: str = ""
    title: str = ""
    link: str = ""
    guid: str = ""
    creator: str = ""
    pub_date: str = ""
    date: str = ""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    name: str = ""
    parent: str = ""
    content: str = ""
    excerpt: str = ""
    attachment_url: str = ""
    is_sticky: str = ""
    is_protected: bool = False
    terms: list[TermOfItem] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    comments: list[CommentOfItem] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)

    @property
    def says_nothing(self) -> bool:
        """Whether it has neither a title nor a text."""
        return not (self.title.strip() or self.content.strip() or self.excerpt.strip())

    def value(self, *keys: str) -> str:
        """The first custom field of one of the keys that says something; the keys come in order of precedence."""
        for key in keys:
            for name, value in self.meta:
                if name == key and value.strip():
                    return value.strip()
        return ""

    def values(self, key: str) -> list[str]:
        """All custom fields of a key that say something."""
        return [value.strip() for name, value in self.meta if name == key and value.strip()]


_FIELDS = {
    "wp:post_id": "id",
    "wp:post_type": "type",
    "wp:status": "status",
    "title": "title",
    "link": "link",
    "guid": "guid",
    "dc:creator": "creator",
    "pubDate": "pub_date",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_modified": "modified",
    "wp:post_modified_gmt": "modified_gmt",
    "wp:post_name": "name",
    "wp:post_parent": "parent",
    "content:encoded": "content",
    "excerpt:encoded": "excerpt",
    "wp:attachment_url": "attachment_url",
    "wp:is_sticky": "is_sticky",
}
# White space around their values says nothing.
_VERBATIM = frozenset(("content:encoded", "excerpt:encoded"))
_COMMENT_FIELDS = {
    "wp:comment_id": "id",
    "wp:comment_author": "author",
    "wp:comment_author_url": "url",
    "wp:comment_date": "date",
    "wp:comment_date_gmt": "date_gmt",
    "wp:comment_content": "content",
    "wp:comment_approved": "approved",
    "wp:comment_type": "type",
    "wp:comment_parent": "parent",
}
# What says nothing of the item, or must not be known of anybody.
_PASSED_OVER = frozenset(
    "description wp:menu_order wp:comment_status wp:ping_status wp:comment_author_email wp:comment_author_IP "
    "wp:comment_user_id wp:author wp:commentmeta".split()
)


def parse_item(text: str, prefixes: Mapping[str, str]) -> Item:
    """The item of a chunk. Of a field that stands twice, the first one counts that says something."""
    item = Item()
    comment = CommentOfItem()
    key, is_of_post = "", True
    for element in read_elements(text, prefixes):
        name, value = element.name, element.text
        if name in _FIELDS:
            attribute = _FIELDS[name]
            if not getattr(item, attribute):
                setattr(item, attribute, value if name in _VERBATIM else value.strip())
        elif name in _COMMENT_FIELDS:
            attribute = _COMMENT_FIELDS[name]
            if not getattr(comment, attribute):
                setattr(comment, attribute, value.strip())
        elif name == "wp:meta_key":
            key = value.strip()
        elif name == "wp:meta_value":
            if is_of_post:
                item.meta.append((key, value))
            key = ""
        elif name == "category":
            attributes = attributes_of(element)
            # WXR 1.0 has each term a second time without its taxonomy.
            if attributes.get("domain"):
                term = TermOfItem(attributes["domain"], attributes.get("nicename", ""), value.strip())
                item.terms.append(term)
        elif name in ("wp:postmeta", "wp:commentmeta"):
            is_of_post = name == "wp:postmeta"
        elif name == "wp:comment":
            comment = CommentOfItem()
            item.comments.append(comment)
        elif name == "wp:post_password":
            item.is_protected = item.is_protected or bool(value)
        elif name not in _PASSED_OVER:
            item.others.append((name, value.strip()))
    return item
