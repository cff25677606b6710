"""Pages of a design from which nothing was learnt."""

from newsgen.commands.check.rules.unlearnt_pages import find_unlearnt_pages
from newsgen.errors import Problem
from newsgen.record.dates import PartialDate
from tests.support.checking import in_order, some_facts


def test_pages_of_another_design_are_found_with_their_period() -> None:
    facts = [
        some_facts(f"{number}.txt", published=PartialDate(2001 + number))._replace(is_known_page=number >= 8)
        for number in range(12)
    ]
    assert list(find_unlearnt_pages(in_order(*facts, some_facts("typed.txt")))) == [
        Problem(
            "reading.yaml",
            0,
            "knows no line of 8 of 12 pasted pages from 2001 to 2008; the first is articles/0.txt",
            "The paper may have had another design then, whose menus and boxes were not learnt.",
            "Run newsgen learn, and compare what it writes with what you corrected.",
        )
    ]


def test_a_few_pages_of_other_papers_are_left_alone() -> None:
    facts = [some_facts(f"{number}.txt")._replace(is_known_page=number >= 7) for number in range(12)]
    assert list(find_unlearnt_pages(facts)) == []
