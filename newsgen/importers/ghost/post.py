"""Make the article of a post or page of Ghost."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from newsgen.importers.conversion.addresses import claim_address
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.fields import read_keys
from newsgen.importers.conversion.html_text import read_html_text
from newsgen.importers.conversion.personal_data import public_name
from newsgen.importers.conversion.pictures import SitePictures
from newsgen.importers.conversion.statuses import is_future
from newsgen.importers.ghost.addresses import Facts, Route, address_of
from newsgen.importers.ghost.lexical import lexical_html
from newsgen.importers.ghost.mobiledoc import mobiledoc_html
from newsgen.importers.ghost.tables import facts_of, meta_of
from newsgen.importers.imported import Imported
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry
from newsgen.sources.dates.declared_dates import UnreadableDate, read_declared_date
from newsgen.text.yaml.reader import Mapping as YamlMapping

# Stands in an export for the address of the site.
_OWN = re.compile(r"(?:https?://)?__GHOST_URL__|%7B%7BGHOST_URL%7D%7D")
_TAGS = re.compile(r"<[^<>]*>")
# Facts that are kept with the article; the others say how Ghost worked.
_KEPT = (
    *("featured", "comment_id", "meta_title", "meta_description", "og_image", "og_title", "og_description", "locale"),
    *("twitter_image", "twitter_title", "twitter_description", "codeinjection_head", "codeinjection_foot"),
    *("custom_template", "frontmatter", "email_subject", "plaintext_summary"),
)
_USED = frozenset(
    "id title slug html lexical mobiledoc markdown feature_image image feature_image_alt feature_image_caption status "
    "visibility type page published_at updated_at created_at custom_excerpt canonical_url authors tags primary_author "
    "primary_tag author_id author excerpt language".split()
)


class Export(NamedTuple):
    """What all posts of an export share."""

    facts: TemporaryIndex
    pictures: SitePictures
    routes: Sequence[Route]
    label: str
    today: datetime.date


def import_post(post: Mapping[str, Any], line: int, export: Export) -> Iterator[Imported]:
    """The article of a post with its pictures."""
    place = f"{export.label}:{line}"
    post_id = _text(post.get("id")) or _text(post.get("uuid")) or _text(post.get("slug"))
    meta = meta_of(export.facts, post_id)
    tags, authors = _tags(post, post_id, export.facts), _authors(post, post_id, export.facts)
    public = [tag for tag in tags if not tag["internal"]]
    entries: list[Entry] = []
    published = _date(post.get("published_at"))
    values: dict[str, Any] = {
        "title": post.get("title"),
        "dek": _text(post.get("custom_excerpt")),
        "authors": [author["name"] for author in authors if author["name"]],
        "section": [str(public[0]["name"])] if public else [],
        "tags": [str(tag["name"]) for tag in public[1:]],
        "published": str(published) if published else _text(post.get("published_at")),
        "updated": _updated(post, published),
        "original_url": _text(post.get("canonical_url")),
        "language": _text(post.get("locale") or post.get("language")),
        "slug": _text(post.get("slug")),
        "permalink": address_of(
            Facts(_text(post.get("slug")), post_id, published, public, authors),
            export.routes if not _is_page(post) else (Route("/{slug}/"),),
        ),
        "status": _status(post) if not _is_unreadable(post) else "draft",
        "visibility": _text(post.get("visibility")),
    }
    values = {key: value for key, value in values.items() if value not in (None, "", [])}
    image = _feature_image(post, meta, export.pictures)
    if image:
        values["images"] = [image]
    values |= _kept(post, meta, entries)
    if any(tag["internal"] for tag in tags):
        values["internal_tags"] = [str(tag["name"]) for tag in tags if tag["internal"]]
    if _is_page(post):
        values["ghost_type"] = "page"
    keyed = read_keys(YamlMapping(values, {}, {}), place)
    keyed, double = claim_address(keyed, export.facts, export.today)
    text = read_html_text(_OWN.sub("", _body(post, entries)), place, export.pictures)
    files, missing, pictures = export.pictures.take_shown(place)
    if keyed.status or is_future(keyed.fields.get("published"), export.today):
        # What only a draft shows was never public.
        files = []
    whole = (*entries, *text.entries, *pictures)
    origin = Origin(place, f"ghost:{post_id}", note=double)
    yield from import_article(keyed, Text(text.markdown, files, (), whole), origin, export.today)
    yield from missing if not keyed.status else ()


def _status(post: Mapping[str, Any]) -> str:
    status = _text(post.get("status"))
    # What was only sent by e-mail is on no page.
    return "private" if status == "sent" or post.get("email_only") in (True, 1) else status


def _is_unreadable(post: Mapping[str, Any]) -> bool:
    """Whether a post has a text in a form that cannot be read, and in no other: its page would be empty."""
    if any(_text(post.get(key)).strip() for key in ("html", "markdown", "plaintext")):
        return False
    sources = [source for key in ("lexical", "mobiledoc") if isinstance(source := post.get(key), str) and source]
    return bool(sources) and not any(map(_is_json, sources))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_page(post: Mapping[str, Any]) -> bool:
    return post.get("type") == "page" or post.get("page") in (True, 1)


def _body(post: Mapping[str, Any], entries: list[Entry]) -> str:
    """The HTML of a post: as Ghost rendered it, or else of its editor's document."""
    if _text(post.get("html")).strip():
        return _text(post["html"])
    for key, convert in (("lexical", lexical_html), ("mobiledoc", mobiledoc_html)):
        source = post.get(key)
        if not source:
            continue
        try:
            document = json.loads(source) if isinstance(source, str) else source
        except (ValueError, RecursionError):
            entries.append(Entry("text", key, "left out", "it cannot be read", _text(post.get("title"))))
            continue
        found = convert(document, entries)
        if found.strip():
            return found
    markdown = _text(post.get("markdown"))
    if markdown:
        from newsgen.importers.ghost.cards import card_html

        return card_html("markdown", {"markdown": markdown}, entries)
    return ""


def _tags(post: Mapping[str, Any], post_id: str, index: TemporaryIndex) -> list[Mapping[str, Any]]:
    found = facts_of(index, "posts_tags", "tag", post_id)
    nested = post.get("tags")
    if not found and isinstance(nested, list):
        found = [
            {"name": tag.get("name"), "slug": tag.get("slug"), "internal": str(tag.get("name") or "").startswith("#")}
            for tag in nested
            if isinstance(tag, dict)
        ]
    return [tag for tag in found if tag.get("name")]


def _authors(post: Mapping[str, Any], post_id: str, index: TemporaryIndex) -> list[Mapping[str, Any]]:
    found = facts_of(index, "posts_authors", "user", post_id)
    nested = post.get("authors")
    if not found and isinstance(nested, list):
        found = [
            {"name": public_name(str(author.get("name") or "")), "slug": author.get("slug")}
            for author in nested
            if isinstance(author, dict)
        ]
    if not found and post.get("author_id") is not None:
        facts = index.find(f"user:{post['author_id']}")
        found = [json.loads(facts)] if facts else []
    return found


def _feature_image(post: Mapping[str, Any], meta: Mapping[str, Any], pictures: SitePictures) -> dict[str, str]:
    address = _OWN.sub("", _text(post.get("feature_image") or post.get("image")))
    if not address:
        return {}
    alt = _text(post.get("feature_image_alt") or meta.get("feature_image_alt"))
    caption = _text(post.get("feature_image_caption") or meta.get("feature_image_caption"))
    facts = {
        "file": pictures.local_path(address) or address,
        "alt": alt,
        "caption": " ".join(html.unescape(_TAGS.sub("", caption)).split()),
    }
    return {key: text for key, text in facts.items() if text}


def _kept(post: Mapping[str, Any], meta: Mapping[str, Any], entries: list[Entry]) -> dict[str, Any]:
    kept = {}
    for source in (post, meta):
        for key, value in source.items():
            if value in (None, "", 0, False, [], {}) or key in _USED or key == "post_id":
                continue
            if key in _KEPT and key != "locale":
                kept[key] = True if value == 1 and key == "featured" else value
            elif key != "locale":
                entries.append(Entry("field", key, "left out", "it says how the old system worked"))
    return kept


def _updated(post: Mapping[str, Any], published: PartialDate | None) -> str:
    """When a post was changed, if that was on a later day than it was published."""
    updated = _date(post.get("updated_at"))
    if not updated or not published or updated.day_or_first() <= published.day_or_first():
        return ""
    return str(updated)


def _date(value: Any) -> PartialDate | None:
    """A date of an export, which is in UTC where it does not say so."""
    text = _text(value)
    try:
        date = read_declared_date(text) if text else None
    except UnreadableDate:
        return None
    if date and len(date.clock) == 8:
        return PartialDate(date.year, date.month, date.day, f"{date.clock}Z")
    return date


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
