"""Files that are written into a text as `data:` addresses: they are taken out and become files of their own.

Google Docs, Notion and pandoc write pictures into Markdown this way. In their place stands the address that the file
has in the output, "/media/embedded/" and the digest of its content, so that no text holds base64.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from newsgen.errors import Finding, Problem
from newsgen.record.article import Block, Image, Origin
from newsgen.record.paths import EMBEDDED_FOLDER
from newsgen.text.markup.code_lines import find_code_lines

# An address where Markdown or HTML has one: behind "](", in the definition of a link, or in an attribute.
_ADDRESS = re.compile(
    r"""(?P<before>\]\(\s*+<?|^[ ]{0,3}\[[^\]\n]++\]:[ \t]*+\n?[ \t]*+<?)(?P<plain>data:[^\s)>]*)"""
    r"""|(?P<name>\b(?:src|data|poster|href|content)\s*+=\s*+)(?P<quote>["'])(?P<quoted>data:.*?)(?P=quote)""",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_DATA = re.compile(r"data:(?P<type>[\w.+/-]*)(?:;(?!base64,)[\w.+-]+(?:=[^;,]*)?)*(?P<base64>;base64)?,", re.IGNORECASE)
# The kinds of blocks whose addresses may be files.
_KINDS = ("markdown", "html")
_ENDINGS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/jpg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/svg+xml": "svg",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/heic": "heic",
    "image/heif": "heif",
    "image/jp2": "jp2",
    "image/x-icon": "ico",
    "image/vnd.microsoft.icon": "ico",
    "application/pdf": "pdf",
    "audio/mpeg": "mp3",
    "video/mp4": "mp4",
}


class Unpacked(NamedTuple):
    """A body and images without files in them, those files by their names, and what an editor should know."""

    body: tuple[Block, ...]
    images: tuple[Image, ...]
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]


def unpack_files(body: tuple[Block, ...], images: tuple[Image, ...], origin: Origin) -> Unpacked | None:
    """Take the files out of a body and of images, whose `origin` is given; None where there are none."""
    if not any(block.kind in _KINDS and "data:" in block.text for block in body) and not any(
        image.file.startswith("data:") for image in images
    ):
        return None
    unpacker = _Unpacker(origin.path)
    return Unpacked(
        tuple(map(unpacker.unpack_block, body)),
        tuple(
            replace(image, file=unpacker.address_of(image.file, origin.line))
            if image.file.startswith("data:")
            else image
            for image in images
        ),
        unpacker.files,
        tuple(unpacker.findings),
    )


class _Unpacker:
    def __init__(self, label: str) -> None:
        self._label = label
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []

    def unpack_block(self, block: Block) -> Block:
        """A block with the addresses of files in place of the files, outside of its code."""
        if block.kind not in _KINDS or "data:" not in block.text or not _ADDRESS.search(block.text):
            return block
        code = find_code_lines(block.text) if block.kind == "markdown" else ()
        # The line of the file before, and its place: a text may hold any number of them.
        index, begin = 0, 0

        def unpack(match: re.Match[str]) -> str:
            nonlocal index, begin
            index += block.text.count("\n", begin, match.start())
            begin = match.start()
            if index in code:
                return match[0]
            line = block.line + index if block.line else 0
            if match["plain"]:
                return match["before"] + self.address_of(match["plain"], line)
            # White space between attributes keeps the numbers of the lines below.
            ends = "\n" * match["quoted"].count("\n")
            return f"{match['name']}{match['quote']}{self.address_of(match['quoted'], line)}{match['quote']}{ends}"

        return replace(block, text=_ADDRESS.sub(unpack, block.text))

    def address_of(self, address: str, line: int) -> str:
        """The address of the file that a `data:` address holds; its type alone where it holds none."""
        head = _DATA.match(address)
        media_type = head["type"].lower() if head else ""
        if head and not head["base64"] and not media_type.startswith("image/"):
            return address
        content = _decode(address[head.end() :], bool(head["base64"])) if head else b""
        ending = _ENDINGS.get(media_type, "")
        if content and ending:
            name = f"{sha256(content).hexdigest()[:32]}.{ending}"
            self.files[name] = content
            return f"/{EMBEDDED_FOLDER}/{name}"
        self.findings.append(Finding("missing-images", _unreadable(media_type, line, self._label)))
        return f"data:{media_type}"


def _decode(text: str, is_base64: bool) -> bytes:
    """The content of a `data:` address; none if it cannot be read."""
    raw = unquote_to_bytes("".join(text.split()) if is_base64 else text)
    if not is_base64:
        return raw
    try:
        return b64decode(raw + b"=" * (-len(raw) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _unreadable(media_type: str, line: int, label: str) -> Problem:
    return Problem(
        label,
        line,
        f"cannot read the file that is written into the text as data:{media_type or '…'}",
        "Its text stands in its place.",
        "Save the file beside the article and name it in its place.",
    )
