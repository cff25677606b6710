"""Article body to safe HTML. Article text is untrusted: nothing in it may become script, style or a foreign request.

Links and images keep the addresses of the text. `newsgen.text.markup.links.rewrite_links` adapts them to a page, so a
body's HTML is made once, whatever page shows it and whatever becomes of its images.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from newsgen.record.article import Block
from newsgen.text.markup.fast_markdown import render_plain
from newsgen.text.markup.headings import add_heading_ids
from newsgen.text.markup.markdown.addresses import SITE
from newsgen.text.markup.markdown.missing_cells import may_lack_cells
from newsgen.text.markup.markdown.parser import markdown_parser
from newsgen.text.markup.omissions import Omission, omissions_in
from newsgen.text.markup.paragraphs import find_paragraphs
from newsgen.text.markup.pasted_blocks import render_blocks
from newsgen.text.urls import NO_SITE, SiteUrls

_MARKS = re.compile(r"[*_`\[\]<>&\\{~^]")


def render_body(blocks: Iterable[Block], allow_html: bool = False, site: SiteUrls = NO_SITE) -> str:
    """The HTML of a body, with ids for its headings; `allow_html` keeps harmless HTML inside Markdown.

    `site` says which images with a whole URL may be files of the site itself.
    """
    parts: list[str] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        if kind == "markdown":
            for text in texts:
                # Each text but the first has a name, so that its footnotes have ids of their own.
                name = {"docId": str(len(parts))} if parts else {}
                parts.append(_render_markdown(text, allow_html, {SITE: site, **name}))
        elif kind == "html":
            parts.extend(_sanitise(text, {SITE: site}) for text in texts)
        else:
            parts.append(render_blocks(kind, texts))
    return add_heading_ids("".join(parts))


def heading_text(text: str) -> str:
    """The words of a Markdown heading, without its marks and its list of attributes; `text` is one without "#"."""
    if not _MARKS.search(text):
        return text
    html = markdown_parser(allow_html=False).render(f"## {text}")
    return " ".join("".join(find_paragraphs(html)).split()) or text


def find_omissions(block: Block, allow_html: bool, site: SiteUrls = NO_SITE) -> list[Omission]:
    """What the page of a block of Markdown or HTML leaves out of it, or shows in another form."""
    env: dict[str, Any] = {SITE: site}
    is_html = block.kind == "html"
    html = block.text if is_html else markdown_parser(allow_html).render(block.text, env)
    if allow_html or is_html:
        _sanitise(html, env)
    return omissions_in(env)


def _render_markdown(text: str, allow_html: bool, env: dict[str, Any]) -> str:
    parser = markdown_parser(allow_html)
    if not allow_html and not may_lack_cells(text):
        return render_plain(text, lambda piece: str(parser.render(piece, {**env})))
    html = str(parser.render(text, env))
    return _sanitise(html, env) if allow_html else html


def _sanitise(html: str, env: dict[str, Any]) -> str:
    # Few sites let HTML through.
    from newsgen.text.markup.raw_html.sanitise import sanitise

    return sanitise(html, env)
