"""HTML comments, such as `<!--more-->`, where all other HTML is shown as text: no reader is meant to see them."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from newsgen.text.markup.omissions import note_omission

_START, _END = "<!--", "-->"


def enable_comments(parser: MarkdownIt) -> None:
    """Let a parser leave out comments. One that does not end is text."""
    may_end = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("html_block", "comment", _skip_lines, {"alt": may_end})
    parser.inline.ruler.before("html_inline", "comment", _skip_inside_line)


def _skip_lines(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out the lines of a comment that begins a line and ends one (CommonMark 0.31, 4.6, condition 2)."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith(_START, begin):
        return False
    for line in range(start, end):
        found = state.src.find(_END, begin if line == start else state.bMarks[line], state.eMarks[line])
        if found >= 0:
            if state.src[found + len(_END) : state.eMarks[line]].strip():
                return False
            if not silent:
                note_omission(state.env, "comment", state.src[begin : found + len(_END)])
                state.line = line + 1
            return True
    return False


def _skip_inside_line(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(_START, state.pos):
        return False
    end = state.src.find(_END, state.pos)
    if end < 0:
        return False
    if not silent:
        note_omission(state.env, "comment", state.src[state.pos : end + len(_END)])
    state.pos = end + len(_END)
    return True
