"""An invented newspaper of any size: Markdown articles of about 4 KB with front matter, over twenty years.

    python -m benchmarks.support.corpus N FOLDER [--seed 7] [--processes 2]

writes `articles/YYYY/MM/slug.md`. An article depends on the seed, its number and N only, so that parts can be made in
any order and in several processes. The front matter has the key `topics`, as `tags` has another meaning in Eleventy:
all engines read the same files.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

SEED = 7
SECTIONS = ("Politics World Business Economy Science Technology Health Culture Sport Travel Opinion Local").split()
FIRST_DAY = datetime(2005, 1, 1, tzinfo=UTC)
DAYS = 7305
_WORDS = 5_000
_AUTHORS = 200
_TAGS = 500
_TAGS_AN_ARTICLE = 3
# newsgen cuts slugs at 70 characters; the number that makes them unique must remain.
_LONGEST_SLUG = 55

_SMALL_WORDS = """
the of and to in a for on that is was with as at by from it has its be an are have were will which not they this had
but their who would said been more after one new about when than up there she he his her last over two out into also
year first could people years can if so some most all may no before under because while against since being three
""".split()
# Single letters are listed twice to keep words short enough to read.
_STARTS = 2 * "b c d f g h k l m n p r s t v w".split() + "br ch cl dr fl gr pl pr sh sl st th tr".split()
_MIDDLES = 4 * "a e i o u".split() + "ai ea ee oa ou".split()
_ENDS = "l m n r s t ck nd ng st".split()


class Vocabulary(NamedTuple):
    """The words, authors and tags of all articles of a seed. Weights are cumulative and fall as 1/rank (Zipf)."""

    words: tuple[str, ...]
    word_weights: tuple[float, ...]
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    tag_weights: tuple[float, ...]


class Text(NamedTuple):
    """A file of the corpus: its path below the corpus folder, the slug of its story, and its content."""

    path: str
    slug: str
    text: str


@cache
def make_vocabulary(seed: int) -> Vocabulary:
    """The words, authors and tags of a seed."""
    random = Random(f"vocabulary {seed}")
    words = dict.fromkeys(_SMALL_WORDS)
    while len(words) < _WORDS:
        words[_make_word(random)] = None
    rare = [word for word in list(words)[_WORDS // 10 :] if len(word) > 4]
    firsts, lasts = random.sample(rare, 40), random.sample(rare, 150)
    authors: dict[str, None] = {}
    while len(authors) < _AUTHORS:
        authors[f"{random.choice(firsts).title()} {random.choice(lasts).title()}"] = None
    tags = [
        f"{word} {random.choice(lasts)}" if n % 5 == 0 else word for n, word in enumerate(random.sample(rare, _TAGS))
    ]
    return Vocabulary(tuple(words), _fall(_WORDS, 3), tuple(authors), tuple(tags), _fall(_TAGS, 6))


def make_article(number: int, total: int, seed: int = SEED) -> Text:
    """One article of a corpus of `total`; articles are numbered by date."""
    vocabulary = make_vocabulary(seed)
    random = Random(f"article {seed} {number}")
    date = FIRST_DAY + timedelta(minutes=int((number + random.random()) * DAYS * 24 * 60 / total))
    words = _draw(random, vocabulary, random.randint(5, 9))
    slug = f"{_cut(words)}-{number:07}"
    headline = " ".join(words).capitalize()
    if random.random() < 0.1:
        headline += f": {random.choice(vocabulary.authors)}’s view"
    # JSON is also YAML.
    front_matter = [
        "---",
        f"title: {json.dumps(headline, ensure_ascii=False)}",
        f"date: {date:%Y-%m-%dT%H:%M:00Z}",
        f"section: {random.choice(SECTIONS)}",
        f"author: {random.choice(vocabulary.authors)}",
        "topics:",
        *(f"  - {tag}" for tag in _choose_tags(random, vocabulary)),
        f"summary: {json.dumps(_make_sentence(random, vocabulary, 18))}",
        f"slug: {slug}",
        "---",
    ]
    text = "\n".join(front_matter) + "\n\n" + _make_body(random, vocabulary)
    return Text(f"articles/{date:%Y/%m}/{slug}.md", slug, text)


def write_corpus(folder: Path, total: int, seed: int = SEED, processes: int = 1) -> None:
    """Write all articles below a folder, a thousand at a time."""
    parts = [range(start, min(start + 1_000, total)) for start in range(0, total, 1_000)]
    write = partial(_write_part, folder, total, seed)
    if processes == 1:
        for part in parts:
            write(part)
        return
    with ProcessPoolExecutor(processes) as executor:
        list(executor.map(write, parts))


def prepare_corpus(work: Path, size: int) -> Path:
    """Make the corpus of a size in a work folder, unless it exists; its folder."""
    corpus = work / f"corpus-{size}"
    # The folder gets its name when it is complete, so that an interrupted one is made again.
    if not corpus.exists():
        incomplete = work / f"corpus-{size}.half"
        write_corpus(incomplete, size, processes=os.cpu_count() or 1)
        incomplete.rename(corpus)
    return corpus


def _write_part(folder: Path, total: int, seed: int, numbers: Sequence[int]) -> None:
    for number in numbers:
        article = make_article(number, total, seed)
        file = folder / article.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(article.text, encoding="utf-8")


def _fall(count: int, flat: int) -> tuple[float, ...]:
    """Cumulative weights of ranks; a larger `flat` makes the first ones less dominant."""
    return tuple(accumulate(1 / (rank + flat) for rank in range(count)))


def _make_word(random: Random) -> str:
    syllables = random.choices((1, 2, 3), (2, 6, 2))[0]
    word = "".join(random.choice(_STARTS) + random.choice(_MIDDLES) for _ in range(syllables))
    return word + random.choice(_ENDS)


def _draw(random: Random, vocabulary: Vocabulary, count: int) -> list[str]:
    return random.choices(vocabulary.words, cum_weights=vocabulary.word_weights, k=count)


def _cut(words: Sequence[str]) -> str:
    slug = words[0]
    for word in words[1:]:
        if len(slug) + len(word) >= _LONGEST_SLUG:
            break
        slug += f"-{word}"
    return slug


def _choose_tags(random: Random, vocabulary: Vocabulary) -> list[str]:
    tags: dict[str, None] = {}
    while len(tags) < _TAGS_AN_ARTICLE:
        tags[random.choices(vocabulary.tags, cum_weights=vocabulary.tag_weights)[0]] = None
    return list(tags)


def _make_sentence(random: Random, vocabulary: Vocabulary, count: int, marked: bool = False) -> str:
    """A sentence of `count` words; a marked one may have bold words, an emphasised word or a link."""
    words = _draw(random, vocabulary, count)
    words[0] = words[0].capitalize()
    if count > 9:
        words[count // 2] += ","
    kind, index = random.random(), random.randrange(1, count // 2)
    if marked and kind < 0.15:
        words[index : index + 2] = [f"**{words[index]}", f"{words[index + 1].rstrip(',')}**"]
    elif marked and kind < 0.18:
        words[index] = f"*{words[index]}*"
    elif marked and kind < 0.28:
        words[index] = f"[{words[index]}](https://wire.example/{words[index]}/{random.randrange(10_000)})"
    return " ".join(words) + random.choices(".?!", (18, 1, 1))[0]


def _make_paragraph(random: Random, vocabulary: Vocabulary) -> str:
    sentences = random.randint(3, 5)
    return " ".join(_make_sentence(random, vocabulary, random.randint(7, 20), marked=True) for _ in range(sentences))


def _make_body(random: Random, vocabulary: Vocabulary) -> str:
    """Paragraphs, one of them a quotation; some articles have a subhead and a list among them."""
    blocks = [_make_paragraph(random, vocabulary) for _ in range(random.randint(8, 14))]
    quote = random.randrange(2, len(blocks))
    blocks[quote] = f"> {blocks[quote]}"
    if random.random() < 0.4:
        subhead = _make_sentence(random, vocabulary, 5).rstrip(".?!")
        blocks.insert(random.randrange(2, len(blocks)), f"## {subhead}")
    if random.random() < 0.35:
        lines = [f"- {_make_sentence(random, vocabulary, 9)}" for _ in range(random.randint(3, 5))]
        blocks.insert(random.randrange(2, len(blocks)), "\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def main() -> None:
    """Read the arguments and write the corpus."""
    parser = argparse.ArgumentParser(description="Write an invented newspaper of N articles.")
    parser.add_argument("n", type=int, help="number of articles, 1,000 to 1,000,000")
    parser.add_argument("folder", type=Path, help="where to make the folder articles/")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    write_corpus(options.folder, options.n, options.seed, options.processes)


if __name__ == "__main__":
    main()
