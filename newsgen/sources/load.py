"""Read one source file to an article, whatever its format: pasted text, Markdown or a JSON record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsgen.errors import EmptySource, Finding, Problem
from newsgen.record.article import Article, Origin
from newsgen.record.paths import RECORD_ENDING
from newsgen.record.plain_text import digest_blocks
from newsgen.record.redaction import redact
from newsgen.settings.site import Site
from newsgen.sources.assemble import make_article
from newsgen.sources.comments import read_comments
from newsgen.sources.dates.paper_days import with_paper_days
from newsgen.sources.embedded_files import unpack_files
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.left_out import find_left_out
from newsgen.sources.omitted import find_omitted, find_remote_images
from newsgen.sources.opening_words import name_by_opening
from newsgen.sources.publication_status import UNKNOWN_STATUSES, StatusReading, read_status_of_path
from newsgen.sources.reading import empty_problem, read_source
from newsgen.sources.record_source import read_record
from newsgen.sources.unfit_aliases import find_unfit_aliases

if TYPE_CHECKING:
    from newsgen.sources.pasted.account import Account

_NO_FILES: Mapping[str, bytes] = {}
_DRAFT, _EMPTY = "draft", "empty"


class LoadedArticle(NamedTuple):
    """An article as its source declares it, and what is published of it: less where it was withdrawn or removed.

    `findings` are what an editor should know of how the source was read, `files` those that were written into its text,
    by their names, and `account` says what became of the words of a pasted text.
    """

    declared: Article
    published: Article
    findings: tuple[Finding, ...] = ()
    files: Mapping[str, bytes] = _NO_FILES
    account: Account | None = None


class UnpublishedSource(NamedTuple):
    """A source that is left out of the site, and why: its status, such as "draft"."""

    status: str
    findings: tuple[Finding, ...] = ()


def load_article(source: Source, row: Fields, site: Site) -> LoadedArticle | UnpublishedSource:
    """Read one source, with its row of the metadata table.

    Raises NewsgenError with every problem of the source.
    """
    by_path = read_status_of_path(source.path, source.label, site.front_matter)
    if by_path.status:
        return UnpublishedSource(by_path.status, by_path.findings)
    if source.path.lower().endswith(RECORD_ENDING):
        record = read_record(source, row, site)
        if isinstance(record, StatusReading):
            return UnpublishedSource(record.status, record.findings)
        article = with_paper_days(record.article, site.timezone)
        findings = (*record.findings, *find_unfit_aliases(article, source.label, site))
        return _load_record(article, source.label, findings)
    try:
        reading = read_source(source, row, site)
    except EmptySource as empty:
        return _empty(empty.problems)
    fields, findings = reading.fields, reading.findings
    status = _status_of(fields) or _status_of(row)
    if status:
        return UnpublishedSource(status, tuple(found for found in findings if found.rule == UNKNOWN_STATUSES))
    if not _has_name(fields):
        if not reading.body:
            return _empty([empty_problem(source)])
        headline, finding = name_by_opening(source, reading.body)
        fields, findings = {**fields, "headline": headline}, (*findings, finding)
    body, files = reading.body, _NO_FILES
    images = fields.get("images")
    unpacked = unpack_files(body, images.value if images else (), images.origin if images else Origin(source.label, 0))
    if unpacked:
        body, files, findings = unpacked.body, unpacked.files, (*findings, *unpacked.findings)
        fields = {**fields, "images": images._replace(value=unpacked.images)} if images else fields
    comments, comment_findings = read_comments(source, site)
    findings += comment_findings
    article = make_article(source, fields, body, reading.extra, site, comments)
    article = with_paper_days(article, site.timezone)
    findings += tuple(find_unfit_aliases(article, source.label, site)) if article.aliases else ()
    # A withdrawn article has little text left to correct.
    if reading.account and not article.withdrawal:
        findings += tuple(find_left_out(reading.account, source.label))
    if not article.withdrawal:
        findings += tuple(find_omitted(article.body, source.label, site.markdown.html, site.urls))
        findings += tuple(find_remote_images(article, site.urls))
    return LoadedArticle(article, redact(article), findings, files, reading.account)


def _load_record(article: Article, label: str, findings: tuple[Finding, ...]) -> LoadedArticle:
    unpacked = unpack_files(article.body, article.images, Origin(label, 0))
    if not unpacked:
        return LoadedArticle(article, redact(article), findings)
    digest = digest_blocks(unpacked.body)
    article = replace(article, body=unpacked.body, images=unpacked.images, text_digest=digest)
    return LoadedArticle(article, redact(article), (*findings, *unpacked.findings), unpacked.files)


def _status_of(fields: Fields) -> str:
    """The status by which fields keep an article out of the site, or ""."""
    if "status" in fields:
        return str(fields["status"].value)
    if "draft" in fields and fields["draft"].value:
        return _DRAFT
    # The permalink of a text that is no page.
    return "unpublished" if "permalink" in fields and not fields["permalink"].value else ""


def _has_name(fields: Fields) -> bool:
    """Whether an article has a headline, or needs none because it was withdrawn."""
    return any(name in fields and fields[name].value for name in ("headline", "withdrawn", "removed"))


def _empty(problems: Iterable[Problem]) -> UnpublishedSource:
    return UnpublishedSource(_EMPTY, tuple(Finding("empty-files", problem) for problem in problems))
