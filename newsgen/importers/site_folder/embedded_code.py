"""Code of a site's program inside its texts: which piece ends which, what stands in its place, and its account."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from newsgen.importers.site_folder.markdown_text import as_comment
from newsgen.record.import_entry import Entry, Outcome

# Characters of one piece: an include may have the answers of an interview.
LONGEST_CODE = 8_000
_DEEPEST = 12


class Code(Protocol):
    """A piece of code: its place in the text, and the name of what it begins or ends."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where the text behind it begins."""

    @property
    def begins(self) -> str | None:
        """The name of the block that it begins, if another ends it; None for a piece that stands alone."""

    @property
    def ends(self) -> str | None:
        """The name of the block that it ends; None for one that ends none."""


AnyCode = TypeVar("AnyCode", bound=Code)


@dataclass
class CodeAccount:
    """What became of each piece of code in the text of one page; `kind` is what the account calls such code."""

    kind: str
    place: str
    entries: list[Entry] = field(default_factory=list)

    def add(self, name: str, outcome: Outcome, reason: str = "", example: str = "") -> None:
        """Add an entry, with its place before its example."""
        self.entries.append(Entry(self.kind, name, outcome, reason, f"{self.place}: {example}" if example else ""))

    def take(self, name: str, text: str) -> str:
        """Count code as taken; the text that it shows."""
        self.add(name, "taken")
        return text

    def keep(self, name: str, raw: str, reason: str) -> str:
        """Count code as kept raw; a comment that holds it."""
        self.add(name, "kept raw", reason, raw)
        return as_comment(raw)


def replace_code(
    text: str, codes: Sequence[AnyCode], depth: int, show: Callable[[AnyCode, str | None, str], str]
) -> str:
    """A text with other text in place of its code: what `show` gives for a piece, the text up to the one that ends it
    (None where none does), and the whole of them as it is written.

    Code that lies too deep in other code becomes a comment.
    """
    ends = _find_ends(codes)
    parts: list[str] = []
    at, index = 0, 0
    while index < len(codes):
        code = codes[index]
        last = ends.get(index, index)
        end = codes[last].end
        inner = text[code.end : codes[last].start] if last > index else None
        whole = text[code.start : end]
        parts += (text[at : code.start], show(code, inner, whole) if depth < _DEEPEST else as_comment(whole))
        at, index = end, last + 1
    return "".join([*parts, text[at:]])


def _find_ends(codes: Sequence[Code]) -> dict[int, int]:
    """The index of the code that ends another, by that of the other; what nothing ends has none."""
    ends: dict[int, int] = {}
    begun: dict[str, list[int]] = {}
    for index, code in enumerate(codes):
        if code.begins is not None:
            begun.setdefault(code.begins, []).append(index)
        elif code.ends is not None and begun.get(code.ends):
            ends[begun[code.ends].pop()] = index
    return ends
