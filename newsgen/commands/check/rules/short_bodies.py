"""Articles with hardly any text: mostly the rest was lost when the page was copied or exported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

# Words below which a text is rather a remnant of one. The shortest briefs of an agency have about 25.
_FEWEST = 15
# Letters of a script without spaces that count as a word.
_LETTERS = 2
_UNSPACED = re.compile("[぀-ヿ㐀-鿿฀-๿]")
_FIX = "Look at the page that it was taken from, and put in what is missing."


def count_words(text: str) -> int:
    """The approximate number of words of a text in any script."""
    letters = len(_UNSPACED.findall(text))
    words = (word for word in _UNSPACED.sub(" ", text).split() if any(sign.isalnum() for sign in word))
    return sum(1 for _ in words) + letters // _LETTERS


def find_short_bodies(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """A body without words or with few; with an image, the image may be the story."""
    body = " ".join(block.text for block in subject.article.body)
    if len(body) > 40 * _FEWEST:
        return
    words = count_words(body)
    has_image = any(image.file for image in subject.article.images) or "<img " in subject.html
    if not words and not has_image:
        yield subject.problem(0, "has no text below its headline", "Its page is as good as empty.", _FIX)
    elif words < _FEWEST and not has_image:
        line = subject.article.body[0].line
        message = f"has a text of {words} {'word' if words == 1 else 'words'}"
        yield subject.problem(line, message, "The rest may have been lost on the way here.", _FIX)
