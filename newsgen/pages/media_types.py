"""Media types by file name."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

# Media types (IANA) that Python's own table lacks, or had otherwise in older versions. The system's tables are not
# asked: they differ, and a wrong one makes a browser refuse a script or a style.
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
    """The media type of a file by its name; what is not known is bytes."""
    return _TYPES.get(PurePosixPath(file).suffix.lower(), "application/octet-stream")
