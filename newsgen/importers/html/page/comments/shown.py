"""The comments that a page shows, by the markup of WordPress, Drupal, Blogger and Movable Type and by microdata."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsgen.importers.conversion.comment_text import plain_text
from newsgen.importers.conversion.personal_data import without_addresses
from newsgen.importers.html.page.comments.values import day_of, name_before_day, name_of, once
from newsgen.record.comment import Comment
from newsgen.sources.dates.written_dates import find_date

_CLASSES = frozenset(
    "comment pingback trackback comment-item comment_item commentlist-item single-comment comment-entry".split()
)
_CANDIDATES = ",".join(
    (
        '[itemtype$="/Comment" i],[itemtype$="/UserComments" i],dt.comment-author',
        *(f'[class~="{name}" i]' for name in sorted(_CLASSES)),
        '[id^="comment-" i],[id^="div-comment-" i],[id^="li-comment-" i]',
    )
)
# One selector for many is found in a third of the time.
_HINTS = ",".join(('[class*="comment" i]', '[id*="comment-" i]', '[itemtype*="comment" i]', ".pingback", ".trackback"))
_ID = re.compile(r"(?:(?:li|div)-)?comment-?\d+$", re.IGNORECASE)
_OTHER_TAGS = frozenset("body html form a span button label input textarea".split())
_AUTHOR = re.compile(
    r"(?:^|\s)(?:fn|cite|comments?(?:er)?[-_]*(?:author|user|name|by|poster)(?:[-_]*name)?|commenter|username|user"
    r"|author(?:[-_]name)?|creator)(?:\s|$)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:^|\s)(?:datetime|timestamp|date|time|comments?[-_]*(?:date|time|timestamp|metadata|meta|permalink|footer|header"
    r"|submitted)|submitted|published|dateline|dateCreated|datePublished|commentTime)(?:\s|$)",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"(?:^|\s)(?:comments?[-_]*(?:content|body|text|copy|message)|field--name-comment-body|text)(?:\s|$)", re.IGNORECASE
)
# What is no part of a comment's words, and what is none where no element holds them alone.
_NO_WORDS = "form,button,script,style,svg,ul.links,[class*='moderation' i]"
_BESIDE = (
    "time,header,footer,cite,h1,h2,h3,h4,h5,h6,[class*='meta' i],[class*='reply' i],[class*='author' i],"
    "[class*='avatar' i],[class*='actions' i],[class*='links' i],[class*='permalink' i],[class*='date' i],"
    "[class*='says' i],[class~='fn']"
)
_POSTED = re.compile(r"(?:posted\s+)?by\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|[-_])c?(\d{1,24})$", re.IGNORECASE)
_INDENTED = re.compile(r"(?:^|\s)(?:indented|children|replies|comment-replies)(?:\s|$)", re.IGNORECASE)
# No page that people read has more, or answers to answers so deep.
_MOST, _DEEPEST, _DEEPEST_TAGS = 5_000, 40, 256


@dataclass(slots=True)
class _Unit:
    """A comment on the page: the element around it, the innermost element that is it, and its parts."""

    node: LexborNode
    inner: LexborNode
    author: LexborNode | None = None
    date: LexborNode | None = None
    text: LexborNode | None = None


def shown_comments(tree: LexborHTMLParser) -> tuple[Comment, ...]:
    """The comments that a page shows, in its order; what has neither name nor day, or no words, is none."""
    nodes = {node.mem_id: node for node in tree.css(_HINTS) if _is_candidate(node)}
    if not nodes or len(nodes) > _MOST:
        return ()
    units = {mem_id: _Unit(node, node) for mem_id, node in nodes.items()}
    _find_parts(tree, units)
    units = _join(units)
    ids: dict[int, str] = {}
    for unit in units.values():
        ids.setdefault(unit.node.mem_id, _id_of(unit, set(ids.values())))
    found = {}
    for unit in units.values():
        own = ids[unit.node.mem_id]
        if own not in found:
            parent = _parent_of(unit, units)
            found[own] = _read(unit, own, ids[parent.node.mem_id] if parent else "", units)
    kept = {key: comment for key, comment in found.items() if comment.text and (comment.author or comment.date)}
    return once(c if c.parent in kept else Comment(c.id, c.author, c.date, c.text) for c in kept.values())


def _is_candidate(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in _OTHER_TAGS:
        return False
    classes = (attributes.get("class") or "").lower().split()
    kind = (attributes.get("itemtype") or "").lower()
    is_pair = node.tag == "dt" and "comment-author" in classes
    is_one = is_pair or kind.endswith(("/comment", "/usercomments")) or not _CLASSES.isdisjoint(classes)
    return is_one or bool(_ID.match(attributes.get("id") or ""))


def _find_parts(tree: LexborHTMLParser, units: Mapping[int, _Unit]) -> None:
    """Find the elements that name the author, the day and the words of each comment."""
    for node in tree.css("[class],[itemprop],time,cite"):
        if node.mem_id in units:
            continue
        attributes = node.attributes
        words = f"{attributes.get('itemprop') or ''} {attributes.get('class') or ''}"
        is_author = node.tag == "cite" or _AUTHOR.search(words)
        is_date = node.tag == "time" or _DATE.search(words)
        is_text = _TEXT.search(words)
        if not (is_author or is_date or is_text):
            continue
        unit = next((units[around.mem_id] for around in _around(node) if around.mem_id in units), None)
        if unit is None:
            continue
        if is_text and unit.text is None:
            unit.text = node
        elif is_author and (unit.author is None or node.tag == "cite"):
            unit.author = unit.author or node
        if is_date and (unit.date is None or _is_inside(node, unit.date)):
            unit.date = node


def _join(units: Mapping[int, _Unit]) -> dict[int, _Unit]:
    """The comments by their elements: an element without parts of its own is that of the first comment inside it."""
    joined: dict[int, _Unit] = {}
    for mem_id, unit in units.items():
        outer = next((joined[around.mem_id] for around in _around(unit.node) if around.mem_id in joined), None)
        if outer is not None and not (outer.author or outer.date or outer.text):
            outer.inner, outer.author, outer.date, outer.text = unit.inner, unit.author, unit.date, unit.text
            joined[mem_id] = outer
        else:
            joined[mem_id] = unit
    return joined


def _parent_of(unit: _Unit, units: Mapping[int, _Unit]) -> _Unit | None:
    """The comment that one answers: it stands around it, or before the element that is set in."""
    branch = unit.node
    for depth, around in enumerate(_around(unit.node)):
        other = units.get(around.mem_id)
        if other is not None and other is not unit and not _is_inside(other.inner, branch):
            return other
        if _INDENTED.search(around.attributes.get("class") or ""):
            before = around.prev
            while before is not None and before.tag in ("-text", "_comment", "a"):
                before = before.prev
            if before is not None and before.mem_id in units:
                return units[before.mem_id]
        if depth > _DEEPEST_TAGS:
            break
        branch = around
    return None


def _is_inside(node: LexborNode, around: LexborNode) -> bool:
    return node.mem_id == around.mem_id or any(outer.mem_id == around.mem_id for outer in _around(node))


def _around(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around one, from the inside out."""
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def _id_of(unit: _Unit, taken: Collection[str]) -> str:
    """The number at the end of a comment's id, else its own among those of the page."""
    for node in (unit.inner, unit.node):
        number = _NUMBER.search(node.attributes.get("id") or "")
        if number and number[1] not in taken:
            return number[1]
    return next(name for count in range(len(taken) + 1, 2 * len(taken) + 3) if (name := f"c{count}") not in taken)


def _read(unit: _Unit, own: str, parent: str, units: Mapping[int, _Unit]) -> Comment:
    if unit.node.tag == "dt":
        return _read_pair(unit, own)
    line = _text_of(unit.date) if unit.date else ""
    author = _name_in(unit.author) if unit.author else name_of(line) if _POSTED.match(line) else ""
    date = day_of(_stated_day(unit.date)) if unit.date else None
    if unit.text is not None:
        text = plain_text(_without(unit.text.html or "", _NO_WORDS))
    elif sum(around.mem_id in units for around in _around(unit.inner)) > _DEEPEST:
        text = ""
    else:
        text = plain_text(_without(unit.inner.html or "", f"{_NO_WORDS},{_BESIDE}", _CANDIDATES))
    text = text.removeprefix(author).lstrip() if author and text.startswith(f"{author}\n") else text
    return Comment(own, author, date, without_addresses(text), parent)


def _read_pair(unit: _Unit, own: str) -> Comment:
    """A comment of Blogger's old lists: the name in a term, then words and day in descriptions."""
    texts, date, following = [], None, unit.node.next
    while following is not None and following.tag != "dt":
        if "footer" in (following.attributes.get("class") or ""):
            date = day_of(_text_of(following))
        elif following.tag == "dd":
            texts.append(plain_text(_without(following.html or "", _NO_WORDS)))
        following = following.next
    return Comment(own, name_of(_text_of(unit.node)), date, without_addresses("\n\n".join(filter(None, texts))))


def _name_in(node: LexborNode) -> str:
    """The name in an element, or in the innermost one that is marked as a name where the day stands beside it."""
    name = name_of(_text_of(node))
    if find_date(name) is None:
        return name
    inner = (name_of(_text_of(part)) for part in node.css(".fn,cite,[itemprop~='name'],b,strong,a"))
    return next((part for part in inner if part and not any(map(str.isdigit, part))), name_before_day(name))


def _text_of(node: LexborNode) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())


def _stated_day(node: LexborNode) -> str:
    """The moment that an element states, else the words that it shows."""
    inner = node if node.tag == "time" else node.css_first("time") or node
    for name in ("datetime", "content"):
        if value := inner.attributes.get(name):
            return value
    return _text_of(node)


def _without(html: str, *selectors: str) -> str:
    """The HTML inside an element without what some selectors find in it."""
    tree = LexborHTMLParser(html, is_fragment=True)
    root = tree.root
    for selector in selectors:
        for node in tree.css(selector):
            if root is not None and node.mem_id != root.mem_id:
                node.decompose()
    return (root.inner_html or "") if root is not None else ""
