import json
import re
import unicodedata
from functools import cache
from importlib.metadata import version
from random import Random

import pytest
import Stemmer

from newsgen.search.stemmer_scripts import BROWSER, stemmer_files
from newsgen.text.language.stemmers import ALGORITHMS, find_stemmer, primary_subtag
from newsgen.text.language.tokens import find_words, stem_word
from tests.support.javascript import ask_browser
from tests.support.paths import ROOT
from tools.translate_stemmers import PACKAGE, translate_stemmer


def test_every_language_of_snowball_is_there() -> None:
    assert {*ALGORITHMS.values(), "porter", "dutch_porter"} == set(Stemmer.algorithms())
    assert {f"{code}.js" for code in ALGORITHMS} | {"runtime.js", "LICENSE"} == {
        file.name for file in (BROWSER / "stemmers").iterdir()
    }


def test_a_stemmer_is_found_by_any_tag_of_its_language() -> None:
    for tag, word, stem in [("en-GB", "ferries", "ferri"), ("PT-br", "notícias", "notíc"), ("nn", "båtene", "båt")]:
        found = find_stemmer(tag)
        assert found
        assert found(word) == stem
    assert find_stemmer("ja") is None
    assert find_stemmer("") is None
    assert primary_subtag("zh-Hant-HK") == "zh"


def test_a_browser_gets_the_stemmers_of_its_archive_only() -> None:
    files = stemmer_files(["fr-CA", "nb", "ja", "fr", ""])
    assert list(files) == ["runtime.js", "fr.js", "no.js", "LICENSE"]
    assert files["fr.js"] == (BROWSER / "stemmers/fr.js").read_bytes()
    assert files["LICENSE"].startswith(b"Copyright (c) 2001, Dr Martin Porter\n")
    assert stemmer_files(["ja", ""]) == {}


def test_both_sides_are_of_one_version_of_snowball() -> None:
    assert Stemmer.version().split(".")[:2] == version(PACKAGE).split(".")[:2]


@pytest.mark.parametrize("language", ALGORITHMS)
def test_the_scripts_are_as_they_were_written(language: str) -> None:
    script = (BROWSER / "stemmers" / f"{language}.js").read_text(encoding="utf-8")
    assert script == translate_stemmer(language, ALGORITHMS[language])


@cache
def words_at_hand() -> list[str]:
    """Words of many languages: newsgen's translations and labels, and the sample articles."""
    package, articles = ROOT / "newsgen", ROOT / "articles"
    files = [*package.rglob("*.po"), *package.rglob("phrases/*.txt"), *articles.rglob("*.txt"), *articles.rglob("*.md")]
    return sorted({word for file in files for word in find_words(file.read_text(encoding="utf-8"))})


def made_words(language: str) -> list[str]:
    """Words made of the letters and endings in a stemmer's tables, which set off its rules."""
    script = (BROWSER / "stemmers" / f"{language}.js").read_text(encoding="utf-8")
    strings = {json.loads(string) for string in re.findall(r'"(?:[^"\\\n]|\\u[0-9a-f]{4})*"', script)}
    pieces = sorted(unicodedata.normalize("NFC", string) for string in strings)
    random = Random(language)
    return ["".join(random.choices(pieces, k=random.choice((2, 3, 3, 4)))) for _ in range(6_000)]


@pytest.mark.parametrize("language", ALGORITHMS)
def test_both_sides_stem_alike(language: str) -> None:
    words = words_at_hand() + made_words(language)
    assert len(words) > 10_000
    stems = [stem_word(word, language) for word in words]
    browser = ask_browser([("stemWord", word, language) for word in words], [language])
    differing = [triple for triple in zip(words, stems, browser, strict=True) if triple[1] != triple[2]]
    assert differing == []
    assert sum(map(str.__ne__, words, stems)) > 1_500
