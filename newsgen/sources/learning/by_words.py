"""Find words for writers that newsgen does not know: what the byline lines of a folder begin with, before the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsgen.sources.learning.texts import LearningText
from newsgen.sources.pasted.authors.given_names import is_given_name
from newsgen.sources.pasted.line import find_role
from newsgen.sources.pasted.phrases import bare, start_of

# So many words at most, before so many different names at least, in this share of the articles with a byline.
_LONGEST, _NAMES, _SHARE = 3, 3, 0.8


def find_by_words(articles: Iterable[Sequence[LearningText]]) -> frozenset[str]:
    """The words before the names in the byline lines of these articles, in the form of phrases; none as a rule."""
    lines = [line for texts in articles for line in _bylines_of(texts)]
    longest: frozenset[str] = frozenset()
    for size in range(1, _LONGEST + 1):
        beginnings = Counter(_beginning(words, size) for words in lines if len(words) > size)
        word, count = max(beginnings.items(), key=lambda found: (found[1], found[0]), default=("", 0))
        names = {" ".join(words[size:]) for words in lines if len(words) > size and _beginning(words, size) == word}
        if not word or count < _SHARE * len(lines) or len(names) < _NAMES or is_given_name(word.split()[-1]):
            break
        longest = frozenset((word,))
    return longest


def _bylines_of(texts: Sequence[LearningText]) -> Iterator[list[str]]:
    """The words of the byline of an article, if no date and no word that is known stands before its names."""
    text = texts[0]
    index = find_role("byline", text.labels)
    if index >= 0 and not text.features[index].dated and not start_of(text.lines[index].text)[0]:
        yield text.lines[index].text.split()


def _beginning(words: Sequence[str], size: int) -> str:
    return bare(" ".join(words[:size]))
