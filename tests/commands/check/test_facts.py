"""What is kept of an article for comparing it."""

from newsgen.commands.check.facts import order_of
from newsgen.errors import Problem
from newsgen.record.article import Link, Origin
from tests.support.checking import STORY, a_fact


def test_a_fact_holds_what_rules_compare_and_where_it_was_read() -> None:
    fact = a_fact("a.md", f"{STORY}\n\n[below](#end)", related=[Link("Flood")], tags=("tide",))
    assert (fact.shown, fact.tags, fact.places) == ("articles/a.md", ("tide",), (("end", 11),))
    assert fact.related == ((Link("Flood"), Origin("articles/a.md", 2)),)
    assert len(fact.sketch) == 256
    assert fact.problem_of("tags", "a", "b", "c") == Problem("articles/a.md", 2, "a", "b", "c")
    assert fact.problem_of("slug", "a", "b", "c") == fact.problem(0, "a", "b", "c")


def test_facts_are_in_the_order_in_which_articles_came() -> None:
    facts = [
        a_fact("c.md"),
        a_fact("b.md", published="2020"),
        a_fact("a.md", published="2020"),
        a_fact("d.md", published="1998-03"),
    ]
    assert [fact.path for fact in sorted(facts, key=order_of)] == ["d.md", "a.md", "b.md", "c.md"]
