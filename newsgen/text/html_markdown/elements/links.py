"""Links, targets of links, and the marks of footnotes."""

from __future__ import annotations

from html import escape

from newsgen.text.html_markdown.elements.state import Closer, State, source_of
from newsgen.text.html_markdown.tree.dom import Node, attributes_of, elements_in, text_of
from newsgen.text.html_markdown.writing.images import write_address, write_title
from newsgen.text.html_markdown.writing.inline import collapse
from newsgen.text.html_markdown.writing.pieces import Atom, Mark
from newsgen.text.markup.links import safe_address

# What a link shows besides words.
_SHOWN = frozenset("img amp-img svg math audio video object embed iframe input".split())


def start_link(state: State, node: Node) -> Closer | bool | None:
    """Begin a link, or put a footnote's mark in its place."""
    identity = node.mem_id
    if identity in state.roles.references:
        state.pieces.append(Atom(f"[^{state.roles.references[identity]}]"))
        return False
    if identity in state.roles.backlinks:
        return False
    if identity in state.roles.lone_marks:
        reason = "There is no note to which it leads; its sign stays."
        state.note("footnote", "mark", "left out", reason, source_of(node))
        return None
    if identity in state.roles.lone_backlinks:
        state.note("footnote", "link back", "left out", "There is no mark to which it leads.", source_of(node))
        return False
    attributes = attributes_of(node)
    written = attributes.get("href", "").strip()
    if (name := attributes.get("name", "")) or not written:
        add_anchor(state, name or attributes.get("id", ""))
    if not written or (state.active and any(mark.kind == "link" for mark in state.active)):
        if "href" in attributes:
            state.note("link", "nested" if written else "empty", "left out", "Its words stay.", source_of(node))
        return None
    if not text_of(node).strip() and not any(element.tag in _SHOWN for element in elements_in(node)):
        state.note("link", "blank", "left out", "It has no words.", source_of(node))
        return None
    is_safe = safe_address(written)
    address = state.options.rewrite_link(written) if is_safe else ""
    if not address:
        why = "The import leads nowhere there" if is_safe else "No page may lead there"
        state.note(
            "link",
            "link" if is_safe else written.partition(":")[0],
            "left out",
            f"{why}; its words stay.",
            source_of(node),
        )
        return None
    title = collapse(attributes.get("title", "")).strip()
    closing = f"]({write_address(address)}{' ' + write_title(title) if title else ''})"
    return state.start_mark(Mark("link", "a", "[", closing, address))


def add_anchor(state: State, name: str) -> None:
    """Add the target of links to `name`."""
    name = "".join(name.split())
    if name and name not in state.anchors:
        state.anchors[name] = 0
        state.pieces.append(Atom(f'<a id="{escape(name)}"></a>'))
        state.has_html = True
