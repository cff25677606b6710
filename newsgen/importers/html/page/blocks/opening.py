"""What start tags say: whether an element breaks text, and what its classes say of the text inside."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

# Elements whose content no reader of a page sees as its text.
_WITHOUT_TEXT = frozenset(
    "script style template svg iframe object canvas map select datalist textarea math head audio video "
    "noembed noframes".split()
)
# Elements that have no end tag.
_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
# Elements that begin and end a block (HTML, "flow content" that browsers show as blocks), buttons and labels too.
_BREAKING = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul caption button label noscript".split()
)
# Elements that a body shows without words of its own.
_SHOWN = frozenset("img picture video audio iframe embed object hr svg".split())
# What a tag is, as one number each; end tags are "/p".
HAS_NO_TEXT, BREAKS, IS_VOID, IS_SHOWN, IS_LINK, IS_TIME = 1, 2, 4, 8, 16, 32
TAG_KINDS = {
    **{
        tag: HAS_NO_TEXT * (tag in _WITHOUT_TEXT)
        | BREAKS * (tag in _BREAKING)
        | IS_VOID * (tag in _VOID)
        | IS_SHOWN * (tag in _SHOWN)
        | IS_LINK * (tag == "a")
        | IS_TIME * (tag == "time")
        for tag in {*_WITHOUT_TEXT, *_BREAKING, *_VOID, *_SHOWN, "a", "time"}
    },
    **{f"/{tag}": BREAKS for tag in _BREAKING},
}
# Words in classes and ids, by what they say of the block inside; each group is one feature.
WORD_GROUPS: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "comment comments disqus respond",
        "related recommended recommend recommendations popular trending more recirc outbrain taboola next prev "
        "previous",
        "share sharing social",
        "author bio byline",
        "newsletter subscribe subscription signup",
        "toc",
        "caption credit",
        "modal popup overlay cookie consent",
        "footer foot copyright",
        "sidebar side widget",
        "nav menu breadcrumb breadcrumbs",
        "tag tags meta",
        "disclaimer legal",
        "promo ad ads advert advertisement sponsor sponsored banner",
        "card teaser list",
        "dek subtitle standfirst summary excerpt lead intro deck subheadline subhead",
        "correction corrections clarification footnote footnotes references",
        "date time published timestamp posted",
    )
)
AGAINST = frozenset().union(*WORD_GROUPS[:15]) | frozenset(
    "date time sign login header masthead logo search pagination pager gallery read toolbar tool tools links contact "
    "rating review hidden screen sr only print skip alert notice paywall".split()
)
FAVOUR = frozenset(
    "article body content entry post story text main blog page single copy prose paragraph rich articlebody".split()
)
_KNOWN = AGAINST | FAVOUR | frozenset().union(*WORD_GROUPS)
ANCESTORS = ("article", "main", "aside", "nav", "footer", "header", "form", "figure", "table", "blockquote")
_GROUP_BIT = {word: 1 << number for number, words in enumerate(WORD_GROUPS) for word in words}
_ANCESTOR_BIT = {tag: 1 << number for number, tag in enumerate(ANCESTORS, len(WORD_GROUPS))}
HIDDEN = 1 << (len(WORD_GROUPS) + len(ANCESTORS))
BITS = len(WORD_GROUPS) + len(ANCESTORS) + 1
# What no model is told: inside which heading a block stands.
H1 = 1 << BITS
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component")
_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Opening(NamedTuple):
    """What a start tag says of the text inside its element.

    `text` is the tag without its brackets, `words` are its classes, id and role as one text; `against` and `favour`
    count the words of it that speak for chrome and for an article, and `bits` say which groups of words, kinds of
    elements and hidden elements it is of.
    """

    tag: str
    text: str
    words: str
    against: int
    favour: int
    bits: int


@lru_cache(maxsize=20_000)
def read_opening(text: str) -> Opening:
    """What a start tag says, given without its brackets."""
    tag, blank, _ = text.partition(" ")
    bits = _ANCESTOR_BIT.get(tag, H1 if tag == "h1" else 0)
    if not blank:
        return Opening(tag, text, "", 0, 0, bits)
    attributes = attributes_of(text)
    get = attributes.get
    words = " ".join([value for name in _NAMING if (value := get(name))])
    found = frozenset().union(*map(_known_words, words.split()))
    for word in found:
        bits |= _GROUP_BIT.get(word, 0)
    if "hidden" in attributes or get("aria-hidden") == "true" or "display:none" in get("style", "").replace(" ", ""):
        bits |= HIDDEN
    return Opening(tag, text, words, len(found & AGAINST), len(found & FAVOUR), bits)


# The same classes stand in many start tags.
@lru_cache(maxsize=50_000)
def _known_words(name: str) -> frozenset[str]:
    """The words of a class or an id that say something: "post" and "meta" of "post-meta-17"."""
    return _KNOWN.intersection(map(str.lower, _WORD.findall(name)))


def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a start tag, given without its brackets."""
    attributes: dict[str, str] = dict(_ATTRIBUTE.findall(text))
    return {name: html.unescape(value) for name, value in attributes.items()} if "&" in text else attributes


def bit_of(*names: str, tags: bool = False) -> int:
    """The bits of groups of words, each by one of its words, or of ancestors by their tags."""
    table = _ANCESTOR_BIT if tags else _GROUP_BIT
    return sum({table[name] for name in names})
