"""The articles that have a form."""

from newsgen.search.posting import Postings


def test_postings_are_cut_with_their_positions() -> None:
    postings = Postings.empty()
    for number, level, places in ((3, 1, [5]), (8, 2, []), (9, 7, [1, 40])):
        postings.append(number, level, places)
    assert [(number, level, list(places)) for number, level, places in postings.each()] == [
        (3, 1, [5]),
        (8, 2, []),
        (9, 7, [1, 40]),
    ]
    cut = postings.slice(1, 3, [0, 1, 1, 3])
    assert [(number, level, list(places)) for number, level, places in cut.each()] == [(8, 2, []), (9, 7, [1, 40])]
