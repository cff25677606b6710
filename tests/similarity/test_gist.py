"""Gists: what the index keeps of an article's text."""

from newsgen.similarity.gist import make_gist
from newsgen.similarity.passages import sample_sentences
from newsgen.similarity.vector import make_vector
from tests.records import an_article


def test_a_gist_has_the_words_that_readers_see() -> None:
    article = an_article(headline="Ferry late", dek="Fog is blamed", tags=("Tide",))
    body = '<p>At the <a href="https://far.example/x">pier</a>\n&amp; <em>mo</em>orings.</p>\n<h2>Later</h2>'
    terms = ["ferri", "late", "fog", "is", "blame", "tide"]
    vector = make_vector(terms, ["at", "the", "pier", "moor", "later"], "en")
    assert make_gist(article, body) == (vector, sample_sentences("At the pier & moorings. Later"))


def test_an_article_of_a_headline_alone_has_no_sentences() -> None:
    gist = make_gist(an_article(headline="Ferry late"), "")
    assert gist.sample == b""
    assert gist.vector == make_vector(["ferri", "late"], [], "en")
