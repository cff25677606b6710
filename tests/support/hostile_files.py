"""Files that come with exports and hold an attack, by names of many kinds, and how pages address them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple
from urllib.parse import quote

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>'


def _drawing(attack: str) -> str:
    return f"{_SVG}{attack}</svg>"


def _document(attack: str) -> str:
    return f"{_XHTML}{attack}</body></html>"


# Contents by the endings of names; a browser may open each as something that runs.
_CONTENTS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("svg", "SVG", "svg.foo", "svgz", "xsl"), _drawing),
    **dict.fromkeys(("xhtml", "xml", "xht", "xsd"), lambda attack: f'<?xml version="1.0"?>{_document(attack)}'),
    **dict.fromkeys(("html", "htm", "foo", "html.foo", "php", "phtml", "php.foo", "mht", "shtml", "js", "config"), str),
}
# What documents are opened by, and what else servers and browsers may run or obey.
DOCUMENTS = (".svg", ".svgz", ".xhtml", ".xml", ".xht", ".xsd", ".xsl", ".html", ".htm", ".foo")
# Names that a disk, a page or a server could take for something else; the number makes each one of its own.
_NAMES = (
    *(
        "note-{}",
        'a "b" {}',
        "a 'onload=alert(1) b={}",
        "<img src=x onerror=alert({})>",
        "javascript:alert({})",
        ".ht{}",
    ),
    *("con.{}", "a&lt;b{}", "%2e%2e%2f{}", "ﬁle-{}", "a\u202e{}", "{} x" + "y" * 180, "..{}", "a\\..\\{}", "a;b,c{}"),
)


class HostileFile(NamedTuple):
    """A file: its name, its content, and its name as an address has it."""

    name: str
    content: bytes

    @property
    def address(self) -> str:
        """The name as a part of an address."""
        return quote(self.name)

    def link(self, before: str) -> str:
        """HTML that links to the file and shows it; `before` stands before its address."""
        address = escape(before + self.address)
        return (
            f'<a href="{address}">File</a> <img src="{address}" alt="File">'
            if self._is_shown()
            else (f'<a href="{address}">File</a>')
        )

    def _is_shown(self) -> bool:
        return self.name.lower().endswith(("svg", "php", "foo")) and len(self.content) % 2 == 0


def hostile_files(attacks: Sequence[str]) -> Iterator[HostileFile]:
    """A file for each attack."""
    endings = list(_CONTENTS)
    for number, attack in enumerate(attacks):
        ending = endings[number % len(endings)]
        name = f"{_NAMES[number % len(_NAMES)].format(number)}.{ending}".replace("/", "-")
        yield HostileFile(name, _CONTENTS[ending](attack).encode("utf-8", "replace"))
