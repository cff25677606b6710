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
    _told: dict[str, list[str]] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def says_nothing(self) -> bool:
        """Whether it has neither a title nor a text."""
        return not (self.title.strip() or self.content.strip() or self.excerpt.strip())

    def value(self, *keys: str) -> str:
        """The first custom field of one of the keys that says something; the keys come in order of precedence."""
        told = self._values_by_key()
        for key in keys:
            if key in told:
                return told[key][0]
        return ""

    def values(self, key: str) -> list[str]:
        """All custom fields of a key that say something."""
        return self._values_by_key().get(key, [])

    def _values_by_key(self) -> dict[str, list[str]]:
        if self._told is None:
            self._told = {}
            for key, value in self.meta:
                if told := value.strip():
                    self._told.setdefault(key, []).append(told)
        return self._told


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
    fields: dict[str, str] = {}
    comment: dict[str, str] = {}
    comments: list[dict[str, str]] = []
    terms: list[TermOfItem] = []
    meta: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    key, is_of_post, is_protected = "", True, False
    for name, written, value in read_elements(text, prefixes):
        if name == "wp:meta_value":
            if is_of_post:
                meta.append((key, value))
            key = ""
        elif name == "wp:meta_key":
            key = value.strip()
        elif name in _FIELDS:
            attribute = _FIELDS[name]
            if not fields.get(attribute):
                fields[attribute] = value if name in _VERBATIM else value.strip()
        elif name in _COMMENT_FIELDS:
            attribute = _COMMENT_FIELDS[name]
            if not comment.get(attribute):
                comment[attribute] = value.strip()
        elif name == "category":
            attributes = attributes_of(written)
            # WXR 1.0 has each term a second time without its taxonomy.
            if attributes.get("domain"):
                terms.append(TermOfItem(attributes["domain"], attributes.get("nicename", ""), value.strip()))
        elif name in ("wp:postmeta", "wp:commentmeta"):
            is_of_post = name == "wp:postmeta"
        elif name == "wp:comment":
            comment = {}
            comments.append(comment)
        elif name == "wp:post_password":
            is_protected = is_protected or bool(value)
        elif name not in _PASSED_OVER:
            others.append((name, value.strip()))
    found = [CommentOfItem(**values) for values in comments]
    return Item(**fields, is_protected=is_protected, terms=terms, meta=meta, comments=found, others=others)
