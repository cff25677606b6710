"""The Markdown file of an imported article: front matter that a person would be glad to edit, then the text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import yaml

from newsgen.importers.address_fields import AddressFields, address_fields
from newsgen.importers.imported import ImportedArticle
from newsgen.record.article import Article
from newsgen.record.limits import YAML_CHARACTERS
from newsgen.record.names import safe_path
from newsgen.record.paths import MARKDOWN_ENDINGS
from newsgen.text.yaml.nested import write_nested
from newsgen.text.yaml.writer import write_yaml

DRAFTS = "_drafts"
_FAST = getattr(yaml, "CSafeDumper", None)
_WIDEST = 2**31 - 1


def place_of(imported: ImportedArticle) -> str:
    """The path of the article's file below the articles folder, which every disk takes; drafts have a folder."""
    path = safe_path(imported.article.path.lstrip("/"))
    if not path.lower().endswith(MARKDOWN_ENDINGS):
        path += ".md"
    return f"{DRAFTS}/{path}" if imported.status else path


class FrontMatterTooLong(Exception):
    """An article has more front matter than a build reads."""


def format_markdown_file(imported: ImportedArticle) -> str:
    """The text of an imported article's file. Raises FrontMatterTooLong."""
    article = imported.article
    addresses = address_fields(article)
    simple = {key: value for key, value in _simple_fields(article, addresses).items() if value}
    front = write_yaml(simple, quoted="headline")
    front += _nested({key: value for key, value in _nested_fields(article).items() if value})
    last: dict[str, Any] = {"draft": bool(imported.status)}
    if imported.status not in ("", "draft"):
        last["status"] = imported.status
    last["id"] = article.id
    withheld: dict[str, Any] = {"publish": False} if imported.is_withheld else {}
    front += write_yaml({**withheld, **{key: value for key, value in last.items() if value}})
    if article.extra or addresses.unused:
        front += _nested({"extra": {**article.extra, **addresses.unused}})
    if len(front) > YAML_CHARACTERS:
        raise FrontMatterTooLong
    body = "\n\n".join(block.text.strip("\n") for block in article.body)
    return f"---\n{front}---\n\n{body}\n" if body else f"---\n{front}---\n"


def _simple_fields(article: Article, addresses: AddressFields) -> dict[str, Any]:
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "dek": article.dek,
        "byline": article.byline,
        "dateline": article.dateline,
        "published": article.published or "",
        "updated": article.updated or "",
        "section": article.section,
        "tags": article.tags,
        "publication": article.publication,
        "print_page": article.print_page,
        **article.groups,
        "language": article.language,
        "translation_of": article.translation_of,
        "rights": article.rights,
        "original_url": article.original_url,
        **addresses.fields,
        "notice": article.notice,
        "delisted": article.delisted,
    }


def _nested_fields(article: Article) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "images": [
            _filled(file=image.file, alt=image.alt, caption=image.caption, credit=image.credit)
            for image in article.images
        ],
        "related": [_filled(headline=link.headline, url=link.url) for link in article.related],
        "corrections": [
            _filled(date=str(correction.date or ""), text=correction.text) for correction in article.corrections
        ],
    }
    withdrawal = article.withdrawal
    if withdrawal:
        fields[withdrawal.kind] = _filled(reason=withdrawal.reason, date=str(withdrawal.date or "")) or True
    return fields


def _filled(**values: str) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}


def _nested(values: Mapping[str, Any]) -> str:
    if not values:
        return ""
    values = _plain(values)
    written = write_nested(values)
    if written is not None:
        return written
    # The writer in C is ten times faster, and writes characters beyond U+FFFF as codes.
    if _FAST:
        text: str = yaml.dump(dict(values), Dumper=_FAST, sort_keys=False, allow_unicode=True, width=_WIDEST)
        if "\\U000" not in text:
            return text
    return yaml.safe_dump(dict(values), sort_keys=False, allow_unicode=True, width=math.inf)


def _plain(value: Any) -> Any:
    """A value with lists and dictionaries only, as YAML writes them without tags; what else there is becomes text.

    Halves of characters, which JSON can hold and no file, are written as their codes.
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, Mapping):
        return {_plain(str(key)): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int | float) else _plain(str(value))
