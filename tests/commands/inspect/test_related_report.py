"""Explanations of suggestions as lines and as JSON."""

import json

from newsgen.archive.entry import make_card
from newsgen.commands.inspect.related import Explanation, SharedWord, SuggestedArticle
from newsgen.commands.inspect.related_report import explanation_as_json, format_explanation
from newsgen.settings.site import Site
from tests.support.records import an_article

CARDS = [make_card(an_article(f"{name}.md", published=date), Site()) for name, date in (("a", "2020-03"), ("b", None))]
WORDS = (SharedWord("ferry", 20.04), SharedWord("pier", 11.26))
EXPLANATION = Explanation(
    "articles/c.md",
    "",
    (
        SuggestedArticle("earlier", CARDS[0], 31.3, WORDS),
        SuggestedArticle("earlier", CARDS[1], 26.0, tuple(SharedWord(f"word{number}", 2) for number in range(13))),
        SuggestedArticle("later", CARDS[1], 20.04, WORDS[:1]),
    ),
)


def test_suggestions_are_printed_list_by_list() -> None:
    many = ", ".join(f"word{number} 2.0" for number in range(12))
    assert list(format_explanation(EXPLANATION)) == [
        "articles/c.md",
        "  Earlier coverage",
        "    31 %  2020-03  A  (a.md)",
        "          ferry 20.0, pier 11.3",
        "    26 %  B  (b.md)",
        f"          {many} and 1 more",
        "  Later coverage",
        "    20 %  B  (b.md)",
        "          ferry 20.0",
        "",
    ]


def test_a_story_that_suggests_nothing_says_why() -> None:
    explanation = Explanation("articles/c.md", "it is not listed", ())
    assert list(format_explanation(explanation)) == ["articles/c.md", "  Nothing is suggested: it is not listed.", ""]
    assert json.loads(explanation_as_json(explanation)) == {"path": "articles/c.md", "suggested": []}


def test_json_has_all_words() -> None:
    data = json.loads(explanation_as_json(EXPLANATION))
    assert data["path"] == "articles/c.md"
    assert data["suggested"][0] == {
        "list": "earlier",
        "path": "a.md",
        "permalink": "/2020/03/a.html",
        "headline": "A",
        "percent": 31.3,
        "words": {"ferry": 20.04, "pier": 11.26},
    }
    assert len(data["suggested"][1]["words"]) == 13
