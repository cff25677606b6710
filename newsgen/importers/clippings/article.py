"""Make an article of a document: its fields, its text in Markdown, and what else the export says in `extra`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from newsgen.importers.clippings.documents import ClippingDocument
from newsgen.importers.clippings.files.source_text import TextLink
from newsgen.importers.conversion.article_paths import article_path
from newsgen.importers.conversion.personal_data import public_name, without_addresses, without_personal_data
from newsgen.record.article import Article, Block
from newsgen.record.import_entry import Entry
from newsgen.sources.exports.label_names import fold
from newsgen.text.html_markdown.convert import convert_html
from newsgen.text.markup.html import render_body
from newsgen.text.urls import split_url

_NAMES = ("byline", "section", "publication", "tags")
_PRIVATE = "Addresses of e-mail are nobody's business."
_EXTRA = "No field holds it: it is in extra, by the label of the export."
# The databases' own pages, which only their subscribers see.
_DATABASES = (
    "lexis.com", "lexisnexis.com", "lexisnexis.de", "nexis.com", "factiva.com", "proquest.com", "ebscohost.com",
    "ebsco.com", "pressreader.com", "genios.de", "wiso-net.de",
)  # fmt: skip
# About as long as a headline.
_LONGEST_HEADLINE = 90


class Values(NamedTuple):
    """The fields of an article, and what else the export says of it by its own labels."""

    fields: dict[str, Any]
    extra: dict[str, Any]


def make_article(
    document: ClippingDocument, said: Values, links: Mapping[int, tuple[TextLink, ...]], article_id: str
) -> tuple[Article, list[Entry]]:
    """The article of a document of which the export says this, and the account of its lines."""
    values, extra = said.fields, said.extra
    entries = list(_lines(document))
    for name in _NAMES:
        if values.get(name):
            values[name] = tuple(filter(None, map(public_name, values[name])))
    for name in ("dek", "rights", "dateline"):
        if values.get(name):
            values[name] = without_addresses(values[name])
    clean = without_personal_data(extra)
    if clean != extra:
        entries.append(Entry("address", "", "left out", _PRIVATE))
    captions = [image.caption for image in values.pop("images", ()) if image.caption]
    if captions:
        # No picture is there that they could stand below.
        clean["caption"] = captions[0] if len(captions) == 1 else captions
    section, *sections = values.pop("section", None) or ("",)
    publication, *publications = values.pop("publication", None) or ("",)
    values["tags"] = tuple(dict.fromkeys((*values.get("tags", ()), *sections)))
    if publications:
        clean["publications"] = [publication, *publications]
    values["original_url"] = values.get("original_url") or _take_address(clean)
    body = document.pasted.body
    markdown = _markdown_of(body, links)
    headline = values.pop("headline", "") or _opening(body)
    known = {name: value for name, value in values.items() if name in Article.__slots__ and value}
    article = Article(
        path=article_path(known.get("published"), known, headline, article_id),
        headline=headline,
        section=section,
        publication=publication,
        extra=clean,
        id=article_id,
        body=(Block("markdown", markdown, 0),) if markdown.strip() else (),
        **known,
    )
    return article, entries


def _lines(document: ClippingDocument) -> Iterator[Entry]:
    """What became of each line: of those that are left out, the rule says why."""
    for label in document.pasted.labels:
        if label.role == "chrome":
            yield Entry("line", "chrome", "left out", label.rule)
        elif label.role in ("extra", "caption"):
            yield Entry("line", label.role, "kept raw", _EXTRA)
        else:
            yield Entry("line", label.role, "taken")


def _take_address(extra: dict[str, Any]) -> str:
    """The address at which an article stood on the web, which is taken out of what is kept beside."""
    for name, value in extra.items():
        if fold(name) in ("url", "web address") and isinstance(value, str) and is_public_address(value):
            del extra[name]
            return value
    return ""


def is_public_address(address: str) -> bool:
    """Whether an address is that of a page which is not one of a database."""
    parts = split_url(address)
    host = (parts.hostname or "").removeprefix("www.")
    is_database = any(f".{host}".endswith(f".{name}") for name in _DATABASES)
    return parts.scheme in ("http", "https") and "." in host and not is_database and " " not in address


def _markdown_of(body: Sequence[Block], links: Mapping[int, tuple[TextLink, ...]]) -> str:
    """A body in Markdown; every sign that Markdown would take for its own is escaped."""
    parts = [_paragraph(block, links.get(block.line, ())) if _is_linked(block, links) else "" for block in body]
    html: list[str] = []
    run: list[Block] = []
    for block, part in zip(body, parts, strict=True):
        if part:
            html.append(render_body(run))
            html.append(part)
            run = []
        else:
            run.append(block)
    return convert_html("".join([*html, render_body(run)])).markdown


def _is_linked(block: Block, links: Mapping[int, tuple[TextLink, ...]]) -> bool:
    return block.kind == "paragraph" and any(is_public_address(link.address) for link in links.get(block.line, ()))


def _paragraph(block: Block, links: Sequence[TextLink]) -> str:
    """The HTML of a paragraph with the links whose words are in it, in their order."""
    parts: list[str] = []
    rest = block.text
    for link in links:
        before, found, after = rest.partition(link.words)
        if found and is_public_address(link.address):
            parts += [escape(before), f'<a href="{escape(link.address)}">{escape(found)}</a>']
            rest = after
    return f"<p>{''.join(parts)}{escape(rest)}</p>"


def _opening(body: Sequence[Block]) -> str:
    """The words with which a text begins, for one that has no headline."""
    text = " ".join(body[0].text.split()) if body else ""
    if len(text) <= _LONGEST_HEADLINE:
        return text.rstrip(".")
    return f"{text[:_LONGEST_HEADLINE].rpartition(' ')[0] or text[:_LONGEST_HEADLINE]} …"
