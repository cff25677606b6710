"""What the HTML of a body leaves out of its text, or shows in another form, noted while it is made."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Literal, NamedTuple

Kind = Literal["comment", "attributes", "address", "tag", "embed", "image", "note", "signs", "table"]
_KEY = "newsgen-omissions"


class Omission(NamedTuple):
    """One thing that is not shown as it is written: its kind, and how it begins.

    A "comment" is HTML's, "attributes" are a list in braces such as `{.wide}`, an "address" is one that no page may
    link, a "tag" stands with its content, an "embed" becomes a box with its address, an "image" of another site becomes
    its text, a "note" is a footnote to which nothing refers, listed at the end, "signs" are those of a text with too
    many, and of a "table" too many cells are missing.
    """

    kind: Kind
    text: str


def note_omission(env: MutableMapping[str, Any], kind: Kind, text: str) -> None:
    """Note an omission in the environment of a rendering."""
    env.setdefault(_KEY, []).append(Omission(kind, text))


def omissions_in(env: MutableMapping[str, Any]) -> list[Omission]:
    """The omissions that were noted in the environment of a rendering."""
    return list(env.get(_KEY, ()))
