"""Read an item of WXR from the text of its chunk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsgen.importers.wordpress.wxr.elements import attributes_of, decode, read_elements
from newsgen.importers.wordpress.wxr.item import CommentOfItem, Item, TermOfItem
from newsgen.importers.wordpress.wxr.plain_elements import CONTAINERS, Piece, find_plain_pieces

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
    pieces = None if prefixes else find_plain_pieces(text)
    parts = _Parts()
    if pieces is None or not parts.add_pieces(pieces):
        parts = _Parts()
        for element in read_elements(text, prefixes):
            parts.add(*element)
    return parts.item()


def glance_at_post(text: str, prefixes: Mapping[str, str], keys: Iterable[str]) -> Item | None:
    """A post without its terms, custom fields and comments, where those hold none of the item's fields and no key.

    None for another type, and where that is not certain.
    """
    if prefixes or not ("<wp:post_type><![CDATA[post]]>" in text or "<wp:post_type>post<" in text):
        return None
    begin = max(text.find("]]></content:encoded>"), 0)
    ends = [end for end in (text.find(sign, begin) for sign in _BEHIND_FIELDS) if end >= 0]
    end = min(ends, default=len(text))
    if any(text.find(sign, end) >= 0 for sign in _FIELD_SIGNS) or any(text.find(key, end) >= 0 for key in keys):
        return None
    pieces = find_plain_pieces(text[:end])
    parts = _Parts()
    if pieces is None or not parts.add_pieces(pieces):
        return None
    item = parts.item()
    return item if item.type == "post" else None


# What begins behind the fields of an item, and how these begin.
_BEHIND_FIELDS = ("<category", "<wp:postmeta>", "<wp:comment>")
_FIELD_SIGNS = (
    *("<wp:post_", "<wp:status", "<title", "<link", "<guid", "<dc:creator", "<pubDate", "<content:", "<excerpt:"),
    *("<wp:attachment_url", "<wp:is_sticky"),
)


class _Parts:
    """What the elements of an item have told so far."""

    def __init__(self) -> None:
        self._fields: dict[str, str] = {}
        self._comment: dict[str, str] = {}
        self._comments: list[dict[str, str]] = []
        self._terms: list[TermOfItem] = []
        self._meta: list[tuple[str, str]] = []
        self._others: list[tuple[str, str]] = []
        self._key = ""
        self._is_of_post = True
        self._is_protected = False

    def add_pieces(self, pieces: Iterable[Piece]) -> bool:
        """Add the pieces of an item; whether there is nothing unusual among them."""
        fields, meta = self._fields, self._meta
        for kind, key, plain_key, value, plain_value, name, attributes, section, plain, _, comment, unusual in pieces:
            if kind:
                if kind == "postmeta":
                    meta.append(((key or _decoded(plain_key)).strip(), value or _decoded(plain_value)))
                continue
            attribute = _FIELDS.get(name)
            if attribute and not attributes:
                if not fields.get(attribute):
                    text = section or _decoded(plain)
                    fields[attribute] = text if name in _VERBATIM else text.strip()
            elif name:
                if name in CONTAINERS or attributes[-1:] == "/" or "xmlns" in attributes:
                    return False
                self.add(name, attributes, section or _decoded(plain))
            elif unusual:
                return False
            elif comment == "wp:comment>":
                self.add("wp:comment", "", "")
        return True

    def add(self, name: str, attributes: str, value: str) -> None:
        """Add an element."""
        if name == "wp:meta_value":
            if self._is_of_post:
                self._meta.append((self._key, value))
            self._key = ""
        elif name == "wp:meta_key":
            self._key = value.strip()
        elif name in _FIELDS:
            attribute = _FIELDS[name]
            if not self._fields.get(attribute):
                self._fields[attribute] = value if name in _VERBATIM else value.strip()
        elif name in _COMMENT_FIELDS:
            attribute = _COMMENT_FIELDS[name]
            if not self._comment.get(attribute):
                self._comment[attribute] = value.strip()
        elif name == "category":
            found = attributes_of(attributes)
            # WXR 1.0 has each term a second time without its taxonomy.
            if found.get("domain"):
                self._terms.append(TermOfItem(found["domain"], found.get("nicename", ""), value.strip()))
        elif name in ("wp:postmeta", "wp:commentmeta"):
            self._is_of_post = name == "wp:postmeta"
        elif name == "wp:comment":
            self._comment = {}
            self._comments.append(self._comment)
        elif name == "wp:post_password":
            self._is_protected = self._is_protected or bool(value)
        elif name not in _PASSED_OVER:
            self._others.append((name, value.strip()))

    def item(self) -> Item:
        """The item."""
        return Item(
            **self._fields,
            is_protected=self._is_protected,
            terms=self._terms,
            meta=self._meta,
            comments=[CommentOfItem(**values) for values in self._comments],
            others=self._others,
        )


def _decoded(text: str) -> str:
    return decode(text) if "&" in text else text
