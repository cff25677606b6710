"""Lists and their items."""

from __future__ import annotations

import re
from functools import partial

from newsgen.text.html_markdown.elements.state import DEEPEST, Closer, Frame, State
from newsgen.text.html_markdown.elements.text import start_block
from newsgen.text.html_markdown.tree.dom import Node, attribute
from newsgen.text.html_markdown.writing.containers import Item, write_list

_NUMBER = re.compile(r"\d{1,9}")


def start_list(state: State, node: Node) -> Closer:
    """Begin a list."""
    if state.lines or state.depth >= DEEPEST:
        return start_block(state, node)
    frame = Frame("ordered" if node.tag == "ol" else "bullets")
    start = attribute(node, "start").strip()
    frame.number = int(start) if _NUMBER.fullmatch(start) else 1
    state.push(frame)
    state.depth += 2
    return partial(_end_list, state)


def _end_list(state: State) -> None:
    _end_stray_item(state)
    frame = state.pop()
    state.depth -= 2
    blocks = state.frames[-1].blocks
    if frame.items:
        state.flush()
        blocks.extend(write_list(frame.items, frame.kind == "ordered", blocks[-1] if blocks else None))


def start_item(state: State, node: Node) -> Closer:
    """Begin an item of a list; one without a list is a paragraph."""
    if state.lines or state.frames[-1].kind not in ("bullets", "ordered"):
        return start_block(state, node)
    _end_stray_item(state)
    number = attribute(node, "value").strip()
    if _NUMBER.fullmatch(number):
        state.frames[-1].number = int(number)
    state.push(Frame("item", "task" if attribute(node, "class") == "task" else ""))
    return partial(_end_item, state)


def _end_item(state: State) -> None:
    frame = state.pop()
    outer = state.frames[-1]
    outer.items.append(Item(outer.number, frame.blocks, frame.flag, frame.opening == "task"))
    outer.number += 1


def _end_stray_item(state: State) -> None:
    """Make an item of what stands in a list outside of its items, part of the one before if there is one."""
    state.flush()
    frame = state.frames[-1]
    if frame.blocks:
        if frame.items:
            frame.items[-1].blocks.extend(frame.blocks)
        else:
            frame.items.append(Item(frame.number, list(frame.blocks), False))
            frame.number += 1
        frame.blocks.clear()
