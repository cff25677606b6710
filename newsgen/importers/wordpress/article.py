"""An article from an item of the export, with its files, comments, and its part of the account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from newsgen.archive.permalinks.urls import is_own_folder
from newsgen.importers.imported import ImportedArticle, ImportedFile, MissingFile
from newsgen.importers.wordpress.addresses.permalinks import read_aliases, read_permalink
from newsgen.importers.wordpress.content.body import convert_body
from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.elementor import FIELD as ELEMENTOR
from newsgen.importers.wordpress.content.elementor import elementor_html
from newsgen.importers.wordpress.content.footnotes import FIELD as FOOTNOTES
from newsgen.importers.wordpress.fields.comments import read_comments
from newsgen.importers.wordpress.fields.dates import is_later, read_date
from newsgen.importers.wordpress.fields.enclosures import enclosures_of
from newsgen.importers.wordpress.fields.extra import keep_fields, without_secrets
from newsgen.importers.wordpress.fields.languages import in_one_language
from newsgen.importers.wordpress.fields.people import nameless_authors, read_byline
from newsgen.importers.wordpress.fields.picture import THUMBNAIL, find_lead, is_lead_hidden
from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.fields.section import Terms, read_terms
from newsgen.importers.wordpress.fields.texts import KICKER_KEYS, Texts, read_texts
from newsgen.importers.wordpress.fields.translations import language_of
from newsgen.importers.wordpress.post_types import is_known_status, is_restricted, status_of
from newsgen.importers.wordpress.source import Source
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.record.article import Article, Block, Image
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry
from newsgen.record.names import safe_name


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article, and the files that it shows and the export does not hold."""

    imported: ImportedArticle
    missing: tuple[MissingFile, ...]


def read_article(item: Item, key: str, source: Source, place: str, more_aliases: tuple[str, ...]) -> ReadArticle:
    """The article that an item is, by the key of the item in its source.

    Files of one that is not public are neither copied nor asked for.
    """
    library = source.library
    assert library is not None
    item, language, translations = in_one_language(item, source.site.language)
    texts, terms = read_texts(item), read_terms(item, source.category_ids)
    status = status_of(item.status) or ("private" if is_restricted(item) else "")
    context = Context(source.index, library, source.names_by_id, item.id, place, item.value(FOOTNOTES))
    content, used = _content_of(item, context)
    conversion = convert_body(content, enclosures_of(item), source.own, context)
    lead, credit_key = find_lead(item, library, source.index.attachment(item.value(THUMBNAIL)))
    is_hidden = is_lead_hidden(item)
    if lead:
        context.files.setdefault(lead[1].path, lead[1].imported(place))
    used |= {texts.dek_key, item.first_key(*KICKER_KEYS), credit_key}
    fields = keep_fields(item.meta, used, source.secret_logins, place)
    comments, comment_entries = read_comments(item, place)
    extra = dict(_own_extra(item, texts, terms, lead[0] if lead and is_hidden else None, context, source.secret_logins))
    if translations:
        extra["translations"] = dict(_translations(translations, source, context))
    for name, value in fields.values.items():
        extra[f"field_{name}" if name in extra else name] = value
    published = read_date(item.date, item.date_gmt, item.pub_date)
    updated = read_date(item.modified, item.modified_gmt)
    permalink, permalink_entries = _claim(item, key, source, place) if status != "trash" else ("", ())
    aliases = tuple(_free_aliases((*read_aliases(item, permalink, source.own), *more_aliases), key, source))
    article = Article(
        path=_path(item, published),
        headline=texts.headline,
        dek=texts.dek,
        kicker=texts.kicker,
        byline=read_byline(item, source.people, source.index),
        section=terms.section,
        tags=terms.tags,
        language=terms.language or language_of(item) or language,
        published=published,
        updated=updated if updated and published and updated != published and is_later(updated, published) else None,
        images=(lead[0],) if lead and not is_hidden else (),
        permalink=permalink,
        aliases=aliases,
        translation_of=_originals(key, source),
        id=f"wordpress:{key}",
        extra=extra,
        body=(Block("markdown", conversion.markdown, 0),),
        comments=comments,
    )
    files = tuple(context.files.values()) if not status else ()
    entries = (
        Entry(item.type or "post", item.status or "(none)", "taken"),
        *permalink_entries,
        *_term_entries(item, nameless_authors(item, source.people, source.index), place),
        *_element_entries(item, place),
        # The account tells no words of what is not public.
        *(entry._replace(example=place) for entry in conversion.entries),
        *context.entries,
        *fields.entries,
        *comment_entries,
    )
    imported = ImportedArticle(
        article,
        place,
        status,
        tuple(file for file in files if isinstance(file, ImportedFile)),
        entries,
    )
    missing = tuple(file for file in files if isinstance(file, MissingFile))
    return ReadArticle(imported, missing)


def _content_of(item: Item, context: Context) -> tuple[str, set[str]]:
    """The text of an item, and the custom fields that it is made of."""
    if item.content.strip() or not item.value(ELEMENTOR):
        return item.content, {FOOTNOTES} if "wp:footnotes" in item.content else set()
    html = elementor_html(item.value(ELEMENTOR), context)
    return html, {ELEMENTOR} if html else set()


def _translations(
    items: Mapping[str, Item], source: Source, context: Context
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The headline, the excerpt and the text of an article in each of its other languages."""
    for language, item in items.items():
        context.note("translation", language, "kept raw", "The article is in another language: kept below extra.")
        conversion = convert_body(item.content, (), source.own, context)
        values = (plain_line(item.title), plain_line(item.excerpt), conversion.markdown.strip())
        yield language, {name: text for name, text in zip(("headline", "dek", "text"), values, strict=True) if text}


def _own_extra(
    item: Item, texts: Texts, terms: Terms, hidden_lead: Image | None, context: Context, logins: Collection[str]
) -> Iterator[tuple[str, object]]:
    """What WordPress knows of an article and newsgen has no field for."""
    if item.type not in ("post", ""):
        yield "post_type", item.type
    if not is_known_status(item.status) and item.status:
        yield "post_status", item.status
    if item.is_sticky == "1":
        yield "sticky", True
    if texts.dek_key and plain_line(item.excerpt):
        yield "excerpt", plain_line(item.excerpt)
    if terms.others:
        yield "taxonomies", dict(terms.others)
    if hidden_lead:
        values = {"file": hidden_lead.file, "alt": hidden_lead.alt, "caption": hidden_lead.caption}
        yield "hidden_picture", {key: value for key, value in {**values, "credit": hidden_lead.credit}.items() if value}
    if context.raw_blocks:
        kept = (without_secrets("block", block, logins) for block in context.raw_blocks)
        yield "blocks", [block for block in kept if block]


def _claim(item: Item, key: str, source: Source, place: str) -> tuple[str, tuple[Entry, ...]]:
    """The permalink of an item, if no other article of the source has it."""
    permalink = read_permalink(item, source.own)
    if not permalink:
        return "", ()
    if is_own_folder(permalink.rstrip("/")):
        return "", (Entry("permalink", "", "left out", "newsgen has an index page there.", place),)
    if source.index.claim_permalink(permalink, key):
        return permalink, ()
    return "", (Entry("permalink", "", "left out", "Another article of the export has it.", place),)


def _originals(key: str, source: Source) -> tuple[str, ...]:
    """What an article is a translation of: the original where the source says which that is, else all versions.

    Of an original nothing is said: its translations name it.
    """
    others = source.index.translations(key)
    originals = [other for other, is_original in others if is_original]
    named = originals or [other for other, is_original in others if is_original is None]
    return tuple(f"wordpress:{other}" for other in named)


def _free_aliases(aliases: Iterable[str], key: str, source: Source) -> Iterator[str]:
    for alias in aliases:
        if not is_own_folder(alias.rstrip("/")) and source.index.claim_permalink(alias, key):
            yield alias


def _path(item: Item, published: PartialDate | None) -> str:
    """Where an article goes: below its year and month, or in the folder of its type."""
    name = unquote(item.name, errors="replace").partition("__trashed")[0] or f"{item.type or 'post'}-{item.id}"
    name = f"{safe_name(name)}.md"
    if item.type not in ("post", ""):
        return f"{safe_name(f'{item.type}s' if item.type == 'page' else item.type)}/{name}"
    return f"{published.year:04}/{published.month:02}/{name}" if published else f"undated/{name}"


def _term_entries(item: Item, nameless: Collection[str], place: str) -> Iterator[Entry]:
    for taxonomy, nicename, name in item.terms:
        if taxonomy == "author" and nicename in nameless:
            yield Entry("term", taxonomy, "left out", "The export does not say whose name it is.", place)
        elif name and taxonomy not in ("term_language", "term_translations", "nav_menu"):
            yield Entry("term", taxonomy, "taken")
        else:
            reason = "A plug-in keeps it for its own work." if name else "It has no name."
            yield Entry("term", taxonomy, "left out", reason, place)


def _element_entries(item: Item, place: str) -> Iterator[Entry]:
    for name, _ in item.others:
        yield Entry("element", name, "left out", "WordPress has no such element.", place)
