"""Parse a page: what it declares, and the blocks of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.amp import without_amp
from newsgen.importers.html.page.blocks.find import PageBlocks, find_blocks
from newsgen.importers.html.page.captions import join_captions
from newsgen.importers.html.page.comments.shown import shown_comments
from newsgen.importers.html.page.declared import DeclaredPage, read_declared
from newsgen.importers.html.page.line_breaks import part_lines
from newsgen.record.comment import Comment
from newsgen.text.html_markdown.tree.nesting import limit_tags

# What no reader sees, and what is no HTML inside.
_UNSEEN = ["script", "style", "template", "math"]
_TEMPLATE = re.compile(r"<(?P<close>/?)template\b(?P<attributes>[^<>]{0,4000})>", re.IGNORECASE)
# Shorter JSON holds no text of an article.
_LEAST_DATA = 400
# Signs that are no text.
_CONTROLS = bytes({*range(9), 11, *range(14, 32), 127})


class ParsedPage(NamedTuple):
    """What a page declares, its blocks, its readers' comments, and the data that it holds for scripts."""

    declared: DeclaredPage
    blocks: PageBlocks
    comments: tuple[Comment, ...] = ()
    data: tuple[str, ...] = ()


def parse_page(html: str) -> ParsedPage:
    """The declarations and blocks of a page."""
    return parse_tree(page_tree(html))


def page_tree(html: str) -> LexborHTMLParser:
    """The tree of a page; tags and attributes too many to be read in time are left out of it."""
    flat = limit_tags(part_lines(without_amp(open_shadow_roots(html)))).html
    # Halves of characters are written as "?".
    return LexborHTMLParser(flat.encode(errors="replace").translate(None, _CONTROLS))


def open_shadow_roots(html: str) -> str:
    """A page whose declared shadow roots, which readers see, are elements like others; SingleFile writes them so."""
    if "shadowroot" not in html:
        return html
    is_root: list[bool] = []

    def rename(match: re.Match[str]) -> str:
        if not match["close"]:
            is_root.append("shadowroot" in match["attributes"].lower())
            return "<div>" if is_root[-1] else match[0]
        return "</div>" if is_root and is_root.pop() else match[0]

    return _TEMPLATE.sub(rename, html)


def _find_data(tree: LexborHTMLParser) -> Iterator[str]:
    """What may hold the text of the article for scripts: scripts, and attributes that hold a page's data."""
    for script in tree.css("script"):
        if "ld+json" not in (script.attributes.get("type") or ""):
            text = script.text(deep=True) or ""
            if len(text) > _LEAST_DATA or "__next_f" in text:
                yield text
    for node in tree.css("div[data-page]"):
        text = node.attributes.get("data-page") or ""
        if len(text) > _LEAST_DATA:
            yield text


def parse_tree(tree: LexborHTMLParser) -> ParsedPage:
    """The declarations and blocks of a page by its tree, out of which scripts and styles are taken."""
    declared = read_declared(tree)
    data = tuple(_find_data(tree))
    tree.strip_tags(_UNSEEN)
    join_captions(tree)
    body = tree.body
    shown = shown_comments(tree)
    comments = shown if len(shown) >= len(declared.comments) else declared.comments
    return ParsedPage(declared, find_blocks((body.html or "") if body else ""), comments, data)
