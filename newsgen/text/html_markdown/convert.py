"""Convert HTML to Markdown: one walk over the tree, without recursion."""

from __future__ import annotations

import re

from newsgen.text.html_markdown.conversion import Conversion, ConversionOptions, Footnote
from newsgen.text.html_markdown.elements.registry import CHECKED, HANDLERS, start_other
from newsgen.text.html_markdown.elements.state import Closer, State
from newsgen.text.html_markdown.tree.dom import TEXT, Node, parse_html
from newsgen.text.html_markdown.tree.footnotes import find_roles
from newsgen.text.html_markdown.writing.containers import indent_note, join_blocks

# What is in a text that hides an element by its attributes, in lower case.
_HIDING = ("hidden", "display", "sr-only", "screen-reader")
_LANGUAGE = re.compile(r"[\s\"'/](?:xml:)?(?:lang|dir)\s*=")
_LONGEST = 60
_DEFAULT = ConversionOptions()


def convert_html(html: str, options: ConversionOptions = _DEFAULT) -> Conversion:
    """The Markdown of an HTML document or fragment, with its pictures, footnotes, embeds and the account."""
    root, dropped = parse_html(html)
    if root is None:
        return Conversion("")
    lower = html.lower()
    state = State(options, find_roles(root, html), any(sign in lower for sign in _HIDING))
    state.tells_language = _LANGUAGE.search(lower) is not None
    if dropped:
        state.note("element", "nesting", "left out", f"{dropped} tags are nested too deeply; their content stays.")
    _walk(root, state)
    state.flush()
    notes = [
        Footnote(label, state.notes[label])
        for label in dict.fromkeys(state.roles.references.values())
        if label in state.notes
    ]
    parts = [join_blocks(state.frames[0].blocks), *(indent_note(note.markdown, note.label) for note in notes)]
    markdown = "\n\n".join(filter(None, parts)) + "\n" if any(parts) else ""
    return Conversion(
        markdown,
        tuple(state.images),
        tuple(notes),
        tuple(state.embeds),
        tuple(state.entries),
        # Lists and notes write figures as HTML, where Markdown would make none.
        state.has_html or "<figure>" in markdown,
    )


def _walk(root: Node, state: State) -> None:
    """Hand each node to what handles its element, and call what ends it."""
    stack: list[tuple[Node, Closer | None]] = []
    handlers = CHECKED if state.hides or state.roles.targets or state.tells_language else HANDLERS
    # Comments may stand before the root.
    node: Node | None = root
    while node is not None and node.prev is not None:
        node = node.prev
    while True:
        if node is None:
            if not stack:
                return
            node, closer = stack.pop()
            if closer:
                closer()
            node = node.next
            continue
        tag = node.tag
        if tag == TEXT:
            state.pieces.append(node.text_content or "")
        elif tag is not None:
            handler = handlers.get(tag)
            result = handler(state, node) if handler else start_other(state, node)
            if result is not False:
                closer = None if result is True else result
                child = node.first_child
                if child is not None:
                    stack.append((node, closer))
                    node = child
                    continue
                if closer:
                    closer()
        elif node.is_element_node is False and (node.html or "").startswith("<?"):
            state.note("element", "<?…?>", "left out", "It is a program for a server.", (node.html or "")[:_LONGEST])
        node = node.next
