"""Media types by file name."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

# With the media types (IANA) that Python's own table lacks, or that differed in older versions. The system's tables are
# not used: they differ, and with a wrong type a browser refuses a script or a stylesheet.
_TYPES = {
    **mimetypes.MimeTypes().types_map[False],
    **mimetypes.MimeTypes().types_map[True],
    ".avif": "image/avif",
    ".gz": "application/gzip",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


def type_of(file: str) -> str:
    """The media type of a file by its name, "application/octet-stream" if it is not known."""
    return _TYPES.get(PurePosixPath(file).suffix.lower(), "application/octet-stream")
