"""The paragraphs of a body's HTML as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# The ends of paragraphs and other blocks, and the breaks that separate words within them.
_BLOCK_ENDS = re.compile(r"</(?:p|li|h[1-6]|blockquote|t[dh]|pre|d[td]|figcaption)>|<hr[^>]*>")
_BREAKS = re.compile(r"<br[^>]*>")
_TAGS = re.compile(r"<[^>]*>")
# The marks of footnotes are no words.
_MARKS = re.compile(r'<sup class="footnote-ref">.*?</sup>|<a [^>]*class="footnote-backref".*?</a>')


def find_paragraphs(body: str) -> Iterator[str]:
    """The text of each paragraph, heading, item and cell, and what stands between them; blank ones too."""
    if 'class="footnote-' in body:
        body = _MARKS.sub("", body)
    for block in _BLOCK_ENDS.split(body):
        text = _TAGS.sub("", _BREAKS.sub(" ", block))
        yield unescape(text) if "&" in text else text
