"""The comments that a page states in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.importers.conversion.comment_text import plain_text
from newsgen.importers.conversion.personal_data import without_addresses
from newsgen.importers.html.page.comments.values import day_of, name_of, once
from newsgen.importers.html.page.json_ld import Node, text_in, types_of
from newsgen.record.comment import Comment

_TYPES = frozenset(("Comment", "Answer", "UserComments"))
_ANSWERS = ("comment", "comments", "replies", "reply")
_DEEPEST = 12


def stated_comments(article: Node) -> tuple[Comment, ...]:
    """The comments of an article's node in JSON-LD and the answers to them; each `id` is its number."""
    return once(_read(article, "", 0, [0]))


def _read(node: Node, parent: str, depth: int, count: list[int]) -> Iterator[Comment]:
    if depth > _DEEPEST:
        return
    for key in _ANSWERS:
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            if not isinstance(value, dict) or not _TYPES.intersection(types_of(value)):
                continue
            text = without_addresses(plain_text(_written(value.get("text") or value.get("commentText"))))
            count[0] += 1
            number = str(count[0])
            if text:
                author = name_of(text_in(value.get("author") or value.get("creator")))
                stated = text_in(value.get("dateCreated") or value.get("datePublished") or value.get("commentTime"))
                yield Comment(number, author, day_of(stated), text, parent)
            yield from _read(value, number if text else parent, depth + 1, count)


def _written(value: object) -> str:
    return value if isinstance(value, str) else ""
