"""The rules together: each is applied, and its module begins with what it finds and why an editor cares."""

import ast
from pathlib import Path

import pytest

import newsgen.commands.check.rules
from newsgen.commands.check.article_checks import ARTICLE_RULES
from newsgen.commands.check.check import COMPARING_RULES
from newsgen.settings.check_rules import RULES

# Rules of the readers, and those that need the index of all links, or the files beside the articles.
OTHERS = {
    *("unreadable", "addresses", "missing-images", "links", "fragments", "related", "unread-files"),
    *("no-headline", "empty-files", "unreadable-dates", "unreadable-values", "misspelt-keys", "repeated-keys"),
    *("unknown-keys", "unknown-statuses", "yaml-slips", "table-rows", "unfit-names", "left-out"),
    *("templates", "site-settings", "output-folder", "taken-addresses", "lost-listings", "symbolic-links"),
    *("yaml-comments", "left-out-markup", "embeds", "comments", "redirects", "translations", "domain-renewal"),
}
MODULES = [
    file for file in sorted(Path(newsgen.commands.check.rules.__file__).parent.glob("*.py")) if file.stem != "__init__"
]


def test_every_rule_is_applied() -> None:
    assert set(ARTICLE_RULES) | set(COMPARING_RULES) | OTHERS == set(RULES)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_rule_begins_with_what_it_finds_and_why(module: Path) -> None:
    opening = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
    finds, _, reason = opening.partition(": ")
    assert finds
    assert reason.endswith(".")
