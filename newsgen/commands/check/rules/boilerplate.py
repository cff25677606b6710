"""Lines such as "Read more" or "Share this" in a body: they belong to the page that the text was copied from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.sources.pasted.phrases import kind_of

# Kinds of phrases, as the reader of pasted pages knows them, that are no paragraph of an article.
_KINDS = frozenset(("share", "advert", "end"))
_LONGEST = 80
# Words only, also as a link: no heading, item, quote, code or cell, no figure and no sentence.
_PLAIN = re.compile(r"\[?([^\W\d_][^\[\]{}|<>`\d]*[^\W\d_])(?:\s*[»›→>…]+|\.\.\.)?(?:\]\([^()]*\))?")


def find_boilerplate(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """Paragraphs that consist of a phrase of chrome."""
    for block in subject.article.body:
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
                yield subject.problem(number, message, reason, "Take it out.")
