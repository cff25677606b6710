"""An article's plain text and its digest."""

from hashlib import sha256

from newsgen.record.article import Article, Block
from newsgen.record.plain_text import digest_blocks, text_digest, text_of

ARTICLE = Article(
    "flood.txt",
    "Flood",
    body=(Block("paragraph", "The Ell rose.", 3), Block("subhead", "What now", 5), Block("item", "Sandbags", 6)),
)


def test_empty_lines_stand_between_blocks() -> None:
    assert text_of(ARTICLE) == "The Ell rose.\n\nWhat now\n\nSandbags"


def test_an_article_without_a_body_has_no_text() -> None:
    assert text_of(Article("flood.txt", "Flood")) == ""


def test_the_digest_is_the_sha256_of_the_text() -> None:
    assert text_digest(ARTICLE) == sha256(b"The Ell rose.\n\nWhat now\n\nSandbags").hexdigest()


def test_the_digest_of_text_in_any_script() -> None:
    article = Article("نهر.txt", "النهر", body=(Block("paragraph", "ارتفع النهر", 1),))
    assert text_digest(article) == sha256("ارتفع النهر".encode()).hexdigest()


def test_a_body_has_the_digest_of_its_article() -> None:
    assert digest_blocks(ARTICLE.body) == text_digest(ARTICLE)
