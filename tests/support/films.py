"""Films made of boxes, with what cameras write into them."""

import struct

PLACE = b"+47.3769+008.5417/"


def box(kind: bytes, *contents: bytes, is_long: bool = False) -> bytes:
    """A box; `is_long` writes its size in eight bytes."""
    body = b"".join(contents)
    if is_long:
        return struct.pack(">I4sQ", 1, kind, len(body) + 16) + body
    return struct.pack(">I4s", len(body) + 8, kind) + body


def numbers(*values: int) -> bytes:
    """Numbers of four bytes."""
    return struct.pack(f">{len(values)}I", *values)


def track(handler: bytes, offset: int, sizes: tuple[int, ...], *more: bytes) -> bytes:
    """A track whose samples lie in one chunk at a place in the file."""
    table = box(
        b"stbl",
        box(b"stsc", numbers(0, 1, 1, len(sizes), 1)),
        box(b"stsz", numbers(0, 0, len(sizes), *sizes)),
        box(b"stco", numbers(0, 1, offset)),
    )
    media = box(b"mdia", box(b"hdlr", numbers(0, 0), handler, numbers(0, 0, 0)), box(b"minf", table))
    return box(b"trak", box(b"tkhd", numbers(0)), media, *more)


def film(*in_moov: bytes, data: bytes = b"pixels and sound", more: bytes = b"") -> bytes:
    """A film of one track of pictures, with boxes in its `moov`, and others behind it."""
    head = box(b"ftyp", b"isom", numbers(0))
    moov = box(b"moov", box(b"mvhd", numbers(0, 0, 0, 1000, 5000)), *in_moov)
    return head + box(b"mdat", data) + moov + more


# Where the data of `film` begins.
DATA = 16 + 8
