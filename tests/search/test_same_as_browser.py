"""`newsgen search` and the search page find the same articles in the same order for any query."""

import json
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsgen.search.reader.counts import count_by_name, count_by_year, find_hits
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.finding import SearchRequest, find_ranked, plan_search
from newsgen.search.reader.highlight import mark_words
from newsgen.search.reader.matching.filters import Filters
from newsgen.search.reader.query.query import parse_query
from newsgen.search.reader.search import Result, SearchResults, search
from newsgen.text.language.stemmers import ALGORITHMS
from newsgen.text.language.tags import primary_subtag
from tests.support.index_writer import IndexedArticle, Sizes, write_index
from tests.support.javascript import SCRIPTS, need_node
from tests.support.tiers import tiers

WORDS = {
    "en-GB": "ferry ferries ferry's harbour harbours council councils river returns return returned the of a floods",
    "fr": "école écoles l'eau d'eau rivière rivières Élysée retour la de conseil conseils harbour qu'il",
    "sv": "får far båt båtar båten hamn hamnen och ärende färja färjor river",
    "ja": "東京都 京都 大阪 港 河 東京 Ferry",
    "ar": "مدينة المدينة كتاب والكتاب الكتب ميناء",
}
# Typed beside words of the articles: unknown words, mistakes, beginnings, punctuation.
OTHERS = "feryr harbuor counsil xyzzy fer ha ret con é 東 كت - \" “ -\" 10,000 new-york l' 'tis"
CONDITIONS = (
    '2019|2020|2019-03|2019-3-04|2020-02-29|date:1998|date:"2021"|-2019|-date:2019-12|٢٠١٩-٠٣|2019-13|author:quill|'
    'author:"bo van"|author:dyk|-author:Ada|author:o\'neill|author:va*|author:"van d|Author:quill|fer*|har*|"the fer*"|'
    '-coun*|re*|headline:ferry|headline:"of the"|-headline:river|headline:har*|headline:the-ferry|OR|harbour ferry|'
    "har bour|fer ry|ferryriver|councilharbour|author:|date:x|headline:"
)
SECTIONS, AUTHORS, TAGS = ("News", "Harbour & River", "Sport"), ("Ada Quill", "Bo van Dyk", "O'Neill"), ("flood", "Sea")
DAYS = ("", "1998", "2019-03", "2019-03-04", "2019-12-31", "2020-02-29", "2020-03-01", "2021", "2021-07-07")
SIZES = (Sizes(), Sizes(3, 7, 2, 2, 900), Sizes(2, 5, 3, 1, 300), Sizes(16, 20, 1, 5, 40))


def draw_article(random: Random, languages: Sequence[str]) -> IndexedArticle:
    language = random.choice(languages)
    words = WORDS[language].split()

    def text(most: int) -> str:
        return " ".join(random.choices(words, k=random.randint(1, most)))

    return IndexedArticle(
        headline=text(6),
        text=[text(random.choice((5, 25, 80))) for _ in range(random.randint(0, 3))],
        day=random.choice(DAYS),
        section=random.choice(SECTIONS),
        byline=random.sample(AUTHORS, random.randint(0, 2)),
        tags=random.sample(TAGS, random.randint(0, 2)),
        language=language,
    )


def draw_query(random: Random, languages: Sequence[str]) -> str:
    words = [word for language in languages for word in WORDS[language].split()]
    pieces = []
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4))):
        kind = random.random()
        if kind < 0.2:
            quoted = " ".join(random.choices(words, k=random.randint(1, 3)))
            pieces.append(f'{random.choice(("", "", "-"))}"{quoted}{random.choice(("", chr(34), chr(34)))}')
        elif kind < 0.35:
            pieces.append(random.choice(OTHERS.split()))
        elif kind < 0.55:
            pieces.append(random.choice(CONDITIONS.split("|")))
        elif kind < 0.62:
            pieces.append(draw_condition(random, words))
        elif kind < 0.75:
            pieces.append(f"{random.choice(words)} OR {random.choice((*words, *CONDITIONS.split('|')))}")
        else:
            pieces.append(random.choice(("", "", "", "-")) + random.choice(words))
    return " ".join(pieces)


def draw_condition(random: Random, words: Sequence[str]) -> str:
    quoted = " ".join(random.choices(words, k=random.randint(1, 2)))
    sign = random.choice(("", "", "-"))
    return sign + random.choice((f'headline:"{quoted}"', f"headline:{words[0]}", f"{words[-1][:4]}*"))


def draw_settings(random: Random) -> dict[str, str]:
    settings = dict.fromkeys(("section", "author", "tag", "language", "from", "to", "sort"), "")
    for name, values in {
        "section": (*SECTIONS, "harbour & river", "None"),
        "author": (*AUTHORS, "ada_quill"),
        "tag": (*TAGS, "FLOOD"),
        "language": ("fr", "en-gb", "de"),
        "from": ("1998", "2019", "2020", "2030"),
        "to": ("1997", "2019", "2021"),
        "sort": ("date",),
    }.items():
        if random.random() < 0.15:
            settings[name] = random.choice(values)
    return settings


def ask_browser(folder: Path, questions: Sequence[dict[str, Any]], languages: Sequence[str]) -> list[Any]:
    stemmers = [subtag for subtag in map(primary_subtag, languages) if subtag in ALGORITHMS]
    command = [need_node(), str(SCRIPTS / "search.mjs"), str(folder), *stemmers]
    asked = "".join(json.dumps(question) + "\n" for question in questions)
    answer = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8")
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.splitlines()]


def read_request(question: dict[str, Any]) -> SearchRequest:
    settings = question["settings"]
    filters = Filters(
        *(settings[name] for name in ("section", "author", "tag", "language")),
        *(int(settings[name] or 0) for name in ("from", "to")),
    )
    return SearchRequest(question["query"], filters, settings["sort"] == "date", question["typing"])


def ask_python(index: SearchIndex, question: dict[str, Any]) -> dict[str, Any]:
    request = read_request(question)
    found = search(index, request, question["wanted"])
    return {
        "found": found.articles,
        "articles": [
            [int(result.card.href.removesuffix(".html")), round(result.score * 100_000)] for result in found.results
        ],
        "guesses": [list(suggestion.suggested) for suggestion in found.suggestions],
        "rewritten": list(found.rewritten),
        "overTime": over_time(index, question["query"]),
        "passages": [marked_of(result, found) for result in found.results],
        "years": [list(pair) for pair in count_by_year(index, request).items()],
        "names": [[list(pair) for pair in count_by_name(index, request, kind)] for kind in ("section", "author")],
    }


def scan_years(index: SearchIndex, question: dict[str, Any]) -> list[list[int]]:
    """The counts by year, from the articles that are found."""
    request = read_request(question)
    hits = find_hits(index, replace(request, filters=replace(request.filters, first_year=0, last_year=0)))
    return sorted(map(list, Counter(index.year_of(number).year for number in hits).items()))


def over_time(index: SearchIndex, text: str) -> list[list[Any]]:
    """The articles of each year, and how many of them have all words of a query, whatever is filtered."""
    plan = plan_search(index, parse_query(text, index.root.languages))
    known = all(plan.matches[word].is_known for word in plan.query.words)
    ranked = find_ranked(index, plan, Filters()) if known else []
    whole = [index.year_of(found.number).year for found in ranked if found.words == len(plan.selecting)]
    articles = {year.year: sum(1 for code in index.dates(year) if code) for year in index.root.years}
    return [[year, number, [whole.count(year)]] for year, number in articles.items() if year]


def marked_of(result: Result, found: SearchResults) -> list[list[list[Any]]]:
    headline = mark_words(result.card.headline, result.card.language, found.query)
    passage = result.passage if found.query.words else ()
    return [[list(piece) for piece in pieces] for pieces in (headline, passage)]


def compare(folder: Path, seed: int, articles: int, questions: int) -> None:
    random = Random(seed)
    languages = random.sample(sorted(WORDS), random.randint(1, 3))
    drawn = [draw_article(random, languages) for _ in range(random.randint(1, articles))]
    write_index(folder, drawn, {"the", "of", "la", "och"}, SIZES[seed % len(SIZES)])
    asked = [
        {
            "query": draw_query(random, languages),
            "settings": draw_settings(random),
            "wanted": random.choice((3, 10, 1000)),
            "typing": random.random() < 0.5,
        }
        for _ in range(questions)
    ]
    index = SearchIndex(folder)
    for question, theirs in zip(asked, ask_browser(folder, asked, languages), strict=True):
        ours = ask_python(index, question)
        if question["typing"]:
            # The page also marks words that go on from what is being typed.
            del ours["passages"], theirs["passages"]
        assert ours["years"] == scan_years(index, question), question
        if theirs["found"] is None:
            # The page does not count the articles before it has read all.
            theirs["found"] = ours["found"]
        assert ours == theirs, (question, ours, theirs)


@pytest.mark.parametrize("seed", tiers(range(8), always=1, long=7))
def test_python_and_the_browser_find_the_same(tmp_path: Path, seed: int) -> None:
    compare(tmp_path, seed, articles=60, questions=80)


@pytest.mark.parametrize("seed", tiers(range(100, 400), always=0, long=30))
def test_python_and_the_browser_find_the_same_in_many_archives(tmp_path: Path, seed: int) -> None:
    compare(tmp_path, seed, articles=120, questions=300)
