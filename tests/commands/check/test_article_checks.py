"""Articles read for a check: the findings of each, and the facts for comparing it."""

import datetime
from pathlib import Path

from newsgen.commands.check.article_checks import ArticleChecker, CheckedArticle, check_articles
from newsgen.record.article import Link, Origin
from newsgen.settings.check_rules import RULES
from newsgen.settings.site import Site


def read(folder: Path, text: str, *rules: str) -> CheckedArticle:
    (folder / "a.md").write_text(text, encoding="utf-8")
    checker = ArticleChecker(folder, Site(), frozenset(rules or RULES), datetime.date(2024, 6, 1), folder)
    (checked,) = check_articles(checker, [("a.md", {})])
    return checked


def test_only_selected_rules_are_applied(tmp_path: Path) -> None:
    text = "---\ntitle: Ferry\n---\nGone.\n"
    asked = [found.rule for found in read(tmp_path, text).findings]
    assert asked == ["no-date", "no-byline", "no-section", "short-bodies"]
    assert [found.rule for found in read(tmp_path, text, "no-date", "links").findings] == ["no-date"]


def test_each_related_article_has_its_own_line(tmp_path: Path) -> None:
    text = "---\ntitle: Ferry\nrelated:\n  - The fire\n  - title: The flood\n    url: flood.md\n---\nGone.\n"
    found = read(tmp_path, text).article
    assert found
    assert found[1].related == (
        (Link("The fire"), Origin("articles/a.md", 4)),
        (Link("The flood", "flood.md"), Origin("articles/a.md", 5)),
    )


def test_a_draft_is_no_article_and_an_unreadable_text_is_a_finding(tmp_path: Path) -> None:
    assert read(tmp_path, "---\ntitle: Ferry\ndraft: true\n---\nGone.\n") == CheckedArticle(None, ())
    unreadable = read(tmp_path, "---\ntitle: Ferry\ndraft: soon\n---\nGone.\n")
    assert unreadable.article is None
    assert [(found.rule, str(found.problem).split("\n")[0]) for found in unreadable.findings] == [
        ("unreadable", 'articles/a.md:3: "draft" is neither true nor false')
    ]
