"""`ResponsiveImage`: an image's files, sizes and formats as pages use them."""

from __future__ import annotations

from typing import NamedTuple


class ResponsiveImage(NamedTuple):
    """An image's file as a link from the site's root, its width and height in pixels, and its renditions.

    Width and height are 0 where unknown. `stem` is the beginning of the links of all renditions: "media/2021/fair" for
    "media/2021/fair-960.avif". Without `formats` there are no renditions beside the file itself. `caption` and `credit`
    are those in its file, which only the pages of articles show.
    """

    href: str
    width: int = 0
    height: int = 0
    stem: str = ""
    widths: tuple[int, ...] = ()
    formats: tuple[str, ...] = ()
    caption: str = ""
    credit: str = ""

    def sources(self, root: str) -> tuple[tuple[str, str], ...]:
        """The media type and `srcset` of each format, best first; `root` is the page's relative link to the root."""
        return tuple((f"image/{format_}", self._srcset(root, format_)) for format_ in self.formats)

    def _srcset(self, root: str, format_: str) -> str:
        return ", ".join(f"{root}{self.stem}-{width}.{format_} {width}w" for width in self.widths)
