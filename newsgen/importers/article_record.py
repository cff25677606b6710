"""An imported article as plain values, for JSON: the keys of `newsgen inspect --json` and those of an import."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import Any

from newsgen.importers.imported import ImportedArticle
from newsgen.record.comment import Comment
from newsgen.record.plain_text import text_of
from newsgen.text.markup.html import render_body
from newsgen.text.markup.paragraphs import find_paragraphs
from newsgen.text.urls import SiteUrls

_BOX = re.compile(r"<(iframe|embed)\b[^<>]{0,4000}>(?:\s*+</\1>)?")


class _Everywhere(SiteUrls):
    """A site that every address is of: pictures are shown, wherever their files are."""

    def path_of(self, address: str) -> str | None:
        """The address itself."""
        return address


def record_of(imported: ImportedArticle) -> dict[str, Any]:
    """The values of an imported article; `body` is its text by paragraphs, `markdown` as its file has it.

    Addresses of pictures and boxes are no words of the text.
    """
    article = imported.article
    blocks = [replace(block, text=_BOX.sub("", block.text)) for block in article.body]
    html = render_body(blocks, allow_html=True, site=_Everywhere())
    paragraphs = (" ".join(text.split()) for text in find_paragraphs(html))
    return {
        "path": imported.place,
        "headline": article.headline,
        "dek": article.dek,
        "kicker": article.kicker,
        "dateline": article.dateline,
        "language": article.language,
        "original_url": article.original_url,
        "rights": article.rights,
        "print_page": article.print_page,
        "publication": article.publication,
        "section": article.section,
        "byline": list(article.byline),
        "tags": list(article.tags),
        "published": str(article.published) if article.published else None,
        "updated": str(article.updated) if article.updated else None,
        "body": [text for text in paragraphs if text],
        "markdown": text_of(article),
        "related": [{"title": link.headline, "url": link.url} for link in article.related],
        "corrections": [{"date": str(part.date or ""), "text": part.text} for part in article.corrections],
        "images": [
            {"file": image.file, "alt": image.alt, "caption": image.caption, "credit": image.credit}
            for image in article.images
        ],
        "id": article.id,
        "permalink": article.permalink,
        "aliases": list(article.aliases),
        **({"translation_of": list(article.translation_of)} if article.translation_of else {}),
        "draft": bool(imported.status),
        "status": imported.status,
        **({"publish": False} if imported.is_withheld else {}),
        "comments": [_values_of(comment) for comment in article.comments],
        "extra": dict(article.extra),
    }


def _values_of(comment: Comment) -> dict[str, str]:
    return {**asdict(comment), "date": str(comment.date or "")}
