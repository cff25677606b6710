"""The excerpt of a search result."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Letters of an excerpt, and how many of the last may be given up for it to end with a whole word.
_LENGTH, _LAST_WORD = 80, 20
_SPACE = re.compile(r"\s+")


def make_excerpt(dek: str, paragraphs: Sequence[str]) -> str:
    """An article's dek, or else the beginning of its text, cut to one line."""
    pieces = [dek]
    for paragraph in () if dek else paragraphs:
        # Most of a long text would be cut off.
        if sum(map(len, pieces)) > 2 * _LENGTH:
            break
        pieces.append(paragraph)
    whole = _SPACE.sub(" ", " ".join(pieces)).strip()
    if len(whole) <= _LENGTH:
        return whole
    end = whole.rfind(" ", _LENGTH - _LAST_WORD, _LENGTH)
    return f"{whole[: end if end > 0 else _LENGTH - 1].rstrip(' ,.;:–—-')}…"
