"""Which sources of a folder are pasted texts, and how many are enough to learn from."""

from __future__ import annotations

from collections.abc import Iterable

from newsgen.record.paths import MARKDOWN_ENDINGS, TEXT_ENDINGS

# With fewer texts, what they have in common may be chance.
FEWEST_TEXTS = 8


def pasted_paths(paths: Iterable[str]) -> list[str]:
    """Those of some paths that are of pasted texts."""
    return [path for path in paths if _is_pasted(path.lower())]


def _is_pasted(path: str) -> bool:
    return path.endswith(TEXT_ENDINGS) and not path.endswith(MARKDOWN_ENDINGS)
