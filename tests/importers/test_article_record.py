"""The values of an imported article in JSON."""

import pytest

from newsgen.importers.article_record import record_of
from newsgen.importers.imported import ImportedArticle
from newsgen.record.article import Article, Block


@pytest.mark.parametrize(
    ("markdown", "body"),
    [
        ("One.\n\n![](https://cdn.example/a.png)\n\nTwo.", ["One.", "Two."]),
        ("[![The quay](https://cdn.example/a.png)](https://cdn.example/b.png)\n\nTwo.", ["Two."]),
        ('![The quay](quay.png "In spring.")', ["In spring."]),
        ('One.\n\n<iframe src="https://video.example/embed/1" title="The storm"></iframe>\n\nTwo.', ["One.", "Two."]),
        ("See <https://example.org/a>.", ["See https://example.org/a."]),
        ("<https://example.org/a>", ["https://example.org/a"]),
    ],
)
def test_the_body_is_its_words_without_addresses_of_pictures_and_boxes(markdown: str, body: list[str]) -> None:
    article = Article("a.md", "The quay", body=(Block("markdown", markdown, 0),))
    record = record_of(ImportedArticle(article, "page.html"))
    assert (record["body"], record["markdown"]) == (body, markdown)
