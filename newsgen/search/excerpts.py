"""The excerpt of a search result."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Letters of an excerpt; and so many of the last are given up so that it ends with a word.
_EXCERPT, _LAST_WORD = 80, 20
_SPACE = re.compile(r"\s+")


def make_excerpt(dek: str, paragraphs: Sequence[str]) -> str:
    """An article's dek, or else how its text begins; cut to a line."""
    pieces = [dek]
    for paragraph in () if dek else paragraphs:
        # Of a long text most is cut off.
        if sum(map(len, pieces)) > 2 * _EXCERPT:
            break
        pieces.append(paragraph)
    whole = _SPACE.sub(" ", " ".join(pieces)).strip()
    if len(whole) <= _EXCERPT:
        return whole
    end = whole.rfind(" ", _EXCERPT - _LAST_WORD, _EXCERPT)
    return f"{whole[: end if end > 0 else _EXCERPT - 1].rstrip(' ,.;:–—-')}…"
