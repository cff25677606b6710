"""Words of a query and the forms that match them, with integer weights."""

import math
from pathlib import Path

from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.words import Weighed, match_unfinished, match_word, rarity_of, weigh, weigh_newest
from newsgen.search.reader.query.words import Word
from tests.support.index_writer import WHOLE, IndexedArticle, Sizes, write_index

FERRY = Word(("ferri",), ("ferry",))
QUOTED = Word(("ferri",), ("ferry",), quoted=True)
# The articles 0 to 2; the level of a word is how often it is there.
ARTICLES = [
    IndexedArticle("Ferry", ["ferry ferries"]),
    IndexedArticle("Ferries"),
    IndexedArticle("River", ["the ferryman"]),
]
ALL = range(3)


def an_index(folder: Path, sizes: Sizes = WHOLE) -> SearchIndex:
    write_index(folder, ARTICLES, {"the"}, sizes)
    return SearchIndex(folder)


def test_rarity_is_the_idf_of_bm25_in_thousandths() -> None:
    assert rarity_of(1, 3) == round(1000 * math.log(1 + 2.5 / 1.5)) == 981
    assert rarity_of(3, 3) == rarity_of(9, 3) == 134
    assert rarity_of(0, 3) == 2079


def test_a_word_matches_itself_and_the_other_forms_of_its_stem(tmp_path: Path) -> None:
    index = an_index(tmp_path)
    match = match_word(index, FERRY)
    assert ([entry.form for entry in match.exact], match.articles, match.rarity) == (["ferry"], 1, 981)
    # Both forms of the stem together are in three articles, although one article has both.
    assert [(entry.form, rarity) for entry, rarity in match.variants] == [("ferries", 134)]
    assert (match.is_known, match.has_positions) == (True, True)
    assert match_word(index, QUOTED).variants == ()


def test_an_article_gets_the_largest_weight_of_the_forms(tmp_path: Path) -> None:
    index = an_index(tmp_path)
    exact, variant = (3 + 2 * 2) * 981 * 10, (3 + 2 * 1) * 134 * 3
    assert weigh(index, match_word(index, FERRY), ALL) == Weighed({0: exact, 1: variant}, {0})
    assert weigh(index, match_word(index, FERRY), range(1, 3)) == Weighed({1: variant}, set())
    assert weigh(index, match_word(index, QUOTED), ALL) == Weighed({0: exact}, {0})


def test_words_are_weighed_in_their_newest_part_only(tmp_path: Path) -> None:
    index = an_index(tmp_path, Sizes(part=1, numbers=1024))
    river = match_word(index, Word(("ferri", "river"), ("ferry", "ferries")))
    assert weigh(index, river, range(9999)).exact == {0, 1024}
    assert weigh_newest(river, range(9999)).exact == {0, 1024}
    ferries = match_word(index, Word(("ferri",), ("ferries",)))
    assert weigh_newest(ferries, range(9999)).exact == {1024}


def test_an_unfinished_word_matches_longer_ones(tmp_path: Path) -> None:
    index = an_index(tmp_path)
    begun = match_unfinished(index, Word(("fer",), ("fer",)))
    assert [(entry.form, rarity) for entry, rarity in begun.variants] == [
        ("ferries", 134),
        ("ferry", 134),
        ("ferryman", 981),
    ]
    assert not match_word(index, Word(("fer",), ("fer",))).is_known
    ferry = match_unfinished(index, FERRY)
    assert [entry.form for entry, _ in ferry.variants] == ["ferries", "ferryman"]


def test_eight_longer_words_at_most_those_of_the_most_articles(tmp_path: Path) -> None:
    words = [f"fab{letter}" for letter in "abcdefghij"]
    write_index(
        tmp_path,
        [IndexedArticle(" ".join(words)), IndexedArticle("fabj"), IndexedArticle("fabi")],
        sizes=Sizes(shard=99),
    )
    begun = match_unfinished(SearchIndex(tmp_path), Word(("fab",), ("fab",)))
    assert [entry.form for entry, _ in begun.variants] == [f"fab{letter}" for letter in "ijabcdef"]


def test_what_no_article_has_is_not_known(tmp_path: Path) -> None:
    match = match_word(an_index(tmp_path), Word(("xyzzy",), ("xyzzy",)))
    assert (match.is_known, match.has_positions, match.articles) == (False, False, 0)


def test_the_commonest_words_have_no_positions(tmp_path: Path) -> None:
    match = match_word(an_index(tmp_path), Word(("the",), ("the",)))
    assert (match.is_known, match.has_positions) == (True, False)
