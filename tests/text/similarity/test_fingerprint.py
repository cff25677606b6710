"""Fingerprints of articles."""

from collections import Counter

from newsgen.record.article import Article, Image
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.similarity.fingerprint import Fingerprint, make_fingerprint
from newsgen.text.similarity.passages import sample_sentences
from newsgen.text.similarity.vector import make_vector
from tests.support.records import an_article

ARTICLE = an_article(headline="Ferry late", dek="Fog is blamed", tags=("Tide",))
BODY = '<p>At the <a href="https://far.example/x">pier</a>\n&amp; <em>mo</em>orings.</p>\n<h2>Later</h2>'


def fingerprint_of(article: Article, body: str) -> Fingerprint:
    return make_fingerprint(tokenise_article(article, body))


def test_a_fingerprint_counts_the_visible_words_and_those_above_the_text_twice() -> None:
    above = ["ferri", "late", "fog", "is", "blame", "tide"]
    counts = Counter([*above, *above, "at", "the", "pier", "moor", "later"])
    assert fingerprint_of(ARTICLE, BODY) == (
        make_vector(counts, "en"),
        sample_sentences("At the pier & moorings. Later"),
    )


def test_the_forms_of_a_word_are_one_term_in_the_place_of_the_first() -> None:
    counts = Counter(["ferri", "pier", "ferri", "ferri"])
    vector = fingerprint_of(an_article(headline=""), "<p>Ferries, pier, FERRY, ferry's</p>").vector
    assert vector == make_vector(counts, "en")


def test_bylines_and_captions_do_not_count() -> None:
    article = an_article(
        headline="Ferry late",
        dek="Fog is blamed",
        tags=("Tide",),
        byline=("Ada Quill",),
        images=(Image("a.jpg", caption="The skipper"),),
    )
    assert fingerprint_of(article, BODY) == fingerprint_of(ARTICLE, BODY)


def test_cells_and_line_breaks_separate_words() -> None:
    article = an_article(headline="")
    table = "<table><tr><td>One pier</td><td>Two mills</td></tr></table><p>late<br>again</p>"
    assert (
        fingerprint_of(article, table).vector == fingerprint_of(article, "<p>One pier two mills late again</p>").vector
    )


def test_an_article_of_a_headline_alone_has_no_sentences() -> None:
    fingerprint = fingerprint_of(an_article(headline="Ferry late"), "")
    assert fingerprint.sample == b""
    assert fingerprint.vector == make_vector({"ferri": 2, "late": 2}, "en")
