"""The browser's stemmers: those of the archive's languages, made from PyStemmer's Snowball, and equal to it."""

import json
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from random import Random

import pytest
import Stemmer

from newsgen.search.stemmer_scripts import BROWSER, read_stemmer, stemmer_files
from newsgen.text.language.stemmers import ALGORITHMS
from newsgen.text.language.tokens import find_words, stem_word
from tests.support.javascript import ask_browser
from tests.support.paths import ROOT
from tools.translate_stemmers import PACKAGE, translate_stemmer


def test_every_stemmer_has_a_script() -> None:
    files = {file.name for file in (BROWSER / "stemmers").iterdir()}
    assert files == {f"{code}.js" for code in ALGORITHMS} | {"runtime.js", "LICENSE"}


def test_a_browser_loads_only_the_stemmers_of_the_archive() -> None:
    files = stemmer_files(["fr-CA", "nb", "ja", "fr", ""])
    assert files == ["runtime.js", "fr.js", "no.js", "LICENSE"]
    assert read_stemmer("fr.js") == (BROWSER / "stemmers/fr.js").read_bytes()
    assert read_stemmer("LICENSE").startswith(b"Copyright (c) 2001, Dr Martin Porter\n")
    assert stemmer_files(["ja", ""]) == []


def test_python_and_the_browser_have_one_version_of_snowball() -> None:
    assert Stemmer.version().split(".")[:2] == version(PACKAGE).split(".")[:2]


@pytest.mark.parametrize("language", ALGORITHMS)
def test_the_scripts_are_those_that_the_translator_writes(language: str) -> None:
    script = (BROWSER / "stemmers" / f"{language}.js").read_text(encoding="utf-8")
    assert script == translate_stemmer(language, ALGORITHMS[language])


@cache
def known_words() -> list[str]:
    """Words of many languages: newsgen's translations and phrases, and the sample articles."""
    package, articles = ROOT / "newsgen", ROOT / "articles"
    files = [*package.rglob("*.po"), *package.rglob("phrases/*.txt"), *articles.rglob("*.txt"), *articles.rglob("*.md")]
    return sorted({word for file in files for word in find_words(file.read_text(encoding="utf-8"))})


def random_words(language: str) -> list[str]:
    """Words made of the letters and endings in a stemmer's tables, to which its rules apply."""
    script = (BROWSER / "stemmers" / f"{language}.js").read_text(encoding="utf-8")
    strings = {json.loads(string) for string in re.findall(r'"(?:[^"\\\n]|\\u[0-9a-f]{4})*"', script)}
    pieces = sorted(unicodedata.normalize("NFC", string) for string in strings)
    random = Random(language)
    return ["".join(random.choices(pieces, k=random.choice((2, 3, 3, 4)))) for _ in range(8_000)]


def assert_stems_alike(languages: Iterable[str], step: int) -> None:
    """Assert that every so many words have one stem in Python and in the browser, and that a tenth is shortened."""
    words = [(word, language) for language in languages for word in (known_words() + random_words(language))[::step]]
    stems = [stem_word(*word) for word in words]
    browser = ask_browser([("stemWord", *word) for word in words], languages)
    assert [triple for triple in zip(words, stems, browser, strict=True) if triple[1] != triple[2]] == []
    assert sum(word != stem for (word, _), stem in zip(words, stems, strict=True)) > len(words) / 10


@pytest.mark.long
def test_python_and_the_browser_stem_alike() -> None:
    assert_stems_alike(ALGORITHMS, step=200)


@pytest.mark.long
@pytest.mark.parametrize("language", ALGORITHMS)
def test_python_and_the_browser_stem_every_word_alike(language: str) -> None:
    assert_stems_alike([language], step=1)
