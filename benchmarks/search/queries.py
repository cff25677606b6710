"""Queries with known answers: three words that a reader remembers of a sentence, and the article that contains it.

A corpus is a file of JSON lines, compressed by gzip: `id`, `lang`, `title`, `section`, `topics`, `authors`, `date` and
`paragraphs`. The quality of a search is the mean reciprocal rank of the answers among the first ten results.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

QUERIES = 500
SEED = 1987
WORDS = 3
SHORTEST = 4
RESULTS = 10

_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+")
_WORD = re.compile(r"[^\W_]+")
# Words that nobody would search for. They are not newsgen's own list, so that every search gets the same queries
# whatever words it leaves out.
_STOP_WORDS = frozenset(
    """
    a about above after again against all also although always am among an and another any are around as at back be
    became because been before being below between both but by came can cannot come could did do does doing done down
    during each either else even ever every few for from further get go goes got had has have having he her here hers
    herself him himself his how however i if in into is it its itself just last least less like made make many may me
    might more most much must my myself near neither never next no nor not now of off often on once one only or other
    others our ours ourselves out over own per quite rather same see seen several shall she should since so some still
    such than that the their theirs them themselves then there these they this those though through thus to together
    too toward under until up upon us use used very was way we well were what when where whether which while who whom
    whose why will with within without would yet you your yours yourself said says
    هذا هذه ذلك تلك الذي التي الذين على الى إلى حتى منذ عند عندما كان كانت يكون تكون وكان وكانت لكن ولكن وقال كما بعد
    قبل بين خلال حيث ايضا أيضا وهو وهي وفي ومن وعلى انها أنها انه أنه وأن فيها منها عليه عليها هناك كذلك ليس لها لهم
    التى الذى وذلك وقد ولم غير دون ضمن نحو حول جدا أكثر اكثر كافة جميع بعض نفسه نفسها
    """.split()
)


class Story(NamedTuple):
    """An article of a corpus, as plain text."""

    id: str
    language: str
    headline: str
    section: str
    tags: tuple[str, ...]
    byline: tuple[str, ...]
    date: str
    paragraphs: tuple[str, ...]


class Query(NamedTuple):
    """Words of one sentence in order, and the number of the article that contains it."""

    words: tuple[str, ...]
    answer: int

    @property
    def text(self) -> str:
        """The query as it is typed."""
        return " ".join(self.words)


class Score(NamedTuple):
    """The mean reciprocal rank of the answers, and the share of the queries that found theirs; 0 to 1 each."""

    rank: float
    found: float


# From a query to the numbers of the articles that a search finds, the best first.
Search = Callable[[Query], Sequence[int]]


def read_corpus(file: Path) -> list[Story]:
    """All articles of a corpus in order."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [_make_story(json.loads(line)) for line in lines]


def make_queries(stories: Sequence[Story], count: int = QUERIES, seed: int = SEED) -> list[Query]:
    """Draw queries: an article, a sentence of it, and words of the sentence. An article may be drawn twice."""
    random = Random(seed)
    queries: list[Query] = []
    while len(queries) < count:
        answer = random.randrange(len(stories))
        sentences = [part for text in stories[answer].paragraphs for part in _SENTENCE_END.split(text) if part]
        words = _content_words(random.choice(sentences)) if sentences else []
        if len(words) >= WORDS:
            indexes = sorted(random.sample(range(len(words)), WORDS))
            queries.append(Query(tuple(words[index] for index in indexes), answer))
    return queries


def rate(search: Search, queries: Sequence[Query], stories: Sequence[Story]) -> Score:
    """Rate a search by its answers. An article with the same text as the answer counts as the answer."""
    ranks = [_find_rank(search(query)[:RESULTS], query, stories) for query in queries]
    found = [rank for rank in ranks if rank]
    return Score(sum(1 / rank for rank in found) / len(queries), len(found) / len(queries))


def _find_rank(results: Sequence[int], query: Query, stories: Sequence[Story]) -> int:
    """The rank of the first right result, from 1; 0 if none is right."""
    text = _words_of(stories[query.answer])
    right = (rank for rank, number in enumerate(results, 1) if _words_of(stories[number]) == text)
    return next(right, 0)


def _words_of(story: Story) -> list[str]:
    return _WORD.findall(" ".join(story.paragraphs).lower())


def _content_words(sentence: str) -> list[str]:
    """The words that consist of letters and are not too short, each once."""
    words = (word for word in _WORD.findall(sentence) if word.isalpha() and len(word) >= SHORTEST)
    return list(dict.fromkeys(word for word in words if word.lower() not in _STOP_WORDS))


def _make_story(data: dict[str, object]) -> Story:
    def texts(name: str) -> tuple[str, ...]:
        value = data.get(name) or ()
        assert isinstance(value, list | tuple)
        return tuple(text for text in (" ".join(str(part).split()) for part in value) if text)

    return Story(
        id=str(data["id"]),
        language=str(data["lang"]),
        headline=" ".join(str(data["title"]).split()),
        section=next(iter(texts("section")), ""),
        tags=texts("topics"),
        byline=texts("authors"),
        date=str(data["date"] or "")[:10],
        paragraphs=texts("paragraphs"),
    )
