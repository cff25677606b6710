import pytest

from newsgen.sources.pasted import read_pasted
from newsgen.sources.pasted.evidence.weights import confidence_of, load_weights
from tests.support.pasted_tops import BODY, HEADLINE


def byline(top: str, body: str = BODY) -> tuple[str, ...]:
    fields = read_pasted(f"{top}\n\n{body}", 1, "a.txt").fields
    return fields["byline"].value if "byline" in fields else ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill", ("Ada Quill",)),
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill and Martin Fenn", ("Ada Quill", "Martin Fenn")),
        ("View all posts by Ada Quill", ("Ada Quill",)),
        ("Greta Ahlbeck und Uwe Tannert", ("Greta Ahlbeck", "Uwe Tannert")),
        ("Анна Сольцова", ("Анна Сольцова",)),
        ("نادية سورنبي - بورت إلري", ("نادية سورنبي - بورت إلري",)),
        ("Γιώργος Θαλασσινός", ("Γιώργος Θαλασσινός",)),
    ],
)
def test_names_between_headline_and_date_are_the_authors(line: str, names: tuple[str, ...]) -> None:
    assert byline(f"{HEADLINE}\n\n{line}\n12 March 2019") == names


@pytest.mark.parametrize(
    "line",
    [
        "Ein Albtraum",
        "Keine Vorkasse",
        "Das Schwarze Schaf",
        "Zur Playlist",
        "Artikel zum Hören•3 Min",
        "Print Length",
        "Video Ad",
        "Courant Bingo",
        "Related Topics",
        "Salt Quay",
        "Example Data",
    ],
)
def test_capitalised_words_that_name_no_person_are_no_byline(line: str) -> None:
    assert byline(f"{HEADLINE}\n\n{line}\n12 March 2019") == ()


def test_words_of_the_headline_are_no_byline() -> None:
    assert byline("The Open Harbour Project: better quays for all\n\nOpen Harbour Project\n12 March 2019") == ()


def test_a_known_author_is_preferred_to_a_line_that_only_looks_like_one() -> None:
    assert byline(f"{HEADLINE}\n\nHarbour Insider\nAda Quill\n12 March 2019") == ("Ada Quill",)
    assert byline(f"{HEADLINE}\n\nHarbour Insider\n12 March 2019\n\nBy Ada Quill") == ("Ada Quill",)


def test_the_month_of_a_date_is_no_surname() -> None:
    assert byline(f"{HEADLINE}\n\nAda December 9, 2024 0 Comments") == ()
    assert byline(f"{HEADLINE}\n\nAda Quill December 9, 2024 0 Comments") == ("Ada Quill",)


@pytest.mark.parametrize("name", ["Tariqul Hext", "Çelik Yeknom", "Ada Quill"])
def test_a_name_below_a_lone_by_needs_not_to_be_known(name: str) -> None:
    assert byline(f"{HEADLINE}\n\nWritten by\n\n{name}\n\n12 March 2019") == (name,)


def test_names_below_a_lone_by_belong_together() -> None:
    assert byline(f"{HEADLINE}\n\nVon\n\nAda Quill\n\nMartin Fenn") == ("Ada Quill", "Martin Fenn")


def test_a_line_among_the_paragraphs_that_is_no_byline_stays_in_the_article() -> None:
    reading = read_pasted(f"{HEADLINE}\n\n{BODY}\n\nThe Black Sheep\n\n{BODY}", 1, "a.txt")
    assert "The Black Sheep" in [block.text for block in reading.body]
    assert "byline" not in reading.fields


def test_who_reported_is_told_at_the_foot() -> None:
    assert byline(HEADLINE, f"{BODY}\n\nReporting by Ada Quill in Sorrel; editing by Gwen Harrowby") == ("Ada Quill",)


def test_confidence_grows_with_what_speaks_for_a_value() -> None:
    weights = load_weights()["byline"]
    best, worst = max(weights, key=lambda name: weights[name]), min(weights, key=lambda name: weights[name])
    assert 0 < confidence_of("byline", [worst]) < confidence_of("byline", []) < confidence_of("byline", [best]) < 1
    assert confidence_of("byline", ["never seen"]) == confidence_of("byline", [])


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill's Latest Stories",
        "— Ada Quill (@adaquill) 3 May 2019",
        "Ada Quill, le 27 octobre 2012 à Sorrel (Photo Bo Fenn)",
        "See Martin Fenn, Greta Ahlbeck and Ada Quill sing the harbour's old songs again",
    ],
)
def test_boxes_posts_captions_and_headings_with_names_are_no_byline(line: str) -> None:
    assert byline(f"{HEADLINE}\n\n{line}\n12 March 2019") == ()


def test_a_person_in_the_news_below_the_article_is_no_author() -> None:
    quoted = '"It is ours, and it was ours before," said Martin Fenn, who has kept its light since his youth.'
    page = f"Home\nNews\n\n{HEADLINE}\n\n{BODY}\n\n{quoted}"
    assert byline(page, "Martin Fenn\n\nShare\n\nRelated articles") == ()


def test_a_byline_with_its_word_below_the_article_is_the_authors() -> None:
    page = f"Home\nNews\n\n{HEADLINE}\n\n{BODY}\n\n{BODY}"
    assert byline(page, "Written by Ada Quill\n\nShare\n\nRelated articles") == ("Ada Quill",)
    assert byline(page, "Related articles\n\nWritten by Ada Quill\n\nShare") == ()


def test_the_given_name_in_a_link_below_a_name_is_no_second_author() -> None:
    assert byline(f"{HEADLINE}\n\nAda Quill\n,\nArticles by Ada\n12 March 2019") == ("Ada Quill",)
