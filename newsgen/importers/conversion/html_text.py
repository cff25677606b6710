"""The text of an article in HTML as Markdown, with its pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsgen.importers.conversion.pictures import SitePictures, other_hosts
from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.conversion import ConversionOptions, same_address
from newsgen.text.html_markdown.convert import convert_html


class HtmlText(NamedTuple):
    """A text in Markdown, and the account of what became of its HTML."""

    markdown: str
    entries: tuple[Entry, ...]


def read_html_text(
    html: str, place: str, pictures: SitePictures, rewrite_link: Callable[[str], str] = same_address
) -> HtmlText:
    """A text in Markdown; its pictures of the old site have the paths at which they are imported."""
    remote: list[str] = []

    def choose(addresses: Sequence[str]) -> str:
        local = next(filter(None, map(pictures.local_path, addresses[:1])), "")
        if not local:
            remote.append(addresses[0])
        return local.replace(" ", "%20") or addresses[0]

    conversion = convert_html(html, ConversionOptions(rewrite_link=rewrite_link, choose_image=choose))
    entries = (*conversion.entries, *other_hosts(remote, place))
    return HtmlText(conversion.markdown.strip("\n"), entries)
