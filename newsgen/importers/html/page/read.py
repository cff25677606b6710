"""Read one page: its fields, and the HTML of its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from newsgen.importers.html.page.authors import find_authors
from newsgen.importers.html.page.block_features import block_features
from newsgen.importers.html.page.blocks import TextBlock, find_blocks, parse_page
from newsgen.importers.html.page.body_cut import cut_body
from newsgen.importers.html.page.body_model import body_probabilities
from newsgen.importers.html.page.dates import find_published, find_updated
from newsgen.importers.html.page.declared import DeclaredPage, read_declared
from newsgen.importers.html.page.headline import find_headline, letters_of
from newsgen.importers.html.page.left_out import count_left_out, find_comments
from newsgen.importers.html.page.reading import Evidence, PageReading
from newsgen.importers.html.page.template import NO_TEMPLATE, Template, place_of
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted import Hints, read_pasted

_BODY = 0.5
# Blocks around the first of the body in which its fields stand.
_ABOVE, _BELOW = 12, 12


def read_page(html: str, address: str = "", template: Template | None = None) -> PageReading:
    """What a page at an address says and shows of its article; `template` is what its site's pages share."""
    tree = parse_page(html)
    declared = read_declared(tree)
    page = find_blocks(tree)
    kept = _choose_body(page.blocks, body_probabilities(block_features(page)), template or NO_TEMPLATE)
    first = min(kept, default=-1)
    headline, headline_blocks = find_headline(page.blocks, declared, first)
    title = letters_of(headline)
    kept = {
        number for number in kept - set(headline_blocks) if not title or letters_of(page.blocks[number].text) != title
    }
    shown = _read_lines(page.blocks, headline_blocks, sorted(kept), declared)
    byline = find_authors(tree, declared, page.blocks) or tuple(_value(shown, "byline", ()))
    published = find_published(tree, declared, page.blocks) or _value(shown, "published", None)
    dek = _find_dek(page.blocks[max(0, first - _ABOVE) : first + 3] if first >= 0 else [], declared, headline)
    evidence: list[Evidence] = []
    if headline_blocks:
        place = place_of(page.blocks[headline_blocks[0]].element)
        evidence.append(Evidence("headline", headline, "heading", place))
    if kept:
        evidence.append(Evidence("body", "", "model", place_of(page.blocks[min(kept)].element)))
    used = kept | set(headline_blocks)
    return PageReading(
        declared,
        headline,
        dek,
        byline,
        next(iter(declared.sections), "") or next(iter(_value(shown, "section", ())), ""),
        published,
        find_updated(declared, published),
        declared.tags,
        (),
        find_comments(page.blocks, used),
        cut_body(page, kept).html,
        count_left_out(page.blocks, used),
        tuple(evidence),
    )


def _choose_body(blocks: Sequence[TextBlock], chances: Sequence[float], template: Template) -> set[int]:
    """The numbers of the blocks that are the body's, without what the site's pages share."""
    kept = {number for number, chance in enumerate(chances) if chance > _BODY}
    if template.chrome:
        kept = {n for n in kept if (place_of(blocks[n].element), blocks[n].text) not in template.chrome}
    return kept


def _read_lines(
    blocks: Sequence[TextBlock], headline: Sequence[int], kept: Sequence[int], declared: DeclaredPage
) -> Mapping[str, FieldValue]:
    """The fields that the lines around the headline and the body show, as the reader of pasted pages reads them."""
    if not kept:
        return {}
    begin = max(0, min((*headline, kept[0])) - 6)
    lines = "\n\n".join(block.text for block in blocks[begin : kept[0] + _BELOW])
    return read_pasted(lines, 1, "page", Hints(site_name=declared.site)).fields


def _value(fields: Mapping[str, FieldValue], name: str, default: Any) -> Any:
    return fields[name].value if name in fields else default


def _find_dek(blocks: Sequence[TextBlock], declared: DeclaredPage, headline: str) -> str:
    """The text that the page shows near its headline and declares as its description."""
    names = {letters_of(text) for text in declared.deks} - {letters_of(headline)}
    return next((block.text for block in blocks if letters_of(block.text) in names), "")
