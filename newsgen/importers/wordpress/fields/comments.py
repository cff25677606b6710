"""Comments: those that were approved, with names, dates, plain text and threads, and nothing that was not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsgen.importers.conversion.comment_text import plain_text
from newsgen.importers.conversion.personal_data import without_addresses
from newsgen.importers.wordpress.fields.dates import read_date
from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.fields.secrets import holds_address
from newsgen.importers.wordpress.wxr.item import CommentOfItem, Item
from newsgen.record.comment import Comment
from newsgen.record.import_entry import Entry

KIND = "comment"
_APPROVED = frozenset(("1", "approve", "approved"))
_WHY_NOT = {
    "0": "It waits for approval.",
    "hold": "It waits for approval.",
    "spam": "It is spam.",
    "trash": "It was deleted.",
}
_NAMES = {"0": "pending", "hold": "pending", "1": "approved", "approve": "approved", "post-trashed": "trash"}
# What blogs send each other, and what readers write; plug-ins keep notes of orders and logs as comments, too.
_PINGS = frozenset(("pingback", "trackback"))
_SHOWN = frozenset(("", "comment", "review", *_PINGS))
# Answers to answers: a longer chain of them is a mistake, or a circle.
_DEEPEST = 200


def read_comments(item: Item, place: str) -> tuple[tuple[Comment, ...], tuple[Entry, ...]]:
    """The comments of an item that readers saw, and what became of all of them.

    One that answers a comment which is left out answers the one that this answered.
    """
    kept = {comment.id for comment in item.comments if _is_shown(comment)}
    parents = {comment.id: comment.parent for comment in item.comments}
    comments = tuple(_read(comment, _parent(comment, parents, kept)) for comment in item.comments if _is_shown(comment))
    return comments, tuple(_entry(comment, place) for comment in item.comments)


def leave_out_comments(item: Item, reason: str, place: str) -> Iterable[Entry]:
    """The entries of the comments of an item that is left out itself."""
    return (Entry(KIND, _name(comment), "left out", reason, place) for comment in item.comments)


def _is_shown(comment: CommentOfItem) -> bool:
    return comment.approved in _APPROVED and comment.type in _SHOWN


def _entry(comment: CommentOfItem, place: str) -> Entry:
    if _is_shown(comment):
        return Entry(KIND, _name(comment), "taken")
    reason = _WHY_NOT.get(comment.approved, "It was not approved.")
    if comment.approved in _APPROVED:
        reason = "A plug-in keeps it for its own work."
    return Entry(KIND, _name(comment), "left out", reason, place)


def _name(comment: CommentOfItem) -> str:
    if comment.type not in ("", "comment"):
        return comment.type
    return _NAMES.get(comment.approved, comment.approved or "pending")


def _parent(comment: CommentOfItem, parents: Mapping[str, str], kept: set[str]) -> str:
    parent = comment.parent
    for _ in range(_DEEPEST):
        if parent in ("", "0"):
            return ""
        if parent in kept and parent != comment.id:
            return parent
        parent = parents.get(parent, "")
    return ""


def _read(comment: CommentOfItem, parent: str) -> Comment:
    author = plain_line(comment.author)
    date = read_date(comment.date, comment.date_gmt)
    text = without_addresses(plain_text(comment.content))
    if comment.type in _PINGS and comment.url.startswith(("http://", "https://")) and comment.url not in text:
        text = f"{text}\n\n{comment.url}".strip()
    return Comment(comment.id, "" if holds_address(author) else author, date, text, parent)
