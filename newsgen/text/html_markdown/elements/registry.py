"""What begins each element of HTML: the registry of the conversion."""

from __future__ import annotations

import re

from newsgen.text.html_markdown.elements.code import start_code, start_preformatted
from newsgen.text.html_markdown.elements.definitions import start_term, start_terms
from newsgen.text.html_markdown.elements.details import add_summary, start_details
from newsgen.text.html_markdown.elements.drawings import start_drawing
from newsgen.text.html_markdown.elements.figures import add_caption, is_figure, start_figure
from newsgen.text.html_markdown.elements.hidden import is_hidden, is_left_out
from newsgen.text.html_markdown.elements.links import add_anchor, start_link
from newsgen.text.html_markdown.elements.lists import start_item, start_list
from newsgen.text.html_markdown.elements.media import add_image, add_player, find_post, start_post
from newsgen.text.html_markdown.elements.rules import raw_rules
from newsgen.text.html_markdown.elements.state import Closer, Frame, Handler, State, source_of
from newsgen.text.html_markdown.elements.tables import start_cell, start_row, start_table
from newsgen.text.html_markdown.elements.text import (
    add_break,
    add_rule,
    start_block,
    start_emphasis,
    start_heading,
    start_html,
    start_paragraph,
    start_quote,
)
from newsgen.text.html_markdown.tree.dom import COMMENT, Node, attribute, attributes_of, elements_in
from newsgen.text.html_markdown.tree.tags import BLOCKS, DELIMITERS, HEADINGS, INLINE_HTML, LEFT_OUT
from newsgen.text.html_markdown.writing.containers import join_blocks, with_html_figures
from newsgen.text.html_markdown.writing.pieces import Atom
from newsgen.text.html_markdown.writing.raw import write_raw
from newsgen.text.markup.raw_html.players import PLAYERS

# Those that keep theirs, and those whose language is the page's.
_WITH_LANGUAGE = frozenset((*INLINE_HTML, "html", "body"))
_LANGUAGES = ("lang", "xml:lang", "dir")
# Those that are written at once, without what they say of language.
_WHOLE = frozenset(("img", "amp-img", "figure", "figcaption", "summary", "hr", "br"))
_BLOCK_MARK = re.compile(r"\s*/?wp:")
_TRANSPARENT = frozenset(
    "html span font label big blink center picture source track param noscript form nobr marquee data output slot rb "
    "rtc g image frameset".split()
)


def start_other(state: State, node: Node) -> Closer | bool | None:
    """Begin an element that the registry does not know: its content stays."""
    tag = node.tag or ""
    if tag == COMMENT:
        # The marks of WordPress's blocks are accounted for by who reads its exports.
        if not _BLOCK_MARK.match(node.comment_content or ""):
            state.note("comment", "comment", "left out", "No reader is meant to see it.", source_of(node))
        return False
    if not node.is_element_node:
        return False
    if "-" in tag:
        address = find_post(node, attributes_of(node))
        if address:
            return start_post(state, node, address)
    if tag not in _TRANSPARENT:
        state.note("element", tag, "left out", "Its content stays.", source_of(node))
    return None


def _leave_out(state: State, node: Node) -> Closer | bool | None:
    """Leave out an element with its content; of a task's box a sign stays, and of a button in a heading the words."""
    if node.tag == "button" and state.lines:
        return None
    if (
        node.tag == "input"
        and attribute(node, "type") == "checkbox"
        and not state.lines
        and state.frames[-1].kind == "item"
    ):
        frame = state.frames[-1]
        if not frame.blocks and not any(isinstance(piece, Atom) or str(piece).strip() for piece in state.pieces):
            frame.opening = "task"
            state.pieces.append(Atom("☑" if "checked" in node.attributes else "☐"))
            state.pieces.append(" ")
            return False
    is_left_out(state, node)
    return False


def _read_head(state: State, node: Node) -> bool:
    for element in elements_in(node):
        if element.tag == COMMENT:
            start_other(state, element)
        elif element.tag in LEFT_OUT:
            is_left_out(state, element)
    return False


def _start_note(state: State, label: str) -> Closer:
    state.push(Frame("note"))

    def end() -> None:
        frame = state.pop()
        before = state.notes.get(label)
        text = join_blocks(with_html_figures(frame.blocks))
        state.notes[label] = f"{before}\n\n{text}" if before else text

    return end


def _checked(handler: Handler) -> Handler:
    """A handler that first asks what an element is for the document: hidden, a footnote, or the target of a link."""

    def start(state: State, node: Node) -> Closer | bool | None:
        if state.hides and is_hidden(state, node):
            return False
        if state.roles.notes and node.mem_id in state.roles.notes and not state.lines:
            return _start_note(state, state.roles.notes[node.mem_id])
        languages = _languages_of(node) if state.tells_language else {}
        is_kept = bool(languages) and node.tag in DELIMITERS
        closer = start_html(state, node) if is_kept else handler(state, node)
        if state.tells_language and not is_kept:
            _note_languages(state, node, languages, is_written=closer is False)
        if closer is not False and node.tag not in HEADINGS:
            own_id = node.attributes.get("id")
            if own_id and own_id in state.roles.targets:
                add_anchor(state, own_id)
        return closer

    return start


def _languages_of(node: Node) -> dict[str, str]:
    return {name: value for name in _LANGUAGES if (value := node.attributes.get(name))}


def _note_languages(state: State, node: Node, languages: dict[str, str], is_written: bool) -> None:
    """Note what an element says of its language; also what the captions of a figure say that is written already."""
    found = [languages] if node.tag not in _WITH_LANGUAGE and (not is_written or node.tag in _WHOLE) else []
    if is_written and node.tag == "figure":
        found += (_languages_of(element) for element in elements_in(node) if element.tag == "figcaption")
    for one in found:
        for name, value in one.items():
            state.note("attribute", name, "left out", "Markdown has no place for it.", f'{name}="{value}"')


def _start_division(state: State, node: Node) -> Closer | bool | None:
    attributes = attributes_of(node)
    if "class" in attributes or len(attributes) > 1:
        if is_figure(node.tag or "", attributes):
            return start_figure(state, node)
        address = "" if state.lines else find_post(node, attributes)
        if address:
            return start_post(state, node, address)
    return start_block(state, node)


def _start_quote(state: State, node: Node) -> Closer | bool | None:
    if state.frames[-1].kind == "box" and not state.lines:
        return start_block(state, node)
    attributes = attributes_of(node)
    address = find_post(node, attributes) if attributes and not state.lines else ""
    return start_post(state, node, address) if address else start_quote(state, node)


def _start_table(state: State, node: Node) -> Closer | bool | None:
    return start_figure(state, node) if is_figure("table", attributes_of(node)) else start_table(state, node)


def _start_pre(state: State, node: Node) -> Closer | bool | None:
    result = start_preformatted(state, node)
    if result is None:
        state.note("code", "pre", "kept raw", "Code in Markdown has no links and no emphasis.", source_of(node))
        state.add_block("html", write_raw(node, raw_rules(state)))
        return False
    return result


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_TRANSPARENT, start_other),
    **dict.fromkeys(BLOCKS, start_block),
    **dict.fromkeys(LEFT_OUT, _leave_out),
    **dict.fromkeys(PLAYERS, add_player),
    **dict.fromkeys(HEADINGS, start_heading),
    **dict.fromkeys(DELIMITERS, start_emphasis),
    **dict.fromkeys(INLINE_HTML, start_html),
    **dict.fromkeys(("img", "amp-img"), add_image),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), start_list),
    **dict.fromkeys(("div", "section"), _start_division),
    **dict.fromkeys(("svg", "math"), start_drawing),
    **dict.fromkeys(("code", "tt"), start_code),
    **dict.fromkeys(("td", "th"), start_cell),
    **dict.fromkeys(("dt", "dd"), start_term),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _start_pre),
    "p": start_paragraph,
    "br": add_break,
    "hr": add_rule,
    "a": start_link,
    "li": start_item,
    "dl": start_terms,
    "blockquote": _start_quote,
    "figure": start_figure,
    "figcaption": add_caption,
    "table": _start_table,
    "tr": start_row,
    "details": start_details,
    "summary": add_summary,
    "acronym": start_html,
}
HANDLERS["head"] = _read_head
# For documents in which elements may be hidden, or are the targets of links.
CHECKED = {tag: _checked(handler) for tag, handler in HANDLERS.items()}
