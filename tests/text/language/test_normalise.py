"""Normalised text and words, and what they lose."""

import pytest

from newsgen.text.language.normalise import LONGEST, fold_letters, normalise_text, part_elisions, spell_word


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ＦＵＬＬ Width ﬁ ②", "en", "full width fi 2"),
        ("I İ i ı", "en", "i i̇ i ı"),
        ("I İ I\u0307 ı", "tr", "ı i i ı"),
        ("H\u0331 e\u0301", "", "ẖ é"),
        ("co\u00adope\u200drate\ufe0f", "en", "cooperate"),
        ("’ ‘ ʼ ʻ ׳ ״ '", "en", "' ' ' ' ' ' '"),
        ("Col·legi coŀlegi", "ca", "collegi collegi"),
        ('צה"ל "של"', "he", 'צהל "של"'),
        ("كِتَــاب", "ar", "كتاب"),
        ("שָׁלוֹם", "he", "שלום"),
    ],
)
def test_text_is_normalised(text: str, language: str, expected: str) -> None:
    assert normalise_text(text, language) == expected


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("eau", ["eau"]),
        ("l'eau", ["eau"]),
        ("quest'anno", ["quest", "anno"]),
        ("aujourd'hui", ["aujourd", "hui"]),
        ("l'o'neill", ["o", "neill"]),
        ("mcdonald's", ["mcdonald"]),
        ("l's", ["s"]),
    ],
)
def test_elided_words_are_left_out(word: str, parts: list[str]) -> None:
    assert part_elisions(word) == parts


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("don't", "en", "dont"),
        ("she'll", "en", "she"),
        ("couldn't've", "en", "couldnt"),
        ("foto's", "nl", "foto"),
        ("o'neill's", "de", "oneill"),
        ("ankara'nın", "tr", "ankara"),
        ("o'neill", "tr", "oneill"),
        ("straße", "de", "strasse"),
        ("λόγος", "el", "λόγοσ"),
        ("٣۵५", "", "355"),
        ("إلىی", "ar", "اليي"),
        ("كتابي", "fa", "کتابی"),
        ("آب", "fa", "آب"),
        ("a" * 50, "en", "a" * LONGEST),
    ],
)
def test_words_have_one_spelling(word: str, language: str, expected: str) -> None:
    assert spell_word(word, language) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("plain", "sv", "plain"),
        ("åäöéü", "sv", "åäöeu"),
        ("åäöéü", "fi", "åäöeu"),
        ("æøåäé", "da", "æøåae"),
        ("æøåœłđðþ", "en", "aeoaoelddth"),
        ("ñú", "es", "ñu"),
        ("çğıöşüâ", "tr", "çğıöşüa"),
        ("áðéíóúýþæö", "is", "áðéíóúýþæö"),
        ("żółć", "pl", "zolc"),
        ("çãõ", "pt", "cao"),
        ("ёйїў", "ru", "ейїў"),
        ("ガ한हिन्दी", "", "ガ한हिन्दी"),
        ("سنة", "ar", "سنه"),
    ],
)
def test_letters_lose_marks_that_make_no_other_letter(word: str, language: str, expected: str) -> None:
    assert fold_letters(word, language) == expected
