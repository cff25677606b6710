"""Images that are missing or unreadable, and links that lead nowhere, as problems for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgen.archive.links import DANGLING, MISSING, LinkTable
from newsgen.errors import Problem
from newsgen.images.metadata import MAY_BE_RUN
from newsgen.record.media_kinds import media_kind

if TYPE_CHECKING:
    from newsgen.archive.images import ImageTable


def missing_images(links: LinkTable, articles: str) -> Iterator[Problem]:
    """The images that are not there; `articles` is the articles folder, as messages name it."""
    for path, address, line in links.with_fault(MISSING):
        place = "below static/" if address.startswith("/") else "beside the article"
        noun = "file" if media_kind(address) else "image"
        yield Problem(
            f"{articles}/{path}",
            line,
            f'there is no {noun} "{address}"',
            "Its text stands in its place.",
            f"Put the file {place}, or take the {noun} out of the text.",
        )


def unreadable_images(images: ImageTable, articles: str) -> Iterator[Problem]:
    """The images that are there and cannot be read."""
    for (path, address, line), fault in images.unreadable():
        message = f'cannot read the image "{address}": {fault}'
        fix = "Put a whole one in its place, or take the image out of the text."
        if fault == MAY_BE_RUN:
            message = f'the file "{address}" is not published: {fault}'
            fix = "Put it into the folder static, whose files are yours, or take it out of the text."
        yield Problem(f"{articles}/{path}", line, message, "Its text stands in its place.", fix)


def dangling_links(links: LinkTable, articles: str) -> Iterator[Problem]:
    """The links that lead nowhere."""
    for path, address, line in links.with_fault(DANGLING):
        yield Problem(
            f"{articles}/{path}",
            line,
            f'the link "{address}" leads to nothing in the archive',
            "Readers who follow it find no page.",
            "Correct it, or name the old site's address as original_url: in site.yaml.",
        )
