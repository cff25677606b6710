"""The text of an RTF document (Rich Text Format 1.9.1): paragraphs, cells, links and characters of all code pages.

Libraries for it were tried: striprtf writes the addresses of links into the text, which breaks headlines, and reads all
letters in one code page. Nothing in the document is run, fetched or believed of its lengths.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from newsgen.importers.clippings.files.source_text import MOST_LINKS, SourceText, TextBuilder

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)|\\"
)
# Groups whose content is no text of the page.
_NO_TEXT = frozenset(
    "colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable "
    "listoverridetable rsidtbl generator xmlnstbl themedata datastore latentstyles filetbl revtbl bkmkstart bkmkend xe "
    "tc nonshppict shppict background pgdsctbl passwordhash userprops colorschememapping defchp defpap mmathPr "
    "template docvar annotation".split()
)
_STARRED_TEXT = frozenset(("fldinst", "shptxt", "footnote"))
_BREAKS = frozenset(("par", "line", "row", "nestrow", "sect", "page", "column"))
_SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_ESCAPED = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n", ":": ""}
# The code pages of the charsets of fonts; others have that of the document.
_CODECS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip
_DOCUMENT_CODECS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_HYPERLINK = re.compile(r"HYPERLINK\s+(?:\\\w\s+)*\"?(?P<address>[^\"\s]+)", re.IGNORECASE)
_DEEPEST = 5_000


@dataclass(slots=True)
class _Group:
    """What holds in a group; `kind` is the destination that reads its text, "" the page."""

    kind: str = ""
    skip_after_code: int = 1
    codec: str = ""
    begin: int = -1


class RtfReader:
    """Reads one document, token by token."""

    def __init__(self) -> None:
        self._text = TextBuilder()
        self._group = _Group()
        self._outer: list[_Group] = []
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._is_starred = False
        self._instruction: list[str] = []
        self._addresses: list[str] = []
        self._words: list[str] = []

    def read(self, raw: bytes) -> SourceText:
        """The text of a document. Raises ValueError for one that is nested too deeply."""
        content = raw.decode("latin-1")
        place = 0
        while place < len(content):
            token = _TOKEN.match(content, place)
            if token is None:
                break
            place = token.end()
            if token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin" and number and number > 0:
                    place += number
                else:
                    self._control(token["word"], number)
            elif token["byte"]:
                self._add_byte(int(token["byte"], 16))
            elif token["sign"]:
                self._sign(token["sign"])
            elif token["brace"] == "{":
                self._open()
            elif token["brace"]:
                self._close()
            elif token["text"]:
                self._add_raw(token["text"])
        self._flush()
        return self._text.build()

    def _open(self) -> None:
        self._flush()
        if len(self._outer) >= _DEEPEST:
            raise ValueError("its groups are nested too deeply")
        self._to_skip = 0
        self._outer.append(self._group)
        self._group = replace(self._group, begin=-1)

    def _close(self) -> None:
        self._flush()
        closed, self._is_starred, self._to_skip = self._group, False, 0
        if self._outer:
            self._group = self._outer.pop()
        if closed.kind == "fldinst" and self._group.kind != "fldinst":
            found = _HYPERLINK.search("".join(self._instruction))
            self._instruction.clear()
            self._addresses.append(found["address"] if found else "")
        elif closed.begin >= 0:
            address = self._addresses.pop() if self._addresses else ""
            if address and len(self._addresses) < MOST_LINKS:
                self._text.add_link("".join(self._words[closed.begin :]), address)
            if not self._addresses:
                self._words.clear()

    def _control(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._flush()
            self._add(chr(number % 0x10000))
            self._to_skip = self._group.skip_after_code
            return
        self._flush()
        self._to_skip = 0
        starred, self._is_starred = self._is_starred, False
        if word in ("fonttbl", "fldinst"):
            self._group.kind = word
        elif word in _NO_TEXT or (starred and word not in _STARRED_TEXT):
            self._group.kind = self._group.kind or "skipped"
        elif word == "fldrslt":
            self._group.begin = len(self._words)
            self._addresses = self._addresses or [""]
        elif word == "footnote" and not self._group.kind:
            self._add(" ")
        elif word == "uc" and number is not None:
            self._group.skip_after_code = max(0, number)
        elif word == "ansicpg" and number is not None:
            self._codec = _codec_of(number)
        elif word in _DOCUMENT_CODECS:
            self._codec = _DOCUMENT_CODECS[word]
        elif word == "deleted" and number != 0:
            # A change that Word tracks.
            self._group.kind = self._group.kind or "skipped"
        elif word == "f" and number is not None:
            self._font = number
            self._group.codec = self._fonts.get(number, "")
        elif word == "fcharset" and self._group.kind == "fonttbl" and number is not None:
            self._fonts[self._font] = _CODECS.get(number, "")
        elif word in _BREAKS:
            self._add("\n")
        elif word in ("cell", "nestcell"):
            self._add("\t")
        else:
            self._add(_SIGNS.get(word, ""))

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
            return
        self._flush()
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._add(_ESCAPED.get(sign, sign))

    def _add_byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes.append(byte)

    def _add_raw(self, text: str) -> None:
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        self._bytes += text[skipped:].encode("latin-1")

    def _flush(self) -> None:
        """Decode the bytes that belong together: letters of some code pages are two of them."""
        if self._bytes:
            raw = bytes(self._bytes)
            self._bytes.clear()
            self._add(raw.decode(self._group.codec or self._codec, "replace"))

    def _add(self, text: str) -> None:
        if not text:
            return
        if self._group.kind == "fldinst":
            self._instruction.append(text)
        elif not self._group.kind:
            self._text.add(text)
            if self._addresses:
                self._words.append(text)


def _codec_of(page: int) -> str:
    codec = {65001: "utf-8", 10000: "mac_roman"}.get(page, f"cp{page}")
    try:
        # Python decodes no bytes without asking whether it knows the encoding.
        codecs.lookup(codec)
    except LookupError:
        return "cp1252"
    return codec


def read_rtf(raw: bytes) -> SourceText:
    """The text of an RTF document. Raises ValueError for one that cannot be read."""
    source = RtfReader().read(raw)
    # Characters beyond U+FFFF are written as two halves.
    text = source.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return source._replace(text=text)
