"""What rules that compare articles know of each."""

from newsgen.commands.check.facts import chronological_key
from newsgen.errors import Problem
from newsgen.record.article import Link, Origin
from tests.support.checking import STORY, some_facts


def test_facts_hold_what_rules_compare_and_where_it_was_read() -> None:
    facts = some_facts("a.md", f"{STORY}\n\n[below](#end)", related=[Link("Flood")], tags=("tide",))
    assert (facts.label, facts.tags, facts.anchor_links) == ("articles/a.md", ("tide",), (("end", 11),))
    assert facts.related == ((Link("Flood"), Origin("articles/a.md", 2)),)
    assert len(facts.sketch) == 256
    assert facts.problem_of("tags", "a", "b", "c") == Problem("articles/a.md", 2, "a", "b", "c")
    assert facts.problem_of("slug", "a", "b", "c") == facts.problem(0, "a", "b", "c")


def test_facts_are_sorted_by_date_and_undated_articles_come_last() -> None:
    articles = [
        some_facts("c.md"),
        some_facts("b.md", published="2020"),
        some_facts("a.md", published="2020"),
        some_facts("d.md", published="1998-03"),
    ]
    assert [article.path for article in sorted(articles, key=chronological_key)] == ["d.md", "a.md", "b.md", "c.md"]
