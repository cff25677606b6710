"""Lines such as "Read more" or "Share this" in a body: they belonged to the page that the text was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.sources.pasted.phrases import kind_of

# Kinds of the reader's phrases that no article has for a paragraph.
_KINDS = frozenset(("share", "advert", "end"))
_LONGEST = 80
# Nothing but words, also as a link: no heading, item, quote, code or cell, no figure and no sentence.
_PLAIN = re.compile(r"\[?([^\W\d_][^\[\]{}|<>`\d]*[^\W\d_])(?:\s*[»›→>…]+|\.\.\.)?(?:\]\([^()]*\))?")


def find_chrome(text: ArticleUnderCheck) -> Iterator[Problem]:
    """Paragraphs that are nothing but a phrase of chrome."""
    for block in text.article.body:
        if block.kind not in ("markdown", "paragraph"):
            continue
        lines = ["", *block.text.split("\n"), ""]
        for number, (before, line, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), block.line):
            if not line or len(line) > _LONGEST or before.strip() or after.strip():
                continue
            words = _PLAIN.fullmatch(line.rstrip())
            if words and kind_of(words[1]) in _KINDS:
                message = f'has a line that is no part of the article: "{line.strip()}"'
                reason = "It belonged to the page that the text was copied from, and leads nowhere here."
                yield text.problem(number, message, reason, "Take it out.")
