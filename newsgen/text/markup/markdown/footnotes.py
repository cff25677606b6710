"""Footnotes: those of the plug-in, and also the ones to which nothing refers, so that no note is lost."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, reference
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.footnote import footnote_plugin

from newsgen.text.markup.omissions import note_omission


def enable_footnotes(parser: MarkdownIt) -> None:
    """Let a parser read footnotes, `[^1]` with `[^1]: …` and `^[…]`, and list them at the end of the text."""
    parser.use(footnote_plugin)
    parser.block.ruler.at("reference", _read_reference, {"alt": []})
    parser.core.ruler.before("footnote_tail", "lone_footnotes", _list_lone_notes)
    parser.core.ruler.after("footnote_tail", "footnote_returns", _remove_lone_returns)
    parser.add_render_rule("footnote_caption", _render_number)


def _render_number(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The number of a note, also where the text refers to it again."""
    return f"[{tokens[index].meta['id'] + 1}]"


def _read_reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read the definition of a link; "[^my note]: Ibid." is none, and its text would be lost."""
    begin = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", begin) and reference(state, start, end, silent)


def _list_lone_notes(state: StateCore) -> None:
    """Number the notes to which nothing refers, and second ones of the same name, after all others."""
    if "footnotes" not in state.env:
        return
    notes = state.env["footnotes"]
    seen: set[str] = set()
    for token in state.tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        is_second = label in seen
        if is_second:
            # No label has a space.
            label = token.meta["label"] = f"{label} {len(notes['list'])}"
        seen.add(label)
        if is_second or notes["refs"].get(f":{label}", -1) < 0:
            number = len(notes["list"])
            notes["refs"][f":{label}"] = number
            notes["list"][number] = {"label": label, "count": 0}
            note_omission(state.env, "note", f"[^{label.split(' ')[0]}]")


def _remove_lone_returns(state: StateCore) -> None:
    """Remove the links from notes back to the text where nothing in it refers to them."""
    notes = state.env.get("footnotes", {}).get("list", {})
    lone = {number for number, note in notes.items() if note.get("count") == 0}
    if lone:
        state.tokens = [
            token for token in state.tokens if token.type != "footnote_anchor" or token.meta["id"] not in lone
        ]
