"""HTML that Markdown cannot express: a block without blank lines, of what newsgen shows of HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from newsgen.text.html_markdown.tree.dom import TEXT, Node, attributes_of
from newsgen.text.html_markdown.tree.tags import BLOCKS, OTHER_NAMES, RAW_ATTRIBUTES, RAW_TAGS
from newsgen.text.html_markdown.writing.inline import collapse

# Elements that hold no text of their own; each of their parts stands on a line.
_STRUCTURES = frozenset("table thead tbody tfoot tr ul ol dl figure details".split())
_ON_A_LINE = frozenset(
    (*_STRUCTURES, "li", "dt", "dd", "td", "th", "caption", "figcaption", "summary", "p", "blockquote")
)
_VOID = frozenset(("br", "hr", "img", "wbr"))


class RawRules:
    """What a writer of HTML asks: what stands in place of elements, and the addresses of links.

    `replace` returns HTML in place of an element with its content, or None where it is written as it is; `link` the
    address for that of a link, "" for none; `is_left_out` whether an element is left out with its content.
    """

    __slots__ = ("is_left_out", "link", "replace")

    def __init__(
        self,
        replace: Callable[[Node, dict[str, str]], str | None],
        link: Callable[[str], str],
        is_left_out: Callable[[Node], bool],
    ) -> None:
        self.replace = replace
        self.link = link
        self.is_left_out = is_left_out


def write_raw(node: Node, rules: RawRules) -> str:
    """The HTML of an element with its content."""
    return _Writer(rules).write(node, with_itself=True)


def write_raw_content(node: Node, rules: RawRules) -> str:
    """The HTML of what is in an element, on one line."""
    return " ".join(_Writer(rules).write(node, with_itself=False).split("\n")).strip(" ")


class _Writer:
    def __init__(self, rules: RawRules) -> None:
        self._rules = rules
        self._parts: list[str] = []
        self._preformatted = 0
        # Whether a break stands before the next text, because an element without a place here ended.
        self._has_break = False
        self._has_text = False

    def write(self, top: Node, with_itself: bool) -> str:
        stack: list[tuple[Node, str]] = []
        node: Node | None = top if with_itself else top.first_child
        while True:
            if node is None:
                if not stack:
                    break
                node, tag = stack.pop()
                self._end(tag)
                if with_itself and not stack:
                    break
                node = node.next
                continue
            tag = node.tag or ""
            if tag == TEXT:
                self._add_text(node.text_content or "")
            elif node.is_element_node:
                written = self._start(node, OTHER_NAMES.get(tag, tag))
                child = node.first_child if written is not None else None
                if written is not None and child is not None:
                    stack.append((node, written))
                    node = child
                    continue
                if written:
                    self._end(written)
            if with_itself and not stack:
                break
            node = node.next
        return "".join(self._parts).rstrip("\n")

    def _start(self, node: Node, tag: str) -> str | None:
        """Write a start tag; the tag to close, "" for none, and None where the content is not read."""
        if self._rules.is_left_out(node):
            return None
        attributes = attributes_of(node)
        replaced = self._rules.replace(node, attributes)
        if replaced is not None:
            self._add(replaced)
            return None
        if tag == "h1":
            tag = "h2"
        if tag not in RAW_TAGS:
            if tag in BLOCKS:
                self._has_break = self._has_text
                return "-"
            return ""
        if tag == "a":
            href = self._rules.link(attributes.pop("href", ""))
            attributes = {**attributes, "href": href} if href else attributes
            attributes["id"] = attributes.get("id") or attributes.get("name", "")
        kept = "".join(
            f' {name}="{_attribute(value)}"'
            for name in RAW_ATTRIBUTES.get(tag, RAW_ATTRIBUTES["*"])
            if (value := attributes.get(name, "")) or (name == "alt" and tag == "img")
        )
        if tag == "a" and not kept:
            return ""
        if tag in _ON_A_LINE:
            self._has_break = False
        if tag in _VOID:
            self._add("<br>" if tag == "br" else f"<{tag}{kept}>")
            return ""
        line = "\n" if tag in _STRUCTURES and not self._preformatted else ""
        if line and self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")
        self._add(f"<{tag}{kept}>{line}", is_text=tag not in _ON_A_LINE)
        self._has_text = self._has_text and tag not in _ON_A_LINE
        if tag == "pre":
            self._preformatted += 1
        return tag

    def _end(self, tag: str) -> None:
        if tag == "-":
            self._has_break = self._has_text
            return
        if not tag:
            return
        if tag == "pre":
            self._preformatted -= 1
        if tag in _ON_A_LINE:
            self._has_break = self._has_text = False
            if self._parts and self._parts[-1].endswith(" "):
                self._parts[-1] = self._parts[-1].rstrip(" ")
        self._parts.append(f"</{tag}>" + ("\n" if tag in _ON_A_LINE and not self._preformatted else ""))

    def _add_text(self, text: str) -> None:
        if self._preformatted:
            if self._parts[-1].startswith("<pre") and text.startswith("\n"):
                text = f"\n{text}"
            self._add(escape(text, quote=False).replace("\n", "&#10;"))
            return
        text = collapse(text)
        last = self._parts[-1] if self._parts else "\n"
        if text == " " and (last.endswith(("\n", " ")) or not self._has_text):
            return
        if not self._has_text or last.endswith(("\n", " ")):
            text = text.lstrip(" ")
        if text:
            self._add(escape(text, quote=False))

    def _add(self, html: str, is_text: bool = True) -> None:
        if self._has_break and is_text:
            self._parts.append("<br>")
            self._has_break = False
        self._parts.append(html)
        self._has_text = self._has_text or is_text


def _attribute(value: str) -> str:
    return escape(" ".join(value.split()) if "\n" in value else value)
