"""A picture as pages show it: its files and its measures, never its content."""

from __future__ import annotations

from typing import NamedTuple


class ResponsiveImage(NamedTuple):
    """A picture's own file as a link from the site's root, its width and height, and its renditions.

    The measures are pixels of that file, 0 where they are not known. `stem` is what the links of all renditions begin
    with: "media/2021/fair" for "media/2021/fair-960.avif". Without `formats` there are none beside the file itself.
    """

    href: str
    width: int = 0
    height: int = 0
    stem: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()

    def sources(self, root: str) -> tuple[tuple[str, str], ...]:
        """The media type and `srcset` of each format, best first, on a page from which `root` leads to the root."""
        return tuple((f"image/{format_}", self._srcset(root, format_)) for format_ in self.formats)

    def _srcset(self, root: str, format_: str) -> str:
        return ", ".join(f"{root}{self.stem}-{width}.{format_} {width}w" for width in self.widths)
