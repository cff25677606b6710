"""The parts of a post in Medium's HTML."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Post(NamedTuple):
    """The parts of a post: texts are plain, the body is HTML; what the page does not say is ""."""

    title: str
    subtitle: str
    body: str
    author: str
    published: str
    canonical: str
    is_post: bool


def read_post(html: str) -> Post:
    """The parts of a page; `is_post` says whether it is one of a post at all."""
    tree = LexborHTMLParser(html)
    body = tree.css_first("section[data-field=body], .e-content")
    title = _text(tree.css_first("h1.p-name, header h1")) or _text(tree.css_first("title"))
    subtitle = _text(tree.css_first("section[data-field=subtitle], .p-summary"))
    time = tree.css_first("time.dt-published")
    canonical = tree.css_first("a.p-canonical")
    if body is not None:
        # The one above the body is cut off after some words.
        whole = _text(body.css_first(".graf--subtitle"))
        if subtitle.endswith("…") and _folded(whole).startswith(_folded(subtitle)):
            subtitle = whole
        _drop_repeated(body, title, subtitle)
        for script in body.css("script[src*='gist.github.com']"):
            address = (script.attributes.get("src") or "").removesuffix(".js")
            link = f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
            if made := LexborHTMLParser(link).css_first("p"):
                script.replace_with(made)
    return Post(
        title,
        subtitle,
        (body.html or "") if body is not None else "",
        _text(tree.css_first("a.p-author, .p-author")),
        (time.attributes.get("datetime") or "") if time is not None else "",
        (canonical.attributes.get("href") or "") if canonical is not None else "",
        body is not None and tree.css_first("article.h-entry, article") is not None,
    )


def _drop_repeated(body: LexborNode, title: str, subtitle: str) -> None:
    """Take the headline and dek, with which Medium's bodies begin, and the rule before them out of a body."""
    for css, words in ((".graf--title, h3, h1", title), (".graf--subtitle, h4, h2", subtitle)):
        node = body.css_first(css)
        if node is not None and words and _folded(_text(node)) == _folded(words) and not _has_text_before(node, body):
            node.decompose()
    rule = body.css_first(".section-divider")
    if rule is not None and not _has_text_before(rule, body):
        rule.decompose()


def _has_text_before(node: LexborNode, body: LexborNode) -> bool:
    """Whether words stand in a body before a node."""
    text = body.text(deep=True)
    own = node.text(deep=True)
    return bool(text[: text.find(own)].strip()) if own.strip() else False


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text(deep=True).split()) if node is not None else ""


def _folded(text: str) -> str:
    return "".join(text.split()).rstrip("…").casefold()
