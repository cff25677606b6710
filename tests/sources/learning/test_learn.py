"""What a folder of one paper's pages teaches, and how its pages are read with it."""

import random

import pytest

from newsgen.settings.learnt_reading import NOTHING_LEARNT, LearntReading
from newsgen.settings.reading_file import format_learnt
from newsgen.sources.learning.learn import learn_from
from newsgen.sources.pasted import Hints, PastedText, read_pasted
from tests.support.chromes import Piece, folder_of, make_pieces, page_of

CHROMES = range(5)


def read(text: str, learnt: LearntReading = NOTHING_LEARNT) -> PastedText:
    return read_pasted(text, 1, "page.txt", Hints(learnt=learnt))


def values(pasted: PastedText, *names: str) -> tuple[object, ...]:
    return tuple(pasted.fields[name].value if name in pasted.fields else None for name in names)


@pytest.mark.parametrize("chrome", CHROMES)
@pytest.mark.parametrize("count", [8, 20])
def test_the_pages_of_a_folder_are_read_right_whatever_surrounds_them(chrome: int, count: int) -> None:
    folder = folder_of(count, chrome)
    learnt = learn_from(page for _, page in folder)
    for piece, page in folder:
        pasted = read(page, learnt)
        assert values(pasted, "headline", "section", "byline") == (piece.headline, (piece.section,), (piece.writer,))
        assert tuple(block.text for block in pasted.body) == piece.body


def test_a_folder_teaches_where_headlines_stand_in_a_language_without_phrases() -> None:
    folder = folder_of(10, 4)
    learnt = learn_from(page for _, page in folder)
    alone = [values(read(page), "headline", "section") for _, page in folder]
    taught = [values(read(page, learnt), "headline", "section") for _, page in folder]
    right: list[tuple[object, ...]] = [(piece.headline, (piece.section,)) for piece, _ in folder]
    assert taught == right
    assert sum(one == other for one, other in zip(alone, right, strict=True)) < 5


def test_a_page_that_came_later_is_read_with_what_the_others_taught() -> None:
    folder = folder_of(12, 1)
    learnt = learn_from(page for _, page in folder[:10])
    for piece, page in folder[10:]:
        assert values(read(page, learnt), "headline") == (piece.headline,)


@pytest.mark.long
@pytest.mark.parametrize("chrome", CHROMES)
def test_the_order_of_the_texts_makes_no_difference(chrome: int) -> None:
    pages = [page for _, page in folder_of(12, chrome)]
    shuffled = random.Random(5).sample(pages, len(pages))
    assert format_learnt(learn_from(pages)) == format_learnt(learn_from(shuffled))


def test_versions_of_one_article_do_not_teach_its_words() -> None:
    pages = [page for _, page in folder_of(10, 0)]
    versions = [f"{pages[0]}Corrected on day {number}\n" for number in range(6)]
    learnt = learn_from([*pages, *versions])
    piece = folder_of(10, 0)[0][0]
    assert not {line.casefold().rstrip(".") for line in piece.body} & learnt.recurring
    assert [block.text for block in read(versions[0], learnt).body] == list(piece.body)


def test_typed_texts_teach_nothing() -> None:
    typed = [f"{piece.headline}\n\n" + "\n\n".join(piece.body) for piece, _ in folder_of(10, 0)]
    assert learn_from(typed).is_blank


def test_a_recurring_headline_is_still_a_headline() -> None:
    pages = [
        page.replace(piece.headline, "The tide this week") if number < 4 else page
        for number, (piece, page) in enumerate(folder_of(12, 0))
    ]
    learnt = learn_from(pages)
    assert [values(read(page, learnt), "headline") for page in pages[:4]] == [("The tide this week",)] * 4


def test_a_section_of_the_menu_of_every_page_is_not_that_of_the_article() -> None:
    # "Sport" stands in the menu of each page, and the others above the headlines alone.
    names = ("Politics", "Business", "Tech", "Sport")
    pieces = [
        piece._replace(section=names[number % 4], headline=f"{' lift '.join(piece.headline.split()[:3:2])} spirits?")
        for number, piece in enumerate(make_pieces(40))
    ]
    pages = [page_of(piece, 4, [other.headline for other in pieces]) for piece in pieces]
    learnt = learn_from(pages)
    assert [values(read(page, learnt), "section") for page in pages] == [((piece.section,),) for piece in pieces]


def test_a_standing_headline_of_every_page_stays_the_headline() -> None:
    pages = [page.replace(piece.headline, "Letters to the lantern") for piece, page in folder_of(10, 0)]
    learnt = learn_from(pages)
    assert [values(read(page, learnt), "headline") for page in pages] == [("Letters to the lantern",)] * 10


@pytest.mark.parametrize(
    ("bylines", "by_words"),
    [
        (("Teklin Ada Quill", "Teklin Tom Harrow", "Teklin Maren Vance", "Teklin Wim Aster"), {"teklin"}),
        (("Teklin Od Ada Quill", "Teklin Od Tom Harrow", "Teklin Od Maren Vance"), {"teklin od"}),
        (("By Ada Quill", "By Tom Harrow", "By Maren Vance"), set()),
        (("Ada Quill", "Ada Harrow", "Ada Vance"), set()),
        (("Teklin Quill",) * 4, set()),
        (("Monday 4 May 2020 by Ada Quill", "Monday 4 May 2020 by Wim Aster", "Monday 4 May 2020 by Bo Fenn"), set()),
        (("Teklin Ada Quill", "Ada Harrow", "Maren Vance", "Wim Aster"), set()),
    ],
)
def test_words_before_many_names_are_no_names(bylines: tuple[str, ...], by_words: set[str]) -> None:
    folder = folder_of(12, 0)
    pages = [
        page.replace(f"By {piece.writer}", bylines[number % len(bylines)])
        for number, (piece, page) in enumerate(folder)
    ]
    learnt = learn_from(pages)
    assert learnt.by_words == by_words


def test_a_headline_that_other_pages_list_is_still_that_of_its_own_page() -> None:
    folder = folder_of(10, 0)
    first = folder[0][0].headline
    pages = [page if piece.headline == first else f"{page}\n{first}\n" for piece, page in folder]
    learnt = learn_from(pages)
    assert values(read(pages[0], learnt), "headline") == (first,)


def a_box(piece: Piece) -> str:
    return "Our letter comes by pigeon every Friday and costs nothing but the corn."


def test_a_line_that_recurs_inside_articles_is_left_out_and_counted() -> None:
    folder = folder_of(10, 3)
    learnt = learn_from(page for _, page in folder)
    pasted = read(folder[0][1], learnt)
    rules = {line.text: label.rule for line, label in zip(pasted.lines, pasted.labels, strict=True)}
    assert rules[a_box(folder[0][0])] == "recurs in the folder"
    # Its thirteen words, and the three of the button below it.
    assert (pasted.account.left_out, pasted.account.is_doubtful) == (16, False)


def test_a_sentence_that_recurs_around_articles_is_kept_inside_one() -> None:
    notice = "The Lantern is read by the light of the harbour and by nobody else."
    pages = [f"{page}\n{notice}\n" for _, page in folder_of(10, 0)]
    learnt = learn_from(pages)
    piece, page = folder_of(11, 0)[10]
    quoting = page.replace(piece.body[2], f"{piece.body[2]}\n\n{notice}\n")
    assert [block.text for block in read(quoting, learnt).body] == [*piece.body[:3], notice, *piece.body[3:]]


def test_words_that_name_a_field_count_wherever_they_stand() -> None:
    folder = folder_of(10, 0)
    learnt = learn_from(page for _, page in folder)
    piece, page = folder[0]
    signed = page.replace(f"By {piece.writer}\n\n", "").replace(piece.body[-1], f"{piece.body[-1]}\n\nBy Wim Aster")
    assert values(read(signed, learnt), "byline") in ((("Wim Aster",),), (None,))


def test_the_rules_say_what_came_from_the_folder() -> None:
    folder = folder_of(10, 1)
    learnt = learn_from(page for _, page in folder)
    rules = {label.rule for _, page in folder for label in read(page, learnt).labels}
    assert {"recurs in the folder", "where the folder's headlines stand", "where the folder's sections stand"} <= rules
