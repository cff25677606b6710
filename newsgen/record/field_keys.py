"""The keys of front matter: by which names each field of an article is declared."""

from __future__ import annotations

# Keys for the same field, the best first: Hugo, Jekyll, Eleventy, WordPress exports and newsrooms each have
# their own. If a file has several, a list has the values of all, and of other fields the first counts and the others
# are kept in `extra`.
KEYS = {
    "headline": ("headline", "title"),
    "dek": ("dek", "deck", "subtitle", "subheadline", "standfirst", "excerpt", "summary", "description"),
    "kicker": ("kicker", "eyebrow", "overline"),
    "byline": ("byline", "authors", "author"),
    "dateline": ("dateline",),
    "section": ("section", "category", "categories"),
    "tags": ("tags", "tag", "topics", "keywords"),
    "language": ("language", "lang", "locale"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate"),
    "updated": ("updated", "lastmod", "modified", "last_modified_at"),
    "corrections": ("corrections", "correction"),
    "related": ("related",),
    "images": ("images", "image"),
    "original_url": ("original_url", "source_url", "canonical_url", "canonical"),
    "rights": ("rights", "copyright", "license", "licence"),
    "publication": ("publication", "publications", "newspaper", "newspapers", "magazine", "periodical"),
    "print_page": ("print_page", "page", "pages", "page_number"),
    "places": ("places", "place"),
    "people": ("people", "person", "persons"),
    "slug": ("slug",),
    "permalink": ("permalink", "url"),
    "id": ("id",),
    "aliases": ("aliases", "redirect_from"),
    "translation_of": ("translation_of",),
    "notice": ("notice",),
    "comments": ("comments",),
    "delisted": ("delisted", "unlisted"),
    "withdrawn": ("withdrawn", "retracted"),
    "removed": ("removed",),
    "anonymised": ("anonymised", "anonymized"),
    "draft": ("draft",),
}
FIELD_OF = {key: field for field, keys in KEYS.items() for key in keys}
# The fields that hold lists.
LIST_FIELDS = frozenset(
    (
        "byline",
        "section",
        "tags",
        "corrections",
        "related",
        "images",
        "places",
        "people",
        "aliases",
        "translation_of",
        "anonymised",
    )
)
# Fields of names that have listings as tags have, and the kinds of these listings.
GROUP_FIELDS = ("places", "people")
LISTED = {"publication": "publications", **{field: field for field in GROUP_FIELDS}}
