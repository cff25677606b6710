"""The rarities of terms in their languages."""

import re
from collections import Counter

import pytest

from newsgen.text.language.tokens import find_terms
from newsgen.text.similarity import rarity
from newsgen.text.similarity.rarity import NUMBER, RAREST, rarities_of
from tests.support.paths import ROOT

WORDS = ROOT / "newsgen/text/similarity/words"
LANGUAGES = sorted(file.stem for file in WORDS.glob("*.txt"))


def test_seldom_words_have_high_rarities() -> None:
    rarities = rarities_of("en")
    words = ("the", "with", "said", "police", "storm", "Ullathorpe")
    rarities_of_words = [rarities[term] for word in words for term in find_terms(word, "en")]
    assert rarities_of_words == [0, 2, 3, 5, 6, RAREST]


def test_numbers_count_less_than_names() -> None:
    assert {rarities_of(language)[term] for language in ("en", "tlh", "") for term in ("1987", "7th")} == {NUMBER}
    numerals = [rarities_of("en")[term] for term in find_terms("forty, eleven, a dozen", "en")]
    assert numerals == [NUMBER, NUMBER, 1, NUMBER]


@pytest.mark.parametrize(("tag", "same"), [("EN-GB", "en"), ("nb", "no"), ("nn-NO", "no"), ("hr", "sh"), ("sr", "sh")])
def test_forms_of_a_language_share_a_list(tag: str, same: str) -> None:
    assert dict(rarities_of(tag)).items() >= dict(rarities_of(same)).items() or tag == "EN-GB"
    assert rarities_of(tag).keys() & rarities_of(same).keys()


def test_long_words_are_rare_in_a_language_without_a_list() -> None:
    rarities = rarities_of("et")
    assert [rarities[term] for term in ("öö", "küla", "parvlaev", "parvlaevad")] == [3, 5, 9, RAREST]


def test_the_commonest_words_of_all_languages_do_not_count_in_an_unknown_one() -> None:
    assert [rarities_of("")[term] for term in ("the", "und", "в", "harbour")] == [0, 0, 0, 8]
    assert rarities_of("../en")["the"] == 0


def test_the_cache_of_rarities_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    rarities_of.cache_clear()
    monkeypatch.setattr(rarity, "MAX_CACHED", 3_020)
    rarities = rarities_of("en")
    assert {rarities[f"ullathorpe{number}"] for number in range(50)} == {RAREST}
    assert len(rarities) == 3_020
    rarities_of.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_contains_each_term_once_and_no_numbers(language: str) -> None:
    lines = (WORDS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    terms = [term for line in lines for term in line.split(" ") if term]
    assert Counter(terms).most_common(1)[0][1] == 1
    assert 2_000 <= len(terms) <= 3_000
    assert len(lines) <= RAREST
    assert not [term for term in terms if re.search(r"\d", term)]
    assert all(line == " ".join(sorted(line.split())) for line in lines)
