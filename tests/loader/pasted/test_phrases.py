import pytest

from newsgen.loader.pasted.phrases import bare, kind_of, load_phrases, start_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related Articles", "related"),
        ("» RELATED ARTICLES:", "related"),
        ("مقالات ذات صلة", "related"),
        ("À lire également", "related"),
        ("関連記事", "related"),
        ("Mehr zum Thema", "related"),
        ("3 comments", "end"),
        ("Comments (12)", "end"),
        ("Show More", "end"),
        ("Back to top button", "end"),
        ("Verified by MonsterInsights", "chrome"),
        ("Advertisement", "advert"),
        ("The ferry returns", ""),
    ],
)
def test_a_line_is_known_by_its_words_whatever_signs_are_around_them(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("By Nadia Sorrenby and Maren Tolliver", "byline", "Nadia Sorrenby and Maren Tolliver"),
        ("Par Odile Marchaubert", "byline", "Odile Marchaubert"),
        ("Read more: The vote", "promo", "The vote"),
        ("Updated 14 January 2015", "updated", "14 January 2015"),
        ("Photograph: Pru Dunmore", "credit", "Pru Dunmore"),
        ("Bygones of the quay", "", "Bygones of the quay"),
    ],
)
def test_first_words_name_a_kind_and_leave_the_rest(line: str, kind: str, rest: str) -> None:
    assert start_of(line) == (kind, rest)


def test_no_phrase_of_the_data_files_is_empty_once_bare() -> None:
    phrases = load_phrases()
    assert "" not in phrases.whole
    assert all(phrase == bare(phrase) for phrase in phrases.whole)
