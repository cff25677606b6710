"""The kinds of files that browsers play or show by themselves and that are no images, by the endings of their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

MediaKind = Literal["audio", "video", "document"]
_KINDS: Mapping[str, MediaKind] = {
    **dict.fromkeys(("mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"), "audio"),
    **dict.fromkeys(("mp4", "m4v", "webm", "ogv", "mov"), "video"),
    "pdf": "document",
}


def media_kind(address: str) -> MediaKind | None:
    """The kind of the file that an address names, which may have a query and a fragment; None for any other file."""
    name = address.partition("#")[0].partition("?")[0]
    return _KINDS.get(name.rpartition(".")[2].lower()) if "." in name else None
