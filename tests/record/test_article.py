"""What listings lead to, and what a card never holds."""

import pytest

from newsgen.record.article import Article, Card, Withdrawal


@pytest.mark.parametrize(
    ("article", "is_listed"),
    [
        (Article("heron.md", "Heron returns"), True),
        (Article("heron.md", "Heron returns", delisted=True), False),
        (Article("heron.md", "Heron returns", withdrawal=Withdrawal("withdrawn")), False),
        (Article("heron.md", "Heron returns", withdrawal=Withdrawal("removed")), False),
    ],
)
def test_a_delisted_or_withdrawn_article_is_not_listed(article: Article, is_listed: bool) -> None:
    assert article.is_listed == is_listed


def test_a_card_holds_nothing_that_only_the_story_shows() -> None:
    hidden = {"body", "corrections", "related", "extra", "origin", "original_url", "rights"}
    assert not hidden & set(Card._fields)
