"""The text from which results show passages."""

from newsgen.record.article import Article, Image
from newsgen.search.passage_text import make_passage_text


def test_paragraphs_and_captions_are_lines() -> None:
    article = Article(path="a.md", headline="Ferry", images=(Image("a.jpg", caption="The  Maid"), Image("b.jpg")))
    assert make_passage_text(article, ["One\ntwo", " ", "café \ud800"]) == "One two\ncafé ?\nThe Maid".encode()
