"""Captioned pictures are scored by digests of their captions and of the names of their files."""

from benchmarks.reading.score_figures import digest, digest_of_caption, figures_of, read_table
from tests.importers.html.page.pages import write_page


def test_a_caption_is_held_with_the_names_of_its_pictures() -> None:
    figure = '<figure><img src="/2019/Quay.jpg?w=300"><figcaption>The quay, in spring</figcaption></figure>'
    assert figures_of(write_page(above=figure)) == {
        digest_of_caption("The quay in spring"): frozenset([digest("quay.jpg")])
    }


def test_the_table_has_a_hundred_pages() -> None:
    table = read_table()
    own = [figure.is_own for figures in table.values() for figure in figures]
    assert (len(table), own.count(True), own.count(False)) == (100, 238, 48)
