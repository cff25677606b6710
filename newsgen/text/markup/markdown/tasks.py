"""Items of task lists, `- [ ] to do` and `- [x] done`: a sign in place of the brackets.

The plug-in of markdown-it writes form fields, which a page of text should not have and which other readers drop.
"""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore

_BOX = re.compile(r"\[([ xX])\](?=\s|$)")
_SIGNS = {" ": "☐", "x": "☑", "X": "☑"}


def mark_tasks(state: StateCore) -> None:
    """Mark the items of task lists with signs, and the items and their lists with classes."""
    tokens = state.tokens
    open_lists: list[int] = []
    for index, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            open_lists.append(index)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            # A footnote inside a list is moved to the end without the list around it.
            del open_lists[-1:]
        elif token.type == "list_item_open" and index + 2 < len(tokens) and tokens[index + 2].type == "inline":
            first = next(iter(tokens[index + 2].children or ()), None)
            box = _BOX.match(first.content) if first and first.type == "text" else None
            if first and box:
                first.content = _SIGNS[box[1]] + first.content[box.end() :]
                token.attrs["class"] = "task"
                for place in open_lists[-1:]:
                    tokens[place].attrs["class"] = "tasks"
