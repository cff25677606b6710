"""Blocks of Markdown joined in the containers that hold them: lists, quotes and elements that are written as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.text.html_markdown.writing.escape import escape_box

# What may follow the first paragraph of an item of a tight list without a blank line.
_MAY_FOLLOW = ("list", "fence")
_TICKS = re.compile("`+")
_SIGNS = {"☐": "[ ]", "☑": "[x]"}


class Block(NamedTuple):
    """A block of Markdown and its kind.

    `other` is the marker of a list, "-", "+", "." or ")", and of a figure its HTML, for where Markdown makes none.
    """

    kind: str
    text: str
    other: str = ""


class Item(NamedTuple):
    """An item of a list: its number, its blocks, and whether its HTML has paragraphs."""

    number: int
    blocks: list[Block]
    has_paragraphs: bool
    is_task: bool = False


def join_blocks(blocks: Sequence[Block]) -> str:
    """The Markdown of blocks that follow one another."""
    return "\n\n".join([block.text for block in blocks])


def with_html_figures(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with HTML in place of figures, which Markdown makes only of paragraphs that stand for themselves."""
    return [Block("html", block.other) if block.kind == "figure" else block for block in blocks]


def quote(text: str) -> str:
    """A text as a block quote."""
    return "\n".join([f"> {line}" if line else ">" for line in text.split("\n")])


def wrap(opening: str, text: str, closing: str) -> str:
    """Markdown in an element of HTML, between blank lines, so that it is read as Markdown."""
    return f"{opening}\n\n{text}\n\n{closing}" if text else f"{opening}\n{closing}"


def write_list(items: Sequence[Item], is_ordered: bool, before: Block | None) -> list[Block]:
    """The lists of items, one for each run of numbers; `before` is the block before, the other marker is taken."""
    lists: list[Block] = []
    run: list[Item] = []
    for item in items:
        if run and is_ordered and item.number != run[-1].number + 1:
            lists.append(_write_run(run, is_ordered, lists[-1] if lists else before))
            run = []
        run.append(item)
    if run:
        lists.append(_write_run(run, is_ordered, lists[-1] if lists else before))
    return lists


def _write_run(items: Sequence[Item], is_ordered: bool, before: Block | None) -> Block:
    usual, other = (".", ")") if is_ordered else ("-", "+")
    marker = other if before and before.kind == "list" and before.other == usual else usual
    is_loose = any(map(_needs_blank_lines, items))
    if not is_loose or (len(items) == 1 and len(items[0].blocks) == 1):
        # No paragraph of a tight list is a figure.
        items = [item._replace(blocks=with_html_figures(item.blocks)) for item in items]
        is_loose = any(map(_needs_blank_lines, items))
    lines = []
    for item in items:
        sign = f"{item.number}{marker} " if is_ordered else f"{marker} "
        separator = "\n\n" if is_loose else "\n"
        lines.append(_indent(separator.join(_texts(item)), sign))
    return Block("list", ("\n\n" if is_loose else "\n").join(lines), marker)


def _texts(item: Item) -> list[str]:
    texts = [block.text for block in item.blocks]
    if texts and item.blocks[0].kind in ("paragraph", "heading"):
        sign = _SIGNS.get(texts[0][:1]) if item.is_task else None
        # The brackets of a task, and not those of a text.
        texts[0] = sign + texts[0][1:] if sign else texts[0] if item.is_task else escape_box(texts[0])
    return texts


def _needs_blank_lines(item: Item) -> bool:
    rest = item.blocks[1:]
    if item.has_paragraphs:
        return True
    if not rest:
        return False
    if any(block.kind not in _MAY_FOLLOW for block in rest) or item.blocks[0].kind not in ("paragraph", *_MAY_FOLLOW):
        return True
    # Only an item that begins with "1." or a bullet, and is not empty, ends a paragraph.
    first = rest[0]
    return item.blocks[0].kind == "paragraph" and first.kind == "list" and not _may_interrupt(first)


def _may_interrupt(block: Block) -> bool:
    first_line = block.text.partition("\n")[0]
    return len(first_line.split(" ", 1)) > 1 and (block.other in "-+" or first_line.startswith(f"1{block.other}"))


def _indent(text: str, sign: str) -> str:
    if not text:
        return sign.rstrip()
    space = " " * len(sign)
    first, *lines = text.split("\n")
    return "\n".join([sign + first, *(space + line if line else line for line in lines)])


def indent_note(text: str, label: str) -> str:
    """The definition of a footnote."""
    first, *lines = text.split("\n")
    return "\n".join([f"[^{label}]: {first}", *(f"    {line}" if line else line for line in lines)])


def fence(code: str, language: str = "") -> str:
    """Code between fences that are longer than any in it."""
    longest = max([2, *map(len, _TICKS.findall(code))])
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{code}\n{marks}"


def code_span(code: str) -> str:
    """Code in a line, between marks that it does not hold."""
    runs = set(map(len, _TICKS.findall(code)))
    longest = next(length for length in range(1, len(runs) + 2) if length not in runs)
    marks = "`" * longest
    pad = " " if code[0] == "`" or code[-1] == "`" or (code[0] == code[-1] == " " and code.strip(" ")) else ""
    return f"{marks}{pad}{code}{pad}{marks}"
