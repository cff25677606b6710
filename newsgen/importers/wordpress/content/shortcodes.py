"""Shortcodes as HTML: those of WordPress, of well-known plug-ins and sites, and of page builders."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.embeds import embed_address
from newsgen.importers.wordpress.content.figures import embed_html
from newsgen.importers.wordpress.content.known_shortcodes import ALONE, ENCODED, HANDLERS, VERBATIM
from newsgen.importers.wordpress.content.layout_shortcodes import (
    is_form,
    is_layout,
    is_restricted,
    layout_html,
    linked_html,
)
from newsgen.importers.wordpress.content.shortcode_syntax import Shortcode, Tag, find_tags, parse_attributes

KIND = "shortcode"


def expand_shortcodes(text: str, context: Context) -> str:
    """A text with HTML in place of its shortcodes; those that nobody knows stay as they are, and are counted."""
    return _expand(text, context, 0) if "[" in text else text


# Shortcodes within shortcodes within shortcodes.
_DEEPEST = 12


@dataclass(slots=True)
class _Scan:
    """A text, what its tags have told so far, and how deep it stands in others.

    `closings` are where the next closing tag of a name is, -1 where there is none; `opened` are layouts that are open.
    """

    text: str
    context: Context
    depth: int
    closings: dict[str, int] = field(default_factory=dict)
    opened: Counter[str] = field(default_factory=Counter)


def _expand(text: str, context: Context, depth: int) -> str:
    scan = _Scan(text, context, depth)
    pieces: list[str] = []
    position = 0
    for tag in find_tags(text):
        if tag.start < position:
            continue
        if tag.is_escaped:
            pieces.append(text[position : tag.start] + text[tag.start + 1 : tag.end - 1])
            position = tag.end
            continue
        literal = text.find(f"[/{tag.name}]]", tag.end) if tag.opens_escape and not tag.is_closing else -1
        if literal >= 0:
            end = literal + len(f"[/{tag.name}]]")
            pieces.append(text[position : tag.start - 1] + text[tag.start : end - 1])
            position = end
            continue
        made = _close(tag, scan) if tag.is_closing else _make(tag, scan)
        if made is not None:
            html, end = made
            pieces.append(text[position : tag.start] + html)
            position = end
    return "".join(pieces) + text[position:] if pieces else text


def _close(tag: Tag, scan: _Scan) -> tuple[str, int] | None:
    name = tag.name.lower()
    if not scan.opened[name]:
        return None
    scan.opened[name] -= 1
    return ("\n\n" if "span" not in name and name not in _INLINE else ""), tag.end


def _make(tag: Tag, scan: _Scan) -> tuple[str, int] | None:
    """The HTML in place of an opening tag, and where the text goes on; None where the tag stays."""
    name, context = tag.name.lower(), scan.context
    shortcode, end = _parse(tag, scan)
    is_bare = shortcode.inner is None and not tag.rest.strip()
    if is_restricted(name) and shortcode.inner is not None:
        context.note(KIND, name, "left out", "It shows its words to some readers only.")
        return "\n\n", end
    make = HANDLERS.get(name)
    if make and not (is_bare and name not in ALONE):
        inner = shortcode.inner
        if inner and scan.depth < _DEEPEST and name not in VERBATIM and "[" in inner:
            shortcode = shortcode._replace(inner=_expand(inner, context, scan.depth + 1))
        html = make(shortcode, context)
        if html is None:
            context.note(KIND, name, "left out", "It names nothing that the export holds.")
            return "", end
        if name in ENCODED and scan.depth < _DEEPEST:
            html = _expand(html, context, scan.depth + 1)
        context.note(KIND, name, "taken")
        return html, end
    address = embed_address(shortcode)
    if address:
        context.note(KIND, name, "taken")
        return f"\n\n{embed_html(address)}\n\n", end
    if is_form(name) and not is_bare:
        context.note(KIND, name, "left out", "Pages have no forms.")
        return "", end
    if is_layout(shortcode):
        context.note(KIND, name, "taken", "It only lays out its words and pictures, which are kept.")
        scan.opened[name] += shortcode.inner is not None
        linked = linked_html(shortcode)
        if linked:
            scan.opened[name] -= 1
            return linked, end
        return ("" if name in _INLINE else layout_html(shortcode, context)), tag.end
    if shortcode.attributes or shortcode.inner is not None:
        context.note(KIND, name, "kept raw", "Only the plug-in that made it knows what it shows.")
    return None


def _parse(tag: Tag, scan: _Scan) -> tuple[Shortcode, int]:
    """The shortcode that begins with a tag, and where it ends: behind its closing tag, if there is one."""
    attributes, words = parse_attributes(tag.rest)
    end, inner, text = tag.end, None, scan.text
    if not tag.rest.rstrip().endswith("/"):
        closing = f"[/{tag.name}]"
        found = scan.closings.get(tag.name, 0)
        # Where a name has no further closing tag is found once, not for every opening one.
        if 0 <= found < tag.end:
            found = scan.closings[tag.name] = text.find(closing, tag.end)
        if found >= 0 and not (tag.name.lower() in _SINGLE and text.find(f"[{tag.name}", tag.end, found) >= 0):
            inner, end = text[tag.end : found], found + len(closing)
    return Shortcode(tag.name, attributes, words, inner, text[tag.start : end]), end


# Enclosing ones that also stand alone: a closing tag behind another opening one is not theirs.
_SINGLE = frozenset(
    ("audio", "video", "gallery", "embed", "caption", "wp_caption", "youtube", "vimeo", "footnote", "ref")
)
# Marks of appearance inside a paragraph.
_INLINE = frozenset("dropcap drop_cap highlight small big nobr raw su_dropcap su_highlight fusion_dropcap".split())
