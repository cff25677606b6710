"""Take out of an SVG what would run as a script or load from other servers when somebody opens it by its address.

In a page an image runs nothing, but its file is a document of the site's own. A drawing without any of that stays byte
for byte; any other is written anew, of elements and attributes that are known, in UTF-8 and without a document type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.parsers import expat

_SVG, _HTML, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
# All elements of SVG 1.1 and 2 but those that run or embed something.
_DRAWING = frozenset(
    "a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath"
    " color-profile cursor defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite"
    " feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB"
    " feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight"
    " feSpecularLighting feSpotLight feTile feTurbulence filter font font-face font-face-format font-face-name"
    " font-face-src font-face-uri foreignObject g glyph glyphRef hatch hatchpath hkern image line linearGradient"
    " marker mask mesh meshgradient meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline"
    " radialGradient rect set solidcolor stop style svg switch symbol text textPath title tref tspan unknown use"
    " view vkern".split()
)
# Elements in which programs write the words of a diagram.
_WORDS = frozenset("body div span p br b i em strong small code pre sub sup ul ol li table tbody tr td th".split())
_ANIMATIONS = frozenset(("animate", "animateColor", "animateMotion", "animateTransform", "set"))
# Attributes whose addresses are loaded, asked, or what all others begin at.
_LOADING = frozenset("ping base src srcset background poster data action formaction".split())
_ENCODINGS = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii", "utf-16"))
_BLANKS = re.compile("[\0- ]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_LEADS = ("http:", "https:", "mailto:", "tel:")
# Addresses in CSS that name a part of the drawing or hold the data, and the name of a namespace, which loads nothing.
_HELD = re.compile(
    r"""url\(\s*+(?:"\s*+(?:\#|data:)[^"\\]*+"|'\s*+(?:\#|data:)[^'\\]*+'|(?:\#|data:)[^()"'\\]*+)\s*+\)|@namespace[^;@]*+;""",
    re.IGNORECASE,
)
_LOADS = re.compile(r"url\(|image-set|src\(|@import|//|\\|expression|binding|behavior", re.IGNORECASE)


def clean_svg(content: bytes) -> bytes | None:
    """A drawing that runs nothing and loads nothing; None for one whose XML no browser reads."""
    drawing = _Drawing()
    try:
        drawing.read(content)
    except (expat.ExpatError, LookupError, ValueError):
        return None
    return drawing.written() if drawing.is_active else content


def is_active_xml(content: bytes) -> bool:
    """Whether a document of XML has elements of HTML or drawings in it, or a style that makes some of it."""
    document = _Drawing()
    try:
        document.read(content)
    except (expat.ExpatError, LookupError, ValueError):
        return True
    return document.is_active


class _Drawing:
    """A drawing as it is read: what is kept of it, and whether there was anything active."""

    def __init__(self) -> None:
        self.is_active = False
        self._kept: list[str] = []
        # Elements that are left out, one in another.
        self._left_out = 0
        self._open: list[str] = []
        self._style: list[str] | None = None

    def read(self, content: bytes) -> None:
        """Read a file. Raises ExpatError, and LookupError or ValueError for an encoding that nobody knows."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruct
        parser.StartDoctypeDeclHandler = self._type
        parser.XmlDeclHandler = self._declare
        parser.Parse(content, True)

    def written(self) -> bytes | None:
        """The drawing written anew; None where nothing of it is one."""
        return "".join(self._kept).encode() if self._kept else None

    def _declare(self, version: str, encoding: str | None, standalone: int) -> None:
        # Browsers know fewer encodings, and would read other signs than these.
        self.is_active |= (encoding or "").lower() not in _ENCODINGS

    def _type(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        # Other parsers may read declarations in another way.
        self.is_active |= bool(has_subset)

    def _instruct(self, target: str, data: str) -> None:
        self.is_active |= target.lower() == "xml-stylesheet"

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        is_kept = not self._left_out and self._may_stand(space, local) and not _aims_at_address(local, attributes)
        if not is_kept:
            # What other programs note in elements of their own does nothing.
            self.is_active |= space in (_SVG, _HTML) or any(map(_is_event, attributes))
            self._left_out += 1
            return
        kept = [f"<{local}"]
        if not self._open or space != self._open[-1].rpartition(" ")[0]:
            kept.append(f' xmlns="{space}"')
        if not self._open:
            kept.append(f' xmlns:xlink="{_XLINK}"')
        kept += self._attributes(local, attributes)
        self._kept += (*kept, ">")
        self._open.append(name)
        self._style = [] if local == "style" else None

    def _may_stand(self, space: str, local: str) -> bool:
        if self._style is not None:
            # What follows an element in a style would be read as another text.
            return False
        if space == _HTML:
            return local in _WORDS and f"{_SVG} foreignObject" in self._open
        return space == _SVG and local in _DRAWING and (local == "svg" or bool(self._open))

    def _attributes(self, element: str, attributes: dict[str, str]) -> Iterator[str]:
        for name, value in attributes.items():
            space, _, local = name.rpartition(" ")
            if _is_event(name) or local in _LOADING or not _is_harmless(element, local, value):
                self.is_active = True
            elif space in ("", _XML) or (space == _XLINK and local in ("href", "title")):
                prefix = {_XML: "xml:", _XLINK: "xlink:"}.get(space, "")
                yield f' {prefix}{local}="{_escape_value(value)}"'

    def _end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        if self._style is not None:
            style, self._style = "".join(self._style), None
            if _loads(style):
                self.is_active = True
            else:
                self._kept.append(escape(style, quote=False))
        self._open.pop()
        self._kept.append(f"</{name.rpartition(' ')[2]}>")

    def _text(self, text: str) -> None:
        if self._left_out or not self._open:
            return
        if self._style is None:
            self._kept.append(escape(text, quote=False))
        else:
            self._style.append(text)


def _escape_value(value: str) -> str:
    """The value of an attribute as it is written, with its ends of lines and tabs, which parsers make spaces."""
    return escape(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def _is_event(name: str) -> bool:
    return name.rpartition(" ")[2][:2].lower() == "on"


def _aims_at_address(element: str, attributes: dict[str, str]) -> bool:
    """Whether an animation would give an element another address or a script."""
    aim = attributes.get("attributeName", "").strip().rpartition(":")[2].lower()
    return element in _ANIMATIONS and (aim == "href" or aim.startswith("on"))


def _is_harmless(element: str, name: str, value: str) -> bool:
    if name != "href":
        return not _loads(value) if name == "style" or "(" in value else True
    address = _BLANKS.sub("", value)
    scheme = _SCHEME.match(address)
    if scheme:
        return scheme[0].lower() in _LEADS if element == "a" else bool(_PICTURE.match(address))
    return element == "a" or not address.startswith(("//", "\\", "/\\"))


def _loads(css: str) -> bool:
    """Whether a style may load something, or is written so that this cannot be told."""
    return bool(_LOADS.search(_HELD.sub("", css)))
