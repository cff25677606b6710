"""The words and terms of texts in many languages."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.language import tokens
from newsgen.text.language.stemmers import ALGORITHMS
from newsgen.text.language.tokens import find_terms, find_tokens, find_words, stem_word
from tests.support.javascript import ask_browser
from tests.support.paths import ROOT

TERMS = [
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
]


@pytest.mark.parametrize(("language", "text", "terms"), TERMS)
def test_the_terms_of_a_text(language: str, text: str, terms: str) -> None:
    assert find_terms(text, language) == terms.split()


def test_the_browser_finds_the_same_terms() -> None:
    answers = ask_browser([("findTerms", text, language) for language, text, _ in TERMS], list(ALGORITHMS))
    assert list(zip(TERMS, answers, strict=True)) == [(row, row[2].split()) for row in TERMS]


@given(st.text("aZ9' .-_\n\x00\x7f", max_size=40))
def test_words_in_ascii_are_letters_and_digits_with_apostrophes_between_them(text: str) -> None:
    assert find_tokens(text, "en") == re.findall("[a-z0-9]+(?:'[a-z0-9]+)*", text.lower())


def test_words_are_not_stemmed_and_keep_their_accents() -> None:
    assert find_words("L’École’s “Running” Straße—٣ 東京都") == ["lécole", "running", "strasse", "3", "東京", "京都"]
    assert find_words("L’École d'ISLANDE", "fr") == ["école", "islande"]
    assert find_words("ISLAK İstanbul'un", "tr-TR") == ["ıslak", "istanbul"]


def test_words_become_the_terms_of_their_text() -> None:
    text = "L’École d'Islande et McDonald's — les chevaux"
    assert [stem_word(word, "fr") for word in find_words(text, "fr")] == find_terms(text, "fr")
    assert stem_word("", "fr") == ""


def test_terms_do_not_depend_on_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "One two three four five, one two three"
    expected = ["one", "two", "three", "four", "five", "one", "two", "three"]
    monkeypatch.setattr(tokens, "MAX_CACHED", 2)
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
