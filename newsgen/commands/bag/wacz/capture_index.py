"""The index of a WACZ: a line a capture (CDXJ) in gzip members, and an index of those members."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

from newsgen.commands.bag.wacz.surt import surt
from newsgen.commands.bag.wacz.warc_writer import PublishedFile, Written

# Lines of a member: a reader unpacks one to find an address.
_BLOCK = 1024
_REVISIT = "warc/revisit"


class IndexBlock(NamedTuple):
    """A gzip member of the index, and its line in the index of members."""

    content: bytes
    line: bytes


def capture_line(file: PublishedFile, written: Written, moment: str, warc: str) -> bytes:
    """The line of a record, at a moment of fourteen digits, in the WARC of a name."""
    return _line(file.url, moment, file.media_type, file.digest, written, warc)


def revisit_line(file: PublishedFile, url: str, written: Written, moment: str, warc: str) -> bytes:
    """The line of a record which says that a URL gives what that of a file does."""
    return _line(url, moment, _REVISIT, file.digest, written, warc)


def _line(url: str, moment: str, media_type: str, digest: bytes, written: Written, warc: str) -> bytes:
    fields = {
        "url": url,
        "mime": media_type,
        "status": "200",
        "digest": f"sha256:{digest.hex()}",
        "length": str(written.length),
        "offset": str(written.offset),
        "filename": warc,
        "recordDigest": written.digest,
    }
    return f"{surt(url)} {moment} {json.dumps(fields)}\n".encode()


def index_blocks(lines: Iterable[bytes]) -> Iterator[IndexBlock]:
    """The members of an index whose lines come in order."""
    source, offset = iter(lines), 0
    while block := list(islice(source, _BLOCK)):
        content = gzip.compress(b"".join(block), mtime=0)
        first = block[0].partition(b" {")[0].decode()
        place = {"offset": offset, "length": len(content), "digest": f"sha256:{sha256(content).hexdigest()}"}
        yield IndexBlock(content, f"{first} {json.dumps(place)}\n".encode())
        offset += len(content)


def index_head(file: str) -> bytes:
    """The first line of the index of members."""
    return f"!meta 0 {json.dumps({'format': 'cdxj-gzip-1.0', 'filename': file})}\n".encode()
