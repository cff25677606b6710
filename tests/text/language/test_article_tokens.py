"""An article's tokens."""

from newsgen.text.language.article_tokens import ArticleTokens, tokenise_article
from tests.support.records import an_article

BODY = (
    '<p>One <a href="https://other.example/word">link</a>&amp; a<br>b.</p>\n'
    "<ul><li>un<b>bro</b>ken</li></ul><hr /><p>–</p><p>Fin</p>"
)


def test_an_article_has_tokens_of_each_field() -> None:
    article = an_article(
        headline="The harbour’s ferry",
        dek="It sails",
        byline=("Ada Quill",),
        tags=("High tide", "Fog"),
        language="en-GB",
    )
    assert tokenise_article(article, BODY) == ArticleTokens(
        language="en-GB",
        headline=["the", "harbour's", "ferry"],
        dek=["it", "sails"],
        tags=["high", "tide", "fog"],
        text=[["one", "link", "a", "b"], ["unbroken"], ["fin"]],
        paragraphs=["One link& a b.", "\nunbroken", "", "–", "Fin", ""],
    )


def test_an_article_without_text_has_no_tokens() -> None:
    assert tokenise_article(an_article(headline="", language=""), "") == ArticleTokens("", [], [], [], [], [""])
