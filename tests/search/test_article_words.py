"""What of an article is searched."""

from newsgen.record.article import Article, Image
from newsgen.search.article_words import ArticleWords, find_article_words, pack_words, unpack_words
from newsgen.text.language.article_tokens import tokenise_article

ARTICLE = Article(
    path="a.md",
    headline="The harbour’s ferry",
    dek="It sails",
    byline=("Ada Quill",),
    section="Harbour",
    tags=("High tide", "high tide"),
    language="en-GB",
    images=(Image("a.jpg", caption="The Maid"),),
)
BODY = (
    '<p>One <a href="https://other.example/word">link</a>&amp; a<br>b.</p>\n'
    "<ul><li>un<b>bro</b>ken</li></ul><hr><p></p>"
)


def test_the_words_of_an_article_by_field() -> None:
    assert find_article_words(ARTICLE, tokenise_article(ARTICLE, BODY)) == ArticleWords(
        language="en-GB",
        headline=["the", "harbour's", "ferry"],
        dek=["it", "sails"],
        names=["ada", "quill", "high", "tide", "high", "tide"],
        text=[["one", "link", "a", "b"], ["unbroken"], ["the", "maid"]],
        facets=(
            ("@section:harbour", "Harbour"),
            ("@author:ada quill", "Ada Quill"),
            ("@tag:high tide", "High tide"),
            ("@tag:high tide", "high tide"),
            ("@author-word:ada", "Ada Quill"),
            ("@author-word:quill", "Ada Quill"),
            ("@language:en-gb", "en-GB"),
        ),
    )


def test_packed_words_are_unpacked_as_they_were() -> None:
    for article in (ARTICLE, Article(path="b.md", headline="")):
        words = find_article_words(article, tokenise_article(article, BODY))
        assert unpack_words(pack_words(words)) == words
