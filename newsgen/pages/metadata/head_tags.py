"""The head tags of a story for programs: its canonical URL, Dublin Core, Highwire's citation tags and Open Graph.

Zotero reads these and no JSON-LD. By its translators ("Embedded Metadata" and "RDF") an article with `citation_title`
is a journal's unless `DC.type` says otherwise. `citation_journal_title` would spoil that. `DC.source` it takes for the
paper's name: it is there only where the newspaper is not the site's own. In `DC.identifier` it looks for book numbers.
Names are given as they are written: Zotero makes two people of "van der Berg, Maria Anna".
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from newsgen.pages.metadata.citations.wording import page_range
from newsgen.pages.metadata.story_facts import Paper, StoryFacts
from newsgen.record.dates import PartialDate


def write_head_tags(facts: StoryFacts, paper: Paper) -> Markup:
    """The tags, one a line."""
    return Markup("\n".join((*_links(facts), *_plain_tags(facts, paper), *_open_graph(facts, paper))))


def _links(facts: StoryFacts) -> Iterator[str]:
    if facts.url:
        href = escape(facts.url)
        yield f'  <link rel="canonical" href="{href}">'
        # The URL to cite (RFC 8574).
        yield f'  <link rel="cite-as" href="{href}">'
    for one in facts.alternates:
        yield f'  <link rel="alternate" hreflang="{escape(one.language)}" href="{escape(one.url)}">'


def _plain_tags(facts: StoryFacts, paper: Paper) -> Iterator[str]:
    article = facts.article
    headline, language = escape(article.headline), escape(article.language)
    if article.dek:
        yield _name("description", escape(article.dek))
    for author in facts.authors:
        name = escape(author.name.whole)
        yield _name("author", name)
        yield _name("DC.creator", name)
        yield _name("citation_author", name)
    yield _name("DC.type", "newspaperArticle")
    yield _name("DC.title", headline)
    yield _name("citation_title", headline)
    if article.publication:
        # Zotero would take the site's name for the newspaper's.
        yield _name("DC.source", escape(article.publication))
    yield _name("DC.publisher", escape(facts.paper_of(paper)))
    if article.published:
        day = str(article.published)[:10]
        yield _name("DC.date", day)
        # Google Scholar expects slashes.
        yield _name("citation_publication_date", day.replace("-", "/"))
    if language:
        yield _name("DC.language", language)
        yield _name("citation_language", language)
    if article.rights or paper.rights:
        yield _name("DC.rights", escape(article.rights or paper.rights))
    if article.print_page:
        first, last = page_range(article.print_page)
        yield _name("citation_firstpage", escape(first))
        if last:
            yield _name("citation_lastpage", escape(last))


def _open_graph(facts: StoryFacts, paper: Paper) -> Iterator[str]:
    """The tags of the Open Graph protocol, whose dates have at least a day."""
    article = facts.article
    yield _property("og:type", "article")
    yield _property("og:title", escape(article.headline))
    yield _property("og:site_name", escape(paper.title))
    if article.dek:
        yield _property("og:description", escape(article.dek))
    if facts.url:
        yield _property("og:url", escape(facts.url))
    if article.language:
        yield _property("og:locale", _locale(article.language))
    for photo in facts.photos[:1]:
        yield _property("og:image", escape(photo.url))
        if photo.width:
            yield _property("og:image:width", str(photo.width))
            yield _property("og:image:height", str(photo.height))
        if photo.alt:
            yield _property("og:image:alt", escape(photo.alt))
    if _has_day(article.published):
        yield _property("article:published_time", str(article.published))
    if _has_day(article.updated):
        yield _property("article:modified_time", str(article.updated))
    if article.section:
        yield _property("article:section", escape(article.section))
    for author in facts.authors:
        yield _property("article:author", escape(author.name.whole))
    for tag in article.tags:
        yield _property("article:tag", escape(tag))
    yield _name("twitter:card", "summary_large_image" if facts.photos else "summary")


def _name(name: str, content: str) -> str:
    return f'  <meta name="{name}" content="{content}">'


def _property(name: str, content: str) -> str:
    return f'  <meta property="{name}" content="{content}">'


def _has_day(date: PartialDate | None) -> bool:
    return bool(date and date.day)


def _locale(language: str) -> str:
    """A language with its country, if its code has one: "pt-BR" is pt_BR, "zh-Hant" zh."""
    main, *others = language.split("-")
    country = next((part for part in others if len(part) == 2 or part.isdigit()), "")
    return escape(f"{main}_{country.upper()}" if country else main)
