"""Links to other sites without https."""

from newsgen.commands.check.rules.insecure_links import find_insecure_links
from newsgen.errors import Problem
from newsgen.record.article import Link
from tests.support.checking import a_subject

REASON = "Browsers warn of such links, and anyone on the way can change the page they lead to."
FIX = "Write https://, once you have seen that the page is there."


def test_each_address_is_found_once_with_its_line() -> None:
    text = "Text.\n\n[a](http://a.example/?x=1&y=2), [b](https://b.example/), [a](http://a.example/?x=1&y=2)"
    assert list(find_insecure_links(a_subject(text))) == [
        Problem("articles/2024/ferry.md", 11, "links to http://a.example/?x=1&y=2", REASON, FIX)
    ]


def test_related_articles_are_checked_too() -> None:
    related = (Link("A", "http://a.example/"), Link("B", "https://b.example/"), Link("C"))
    assert list(find_insecure_links(a_subject(related=related))) == [
        Problem("articles/2024/ferry.md", 2, "links to http://a.example/", REASON, FIX)
    ]


def test_private_hosts_are_left_alone() -> None:
    assert list(find_insecure_links(a_subject("[a](http://localhost:8000/) [b](http://127.0.0.1/)"))) == []
