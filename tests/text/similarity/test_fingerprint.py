"""Gists: what the index keeps of an article's text."""

from collections import Counter

from newsgen.record.article import Article, Image
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.similarity.fingerprint import Fingerprint, make_fingerprint
from newsgen.text.similarity.passages import sample_sentences
from newsgen.text.similarity.vector import make_vector
from tests.support.records import an_article

ARTICLE = an_article(headline="Ferry late", dek="Fog is blamed", tags=("Tide",))
BODY = '<p>At the <a href="https://far.example/x">pier</a>\n&amp; <em>mo</em>orings.</p>\n<h2>Later</h2>'


def gist_of(article: Article, body: str) -> Fingerprint:
    return make_fingerprint(tokenise_article(article, body))


def test_a_gist_has_the_words_that_readers_see_and_those_above_the_text_twice() -> None:
    above = ["ferri", "late", "fog", "is", "blame", "tide"]
    counts = Counter([*above, *above, "at", "the", "pier", "moor", "later"])
    assert gist_of(ARTICLE, BODY) == (make_vector(counts, "en"), sample_sentences("At the pier & moorings. Later"))


def test_forms_of_a_word_are_one_term_where_the_first_of_them_stands() -> None:
    counts = Counter(["ferri", "pier", "ferri", "ferri"])
    vector = gist_of(an_article(headline=""), "<p>Ferries, pier, FERRY, ferry's</p>").vector
    assert vector == make_vector(counts, "en")


def test_who_wrote_an_article_and_what_its_pictures_show_is_not_what_it_is_about() -> None:
    article = an_article(
        headline="Ferry late",
        dek="Fog is blamed",
        tags=("Tide",),
        byline=("Ada Quill",),
        images=(Image("a.jpg", caption="The skipper"),),
    )
    assert gist_of(article, BODY) == gist_of(ARTICLE, BODY)


def test_cells_and_broken_lines_part_words() -> None:
    article = an_article(headline="")
    table = "<table><tr><td>One pier</td><td>Two mills</td></tr></table><p>late<br>again</p>"
    assert gist_of(article, table).vector == gist_of(article, "<p>One pier two mills late again</p>").vector


def test_an_article_of_a_headline_alone_has_no_sentences() -> None:
    gist = gist_of(an_article(headline="Ferry late"), "")
    assert gist.sample == b""
    assert gist.vector == make_vector({"ferri": 2, "late": 2}, "en")
