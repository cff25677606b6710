"""The browser's terms equal those of Python, on any text."""

import gzip
import json
import subprocess
import tarfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.language.stemmers import ALGORITHMS
from newsgen.text.language.tokens import find_terms, find_words
from tests.support.examples import times
from tests.support.javascript import SCRIPTS, ask_browser, need_node
from tests.support.paths import ROOT

DATA = ROOT.parent / "shared" / "data"


def assert_same(texts: list[tuple[str, str]]) -> None:
    """Assert that Python and the browser find the same terms and words in each text of a language."""
    languages = sorted({language for _, language in texts} & ALGORITHMS.keys())
    questions = [(name, *text) for text in texts for name in ("findTerms", "findWords")]
    answers = iter(ask_browser(questions, languages))
    for text, language in texts:
        assert next(answers) == find_terms(text, language), (language, text)
        assert next(answers) == find_words(text, language), (language, text)


@pytest.mark.long
@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.long)])
def test_the_terms_of_the_sample_articles_are_the_same(step: int) -> None:
    texts = [
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "articles").rglob("*.*")) if file.suffix != ".jpg"
    ]
    assert len(texts) > 50
    assert_same([(text, language) for text in texts[::step] for language in ("en", "de", "fr", "ar", "")])


# Characters of Python's version of Unicode without surrogates, and more often the difficult ones.
_LETTERS = st.characters(max_codepoint=0x323AF, exclude_categories=("Cs", "Cn", "Co"))
_HARD = st.sampled_from("'’ʼ״\"İIıſßẞςΣſŉǰΐﬀ·lLéñåøæłяйёĿإىةيکكـَ٣०๓東ガｶﾞ가ไ\u0301\u0327\u200c\u00ad\u200d\ufe0f'_- 𝐀𞤀")
_TEXTS = st.text(
    st.one_of(_LETTERS, _HARD, st.characters(max_codepoint=0x24F, exclude_categories=("Cs", "Cn"))), max_size=60
)


@pytest.mark.long
@times(0.08)
@given(
    st.lists(
        st.tuples(_TEXTS, st.sampled_from([*ALGORITHMS, "", "is", "nb", "az", "ja", "ur"])), min_size=200, max_size=800
    )
)
def test_the_terms_of_any_text_are_the_same(texts: list[tuple[str, str]]) -> None:
    assert_same(texts)


def corpus(name: str, count: int) -> Iterator[str]:
    with gzip.open(DATA / f"corpus_{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    for article in articles[:: max(len(articles) // count, 1)]:
        yield "\n".join([article["title"], *article["paragraphs"]])


@pytest.mark.long
@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize(("name", "language"), [("reuters", "en"), ("bbc", "en"), ("saudi_sample", "ar")])
def test_the_terms_of_news_are_the_same(name: str, language: str) -> None:
    assert_same([(text, language) for text in corpus(name, 500)])


@pytest.mark.long
@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
def test_the_terms_of_a_multilingual_site_are_the_same() -> None:
    texts = []
    with tarfile.open(DATA / "sites" / "bitcoinops.tar.gz") as site:
        pages = (member for member in site if member.name.endswith(".md"))
        for member in islice(pages, None, None, 4):
            if file := site.extractfile(member):
                texts.append((file.read().decode("utf-8"), Path(member.name).parts[2]))
    assert {language for _, language in texts} >= {"cs", "de", "en", "fr", "ja", "zh"}
    assert_same(texts)


def test_the_scripts_pass_their_own_tests() -> None:
    """The tests in JavaScript, run by node."""
    run = subprocess.run([need_node(), "--test", str(SCRIPTS)], capture_output=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stdout
    assert "# pass 0" not in run.stdout


def test_no_word_is_a_formula_in_comma_separated_values() -> None:
    texts = ["=1+1", "'=1", "＝1", "－1", "-1", "a=1"]
    (written,) = ask_browser([("writeValues", [[2019, 7, [1, 0, 0, 0, 0, 2]]], texts, ["Year", "@"])], [])  # type: ignore[list-item]
    head = """"Year","'@","'=1+1","''=1","'＝1","'－1","'-1","a=1"\r\n"""
    assert written == f"{head}2019,7,1,0,0,0,0,2\r\n"
