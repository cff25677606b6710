"""The account of a page's chrome: the rule by which each block that is no part of the article is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from newsgen.importers.html.page.blocks.find import TextBlock
from newsgen.importers.html.page.blocks.opening import HIDDEN, bit_of
from newsgen.importers.html.page.reading import LeftOut
from newsgen.record.comment import Comment

# The rules by what a block stands in, the most telling first.
_RULES = (
    ("hidden", HIDDEN),
    ("comments", bit_of("comment")),
    ("related", bit_of("related")),
    ("share", bit_of("share")),
    ("newsletter", bit_of("newsletter")),
    ("advertisement", bit_of("promo")),
    ("tags", bit_of("tag")),
    ("notice", bit_of("modal")),
    ("navigation", bit_of("nav") | bit_of("nav", tags=True)),
    ("footer", bit_of("footer") | bit_of("footer", tags=True)),
    ("sidebar", bit_of("sidebar") | bit_of("aside", tags=True)),
    ("form", bit_of("form", tags=True)),
    ("author", bit_of("author")),
    ("header", bit_of("header", tags=True)),
)
_LINKED = 0.5
_COUNT = re.compile(r"\W*\d*\s*\w*\W*")
_NO_TEXT = frozenset("h1 h2 h3 h4 h5 h6 button label legend".split())


def count_left_out(blocks: Sequence[TextBlock], used: Collection[int]) -> tuple[LeftOut, ...]:
    """What each rule leaves out of the page: the blocks whose numbers are not `used`."""
    texts: dict[str, list[str]] = {}
    for number, block in enumerate(blocks):
        if number not in used:
            texts.setdefault(_rule_of(block), []).append(block.text)
    return tuple(LeftOut(rule, len(left), sum(len(t.split()) for t in left), left[0]) for rule, left in texts.items())


def find_comments(blocks: Sequence[TextBlock], used: Collection[int]) -> tuple[Comment, ...]:
    """The texts that stand among readers' comments, without the names of their writers, forms, headings and links."""
    among, form = bit_of("comment"), bit_of("form", tags=True)
    texts = (
        block.text
        for number, block in enumerate(blocks)
        if number not in used
        and block.element.bits & among
        and not block.element.bits & form
        and block.element.opening.tag not in _NO_TEXT
        and block.linked <= _LINKED * len(block.text)
        and not _COUNT.fullmatch(block.text)
    )
    return tuple(Comment(str(number), "", None, text) for number, text in enumerate(texts, 1))


def _rule_of(block: TextBlock) -> str:
    rule = _rule_of_bits(block.element.bits)
    return rule or ("links alone" if block.linked > _LINKED * len(block.text) else "beside the body")


@lru_cache(maxsize=4_000)
def _rule_of_bits(around: int) -> str:
    return next((rule for rule, bits in _RULES if around & bits), "")
