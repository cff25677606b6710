"""Make an imported article of the fields that keys and values gave, and of its text in Markdown."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.article_paths import article_path
from newsgen.importers.conversion.fields import KeyedFields
from newsgen.importers.conversion.statuses import is_future, treat_status
from newsgen.importers.imported import Imported, ImportedArticle, ImportedFile
from newsgen.record.article import Article, Block
from newsgen.record.comment import Comment
from newsgen.record.field_keys import GROUP_FIELDS
from newsgen.record.import_entry import Entry
from newsgen.record.redaction import anonymise


class Text(NamedTuple):
    """The text of an article in Markdown, with the files that it shows, its comments, and its part of the account."""

    markdown: str
    files: Sequence[ImportedFile] = ()
    comments: Sequence[Comment] = ()
    entries: Iterable[Entry] = ()


class Origin(NamedTuple):
    """Where an article stands in its source, the name that it keeps, and its path where the source gives one.

    `note` is what its entry in the account says besides.
    """

    place: str
    id: str
    path: str = ""
    note: str = ""


def import_article(keyed: KeyedFields, text: Text, origin: Origin, today: datetime.date) -> Iterator[Imported]:
    """The article of some fields, or the entry that says why it is left out."""
    fields = dict(keyed.fields)
    status = keyed.status or ("future" if is_future(fields.get("published"), today) else "")
    treatment = treat_status(status)
    if treatment.withheld:
        yield Entry("article", status, "left out", treatment.withheld, origin.place)
        return
    replacements = fields.pop("anonymised", ())
    article = replace(make_article(fields, keyed.extra, text.markdown, origin), comments=tuple(text.comments))
    if replacements:
        try:
            article = anonymise(article, replacements, origin.place, 0)
        except NewsgenError as failed:
            yield Entry("article", "anonymised", "left out", "a name to replace is not found in it", origin.place)
            yield from failed.problems
            return
    reason = f"not public in its source ({status}): a draft" if treatment.status else origin.note
    own = Entry("article", status, "taken", reason, origin.place if reason else "")
    entries = (own, *keyed.entries, *text.entries)
    yield ImportedArticle(article, origin.place, treatment.status, tuple(text.files), entries)


def make_article(fields: dict[str, Any], extra: dict[str, Any], markdown: str, origin: Origin) -> Article:
    """The record of some fields and a text: of several sections the first is its section, and the others are tags."""
    values = dict(fields)
    values.pop("id", None)
    sections = values.pop("section", ())
    values["tags"] = tuple(dict.fromkeys((*values.get("tags", ()), *sections[1:])))
    withdrawal = values.pop("removed", None) or values.pop("withdrawn", None)
    values.pop("withdrawn", None)
    publication, *others = values.pop("publication", ()) or ("",)
    if others:
        extra = {**extra, "publications": [publication, *others]}
    groups = {kind: values.pop(kind) for kind in GROUP_FIELDS if values.get(kind)}
    headline = values.pop("headline", "")
    path = origin.path or article_path(values.get("published"), values, headline, origin.id)
    return Article(
        path=path,
        headline=headline,
        section=sections[0] if sections else "",
        publication=publication,
        withdrawal=withdrawal,
        groups=groups,
        extra=extra,
        id=origin.id,
        body=(Block("markdown", markdown, 0),) if markdown.strip() else (),
        **{name: value for name, value in values.items() if name not in GROUP_FIELDS},
    )
