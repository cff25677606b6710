"""The rules of `newsgen check`: their names, severities and descriptions.

An error breaks something for readers or stops the build; a warning needs an editor's judgement.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from newsgen.errors import did_you_mean

Severity = Literal["error", "warning"]


class Rule(NamedTuple):
    """The severity of a rule's findings, and a description of what it finds."""

    severity: Severity
    finds: str


LEFT_OUT = "left-out"
RULES = {
    "unreadable": Rule("error", "texts that cannot be read"),
    "no-headline": Rule("warning", "articles without a headline, which are named by their opening words"),
    "empty-files": Rule("warning", "files without a text, which are left out"),
    "unreadable-dates": Rule("warning", "dates that cannot be read, whose articles are undated"),
    "unreadable-values": Rule("warning", "values that their field cannot hold, which are kept unused"),
    "yaml-slips": Rule("warning", "front matter that is not quite YAML, and is read as the text that stands there"),
    "misspelt-keys": Rule("warning", "front-matter keys that look like a slip, which are kept unused"),
    "repeated-keys": Rule("warning", "front-matter keys that stand twice, of which the last counts"),
    "yaml-comments": Rule("warning", 'text of front matter behind a "#", which is a comment in YAML'),
    "unknown-keys": Rule("warning", "texts with front-matter keys that newsgen does not know, which are kept unused"),
    "unknown-statuses": Rule("warning", "articles of an unknown status, which are left out"),
    "table-rows": Rule("warning", "rows of metadata.csv that cannot be used"),
    "comments": Rule("warning", "comments that cannot be read, or whose article is not there"),
    "symbolic-links": Rule("warning", "symbolic links, pipes and devices among the articles, which are not read"),
    "unfit-names": Rule("warning", "old addresses and static files whose names not every disk and host takes"),
    "addresses": Rule("error", "articles, pages and files that would have one address"),
    "taken-addresses": Rule("warning", "slugs, headlines and aliases that make an address which another article has"),
    "lost-listings": Rule("warning", "published sections, tags and other listings that no article is in any more"),
    "missing-images": Rule("error", "images that are not there"),
    "links": Rule("error", "links that lead to nothing in the archive"),
    "templates": Rule("error", "templates that cannot be rendered"),
    "site-settings": Rule("error", "settings that name what the archive does not have"),
    "output-folder": Rule("error", "files in the output folder that newsgen did not write"),
    "domain-renewal": Rule("warning", "a domain that must be renewed soon, or has run out"),
    "redirects": Rule("error", "redirects of redirects.tsv that lead to nothing in the archive"),
    "fragments": Rule("warning", "links to a place that their page does not have"),
    "related": Rule("warning", "related articles that the archive does not have"),
    "translations": Rule("warning", "translations of what the archive does not have, or into the same language"),
    "insecure-links": Rule("warning", "links to other sites without https"),
    "alt-texts": Rule("warning", "images without a text for those who cannot see them"),
    "no-date": Rule("warning", "articles without a date"),
    "no-byline": Rule("warning", "articles without a byline"),
    "no-section": Rule("warning", "articles without a section"),
    "odd-dates": Rule("warning", "dates that can hardly be right"),
    "duplicates": Rule("warning", "articles with nearly the same text"),
    "repeated-headlines": Rule("warning", "one headline over two articles of a day"),
    "headline-case": Rule("warning", "headlines in capitals or in small letters only"),
    "headline-form": Rule("warning", "headlines that end in a full stop or are far longer than the others"),
    "mangled-text": Rule("warning", "letters that were read in the wrong encoding"),
    "leftover-markup": Rule("warning", "tags, entities and codes of another system that readers would see"),
    "left-out-markup": Rule("warning", "comments, attributes, scripts and addresses that pages leave out"),
    "embeds": Rule("warning", "contents of other sites, in whose place a box names their address"),
    "chrome": Rule("warning", 'lines such as "Read more" that are no part of the article'),
    "short-bodies": Rule("warning", "articles with hardly any text"),
    LEFT_OUT: Rule("warning", "pasted texts of whose article more than a tenth may be missing"),
    "spellings": Rule("warning", "two spellings of one author, tag, section, newspaper, place or person"),
    "lone-sections": Rule("warning", "sections of a single article"),
    "unlearnt-pages": Rule("warning", "pasted pages without any of the lines that reading.yaml knows"),
    "unread-files": Rule("warning", "files among the articles that nothing publishes"),
}


def unknown_rules(names: Iterable[str]) -> list[str]:
    """A message for each name that is no rule's, with the rule that was probably meant."""
    return [
        f'there is no rule "{name}".{did_you_mean(name, RULES)} Rules are: {", ".join(RULES)}'
        for name in names
        if name not in RULES
    ]
