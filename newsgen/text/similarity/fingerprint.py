"""What the index keeps of an article's text: what it is about, and a sample of its sentences."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from newsgen.text.language.article_tokens import ArticleTokens
from newsgen.text.language.tokens import indexed_words
from newsgen.text.similarity.passages import sample_sentences
from newsgen.text.similarity.vector import make_vector

# Of the stem and the form under which a token is filed.
_STEM = itemgetter(0)


class Fingerprint(NamedTuple):
    """A vector of the strongest terms, and a sample of the sentences."""

    vector: bytes = b""
    sample: bytes = b""


def make_fingerprint(wording: ArticleTokens) -> Fingerprint:
    """The gist of an article of this wording."""
    above = [*wording.headline, *wording.dek, *wording.tags]
    # What stands above a text counts like twice as many words in it.
    tokens = chain(above, above, *wording.text)
    # Counting without a step of Python's own takes half the time, also where each word were looked up only once.
    counts = Counter(map(_STEM, map(indexed_words(wording.language).__getitem__, tokens)))
    return Fingerprint(make_vector(counts, wording.language), sample_sentences("\n".join(wording.paragraphs)))
