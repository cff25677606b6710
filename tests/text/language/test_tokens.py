import gzip
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.text.language.stemmers import ALGORITHMS
from newsgen.text.language.tokens import find_terms, find_words, stem_word
from tests.support.javascript import SCRIPTS, ask_browser, need_node
from tests.support.paths import ROOT

DATA = ROOT.parent / "shared" / "data"


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        ("en", "Don’t worry: O'Neill's ferries won.", "dont worri oneil ferri won"),
        ("en", "They’ll say it's 'quoted' rock 'n' roll", "they say it quot rock n roll"),
        ("en", "COVID-19 cost $1.13bn in the 1990s_end", "covid 19 cost 1 13bn in the 1990s end"),
        ("en-GB", "ﬁnal ＦＥＲＲＩＥＳ naïve coöperation", "final ferri naiv cooper"),
        ("", "Running naïve Øresund", "running naive oresund"),
        ("fr", "L’eau qu'il boit aujourd'hui d’Italie", "eau il boit aujourd hui ital"),
        ("fr", "McDonald's à l'école, ecole, ÉCOLE", "mcdonald a ecol ecol ecol"),
        ("it", "dell'Ucraina quest'anno c'è", "ucrain quest anno e"),
        ("ca", "l'il·lustre col·legi", "illust colleg"),
        ("ga", "d’fhéach", "feach"),
        ("de", "Häuser Hauser Straße STRASSE Müller Mueller", "haus haus strass strass mull mull"),
        ("sv", "får far Ålesund idé", "får far ålesund ide"),
        ("da", "fåret blåbærgrød", "får blåbærgrød"),
        ("nb", "båtene", "båt"),
        ("fi", "pääministerit", "pääminister"),
        ("es", "año ano canción", "año ano cancion"),
        ("tr", "İstanbul'da ISPARTA ışık Işık O'Neill", "istanbul ıspar ışık ışık oneill"),
        ("pl", "Łódź lodz", "lodz lodz"),
        ("is", "Þingvellir ísland", "þingvellir ísland"),
        ("ru", "Ёлка ёлки чайка", "елк елк чайк"),
        ("uk", "п’ять пʼять Київ їжа", "пять пять київ їжа"),
        ("el", "ΆΝΘΡΩΠΟΣ άνθρωπος", "ανθρωπ ανθρωπ"),
        ("ar", "كتاب الكتاب والكتاب وكتاب بالكتاب وبالكتاب للكتاب", "كتاب كتاب كتاب كتاب كتاب كتاب كتاب"),
        ("ar", "كِتَاب كتـــاب ﻛﺘﺎﺏ", "كتاب كتاب كتاب"),
        ("ar", "الإسلام إسلام اسلام مكتبة مكتبه علي على والد ٣٥", "اسلام اسلام اسلام مكتب مكتب عل عل والد 35"),
        ("fa", "کتاب‌ها كتابها ۱۴۰۰", "کتاب کتاب 1400"),
        ("ur", "ہندوستان هندوستان", "هندوستان هندوستان"),
        ("he", "צה\"ל צה״ל שָׁלוֹם ג׳ורג'", "צהל צהל שלום גורג"),
        ("hi", "हिन्दी में समाचार १२३", "हिन्द म समाचार 123"),
        ("ta", "தமிழ்", "தமிழ்"),
        ("ja", "東京タワー・第3回 ｶﾞｽ", "東京 京タ タワ ワー 第 3 回 ガス"),
        ("zh", "新聞", "新聞"),
        ("ko", "한국어 뉴스", "한국 국어 뉴스"),
        ("th", "ไทย ก ๕", "ไท ทย ก 5"),
        ("vi", "Hà Nội, Đà Nẵng", "ha noi da nang"),
        ("en", "aß" * 30, "ass" * 13 + "a"),
        ("en", "𝐅𝐞𝐫𝐫𝐢𝐞𝐬 👍🏽 1️⃣ 𞤀𞤣𞤤𞤢𞤥 𞤢𞥄", "ferri 1 𞤢𞤣𞤤𞤢𞤥 𞤢𞥄"),
        ("en", " \u0301 – _ ' '' ’", ""),
    ],
)
def test_terms(language: str, text: str, terms: str) -> None:
    assert find_terms(text, language) == terms.split()
    (browser,) = ask_browser([("findTerms", text, language)], list(ALGORITHMS))
    assert browser == terms.split()


def test_words_are_not_stemmed_and_keep_their_accents() -> None:
    assert find_words("L’École’s “Running” Straße—٣ 東京都") == ["lécole", "running", "strasse", "3", "東京", "京都"]
    assert find_words("L’École d'ISLANDE", "fr") == ["école", "islande"]
    assert find_words("ISLAK İstanbul'un", "tr-TR") == ["ıslak", "istanbul"]


def test_words_become_the_terms_of_their_text() -> None:
    text = "L’École d'Islande et McDonald's — les chevaux"
    assert [stem_word(word, "fr") for word in find_words(text, "fr")] == find_terms(text, "fr")
    assert stem_word("", "fr") == ""


def test_terms_are_the_same_whatever_was_asked_before(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "One two three four five, one two three"
    expected = ["one", "two", "three", "four", "five", "one", "two", "three"]
    monkeypatch.setattr("newsgen.text.language.tokens._REMEMBERED", 2)
    assert find_terms(text, "en-x-small") == expected
    assert find_terms(text, "en-x-small") == expected


def test_terms_are_the_same_in_every_process() -> None:
    code = (
        "from newsgen.text.language.tokens import find_terms; "
        "print(ascii(find_terms('Größe, ISPARTA क़लम ＦＥＲＲＹ', 'de')))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {ascii(["gross", "isparta", "क़लम", "ferry"]).encode() + b"\n"}


def compare_sides(texts: list[tuple[str, str]]) -> None:
    """Python and the browser give the same terms and words for each text in its language."""
    languages = sorted({language for _, language in texts} & ALGORITHMS.keys())
    questions = [(name, *text) for text in texts for name in ("findTerms", "findWords")]
    answers = iter(ask_browser(questions, languages))
    for text, language in texts:
        assert next(answers) == find_terms(text, language), (language, text)
        assert next(answers) == find_words(text, language), (language, text)


def test_both_sides_agree_on_the_sample_articles() -> None:
    texts = [
        file.read_text(encoding="utf-8") for file in sorted((ROOT / "articles").rglob("*.*")) if file.suffix != ".jpg"
    ]
    assert len(texts) > 50
    compare_sides([(text, language) for text in texts for language in ("en", "de", "fr", "ar", "")])


# Characters of Unicode as Python knows it, without surrogates, and more often those that are hard to treat.
_LETTERS = st.characters(max_codepoint=0x323AF, exclude_categories=("Cs", "Cn", "Co"))
_HARD = st.sampled_from("'’ʼ״\"İIıſßẞςΣſŉǰΐﬀ·lLéñåøæłяйёĿإىةيکكـَ٣०๓東ガｶﾞ가ไ\u0301\u0327\u200c\u00ad\u200d\ufe0f'_- 𝐀𞤀")
_TEXTS = st.text(
    st.one_of(_LETTERS, _HARD, st.characters(max_codepoint=0x24F, exclude_categories=("Cs", "Cn"))), max_size=60
)


@settings(max_examples=5, deadline=None)
@given(
    st.lists(
        st.tuples(_TEXTS, st.sampled_from([*ALGORITHMS, "", "is", "nb", "az", "ja", "ur"])), min_size=200, max_size=800
    )
)
def test_both_sides_agree_on_any_text(texts: list[tuple[str, str]]) -> None:
    compare_sides(texts)


def corpus(name: str, count: int) -> Iterator[str]:
    with gzip.open(DATA / f"corpus_{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    for article in articles[:: max(len(articles) // count, 1)]:
        yield "\n".join([article["title"], *article["paragraphs"]])


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize(("name", "language"), [("reuters", "en"), ("bbc", "en"), ("saudi_sample", "ar")])
def test_both_sides_agree_on_news(name: str, language: str) -> None:
    compare_sides([(text, language) for text in corpus(name, 500)])


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
def test_both_sides_agree_on_a_site_in_several_languages() -> None:
    texts = []
    with tarfile.open(DATA / "sites" / "bitcoinops.tar.gz") as site:
        for member in site:
            if member.name.endswith(".md") and (file := site.extractfile(member)):
                texts.append((file.read().decode("utf-8"), Path(member.name).parts[2]))
    texts = texts[::4]
    assert {language for _, language in texts} >= {"cs", "de", "en", "fr", "ja", "zh"}
    compare_sides(texts)


def test_the_scripts_pass_their_own_tests() -> None:
    """What only JavaScript can tell, in node's own test runner."""
    run = subprocess.run([need_node(), "--test", str(SCRIPTS)], capture_output=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stdout
    assert "# pass 0" not in run.stdout
