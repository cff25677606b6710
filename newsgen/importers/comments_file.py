"""The file of an imported article's comments, and what a further import does with it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Literal

from newsgen.importers.written import WrittenFile
from newsgen.record.comment import Comment

# "edited" or deleted here since the last import and left so; "conflict" if the source changed them too.
Outcome = Literal["write", "delete", "same", "edited", "conflict"]


def format_comments(comments: Iterable[Comment]) -> bytes:
    """The lines of the file, one a comment; empty where there is none."""
    return "".join(map(_line, comments)).encode("utf-8", "backslashreplace")


def decide_comments(content: bytes, there: bytes, known: WrittenFile | None) -> Outcome:
    """What becomes of a file of comments, by what the source has, what stands there, and what was written last."""
    if there == content:
        return "same"
    if known is None:
        return "conflict" if there and content else "edited" if there else "write"
    if known.digest == hashlib.sha256(there).digest():
        return "write" if content else "delete"
    return "edited" if known.digest == hashlib.sha256(content).digest() or not there else "conflict"


def _line(comment: Comment) -> str:
    values = {
        "id": comment.id,
        "author": comment.author,
        "date": str(comment.date or ""),
        "parent": comment.parent,
        "text": comment.text,
    }
    return f"{json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False)}\n"
