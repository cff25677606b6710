"""The blocks of a page: runs of text without a break, each with the elements around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsgen.text.html_markdown.tree.nesting import flatten_nesting, thin_attributes

# Elements whose content no reader of a page sees as its text.
_WITHOUT_TEXT = frozenset(
    "script style template svg iframe object embed canvas map select option datalist input textarea math head link "
    "meta audio video source track picture".split()
) - {"picture"}
# Elements that begin and end a block (HTML, "flow content" that browsers show as blocks), buttons and labels too.
_BREAKING = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul caption button label noscript".split()
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
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
    )
)
_AGAINST = frozenset().union(*WORD_GROUPS) | frozenset(
    "date time sign login header masthead logo search pagination pager gallery read toolbar tool tools links contact "
    "rating review hidden screen sr only print skip alert notice paywall".split()
)
_FOR = frozenset(
    "article body content entry post story text main blog page single copy prose paragraph rich articlebody".split()
)
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component")
ANCESTORS = ("article", "main", "aside", "nav", "footer", "header", "form", "figure", "table")
_GROUP_BIT = {word: 1 << number for number, words in enumerate(WORD_GROUPS) for word in words}
_ANCESTOR_BIT = {tag: 1 << number for number, tag in enumerate(ANCESTORS, len(WORD_GROUPS))}
HIDDEN = 1 << (len(WORD_GROUPS) + len(ANCESTORS))
BITS = len(WORD_GROUPS) + len(ANCESTORS) + 1
# A distance that stands for "none".
FAR = 99


@dataclass(slots=True, eq=False)
class Element:
    """An element that breaks text, with what its classes and those around it say of the text inside.

    `words` are its classes, id and role as one text; `against` and `favour` count the words of it that speak for chrome
    and for an article, `all_against` and `all_favour` those of the elements around it too, and `from_against` and
    `from_favour` are the levels up to the nearest. `bits` say which groups of words, ancestors and hidden elements it
    stands in. `text_size` and `prose_size` are the characters inside, and those of long blocks with few links.
    """

    node: LexborNode
    tag: str
    words: str
    parent: Element | None
    depth: int
    bits: int
    against: int
    favour: int
    all_against: int
    all_favour: int
    from_against: int
    from_favour: int
    text_size: float = 0
    prose_size: float = 0


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text in an element; `linked` is the number of its characters inside links, `nodes` are its pieces."""

    text: str
    element: Element
    linked: int
    nodes: list[LexborNode]


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page and the elements around them, both in the order of the page."""

    blocks: list[TextBlock]
    elements: list[Element]


def parse_page(html: str) -> LexborHTMLParser:
    """The tree of a page; tags and attributes that are too many for reading them in time are left out of it."""
    flat = flatten_nesting(thin_attributes(html)).html
    # Halves of characters are written as "?".
    return LexborHTMLParser(flat.encode(errors="replace"))


def find_blocks(tree: LexborHTMLParser) -> PageBlocks:
    """The blocks of a page; what is never shown as text is no part of them."""
    blocks: list[TextBlock] = []
    elements: list[Element] = []
    pieces: list[str] = []
    nodes: list[LexborNode] = []
    linked = 0
    root = tree.body or tree.root
    # A node with its element, and whether it is in a link; None ends an element.
    stack: list[tuple[LexborNode | None, Element | None, bool]] = [(root, None, False)] if root else []
    while stack:
        node, element, in_link = stack.pop()
        tag = "" if node is None else node.tag or ""
        if tag == "-text":
            text = node.text_content if node else ""
            if node and text:
                pieces.append(text)
                nodes.append(node)
                linked += len(text.strip()) if in_link else 0
            continue
        if node is not None and (tag in _WITHOUT_TEXT or not tag or tag[0] in "-_"):
            continue
        is_breaking = node is None or tag in _BREAKING
        if is_breaking and pieces:
            joined = _SPACE.sub(" ", "".join(pieces)).strip()
            if joined and element:
                blocks.append(TextBlock(joined, element, linked, nodes))
            pieces, nodes, linked = [], [], 0
        if node is None:
            continue
        if is_breaking:
            element = _element_of(node, tag, element)
            elements.append(element)
            stack.append((None, element, False))
        elif tag == "br":
            pieces.append("\n")
            continue
        in_link = in_link or tag == "a"
        child = node.last_child
        while child is not None:
            stack.append((child, element, in_link))
            child = child.prev
    return PageBlocks(blocks, elements)


def bit_of(*names: str, tags: bool = False) -> int:
    """The bits of groups of words, each by one of its words, or of ancestors by their tags."""
    table = _ANCESTOR_BIT if tags else _GROUP_BIT
    return sum({table[name] for name in names})


def ancestors_of(element: Element | None) -> Iterator[Element]:
    """An element and all around it, from the inside out."""
    while element is not None:
        yield element
        element = element.parent


def _element_of(node: LexborNode, tag: str, parent: Element | None) -> Element:
    attributes = node.attributes
    get = attributes.get
    words = " ".join([get(name) or "" for name in _NAMING])
    against, favour, bits = _read_words(words)
    bits |= _ANCESTOR_BIT.get(tag, 0)
    if (
        "hidden" in attributes
        or get("aria-hidden") == "true"
        or "display:none" in (get("style") or "").replace(" ", "")
    ):
        bits |= HIDDEN
    if parent is None:
        return Element(
            node,
            tag,
            words,
            None,
            0,
            bits,
            against,
            favour,
            against,
            favour,
            0 if against else FAR,
            0 if favour else FAR,
        )
    return Element(
        node,
        tag,
        words,
        parent,
        parent.depth + 1,
        parent.bits | bits,
        against,
        favour,
        parent.all_against + against,
        parent.all_favour + favour,
        0 if against else parent.from_against + 1,
        0 if favour else parent.from_favour + 1,
    )


@lru_cache(maxsize=50_000)
def _read_words(words: str) -> tuple[int, int, int]:
    """How many words of classes speak against and for an article, and the groups that they are of."""
    found = {word.lower() for word in _WORD.findall(words)}
    bits = 0
    for word in found:
        bits |= _GROUP_BIT.get(word, 0)
    return len(found & _AGAINST), len(found & _FOR), bits
