"""Which field a column holds, by its name: the keys of front matter, and the words of databases and spreadsheets."""

from __future__ import annotations

import re
from functools import cache

from newsgen.record.field_keys import FIELD_OF, LIST_FIELDS
from newsgen.sources.publication_status import is_status_key

BODY = "body"
STATUS = "status"
DELETED = "deleted"
# Texts of the picture that the column of pictures names.
IMAGE_TEXTS = ("image_alt", "image_caption", "image_credit")
# What a mapping may say of a column besides the fields of front matter.
KEPT, LEFT_OUT = "extra", "leave out"
# By the words of their names, without case and with "_" between words.
_OTHER_NAMES = {
    BODY: "body content text html markdown article story fulltext full_text post_content body_html html_body body_text "
    "body_markdown content_html content_markdown article_body articlebody article_text main_text maintext bodytext "
    "story_text contents plaintext plain_text text_body message news_text post_body body_value article_content",
    "headline": "post_title article_title heading head news_title story_title titel titre titulo título titolo "
    "überschrift ueberschrift",
    "dek": "post_excerpt lead lede intro teaser abstract sub_title sub_headline short_description",
    "byline": "writer writers reporter reporters journalist author_name authors_name author_names by autor auteur "
    "autore verfasser",
    "section": "desk rubric ressort department category_name section_name rubrik channel",
    "tags": "labels label tag_list tag_names keyword post_tags schlagwörter",
    "published": "published_at published_on published_date publication_date publish_time date_published datepublished "
    "pub_date post_date publishedat publishdate issue_date date_of_publication article_date news_date datum fecha "
    "created_at created created_on date_created creation_date",
    "updated": "updated_at updated_on date_modified datemodified modified_at modified_on last_modified post_modified "
    "date_updated changed last_updated",
    "slug": "post_name url_slug url_name",
    "permalink": "link href uri path permalink_url page_url article_url post_url",
    "id": "article_id post_id story_id news_id uid uuid nid record_id key pk",
    "images": "picture photo photos pictures image_url image_file photo_url thumbnail featured_image lead_image "
    "main_image hero_image feature_image",
    "image_caption": "image_caption caption photo_caption picture_caption images_caption caption_text cutline",
    "image_credit": "image_credit credit photo_credit picture_credit photographer photo_by image_copyright",
    "image_alt": "image_alt image_alt_text alt alt_text photo_alt",
    "language": "language_code lang_code sprache langue idioma",
    "print_page": "page_no pageno",
    "publication": "paper newspaper_name publication_name",
    DELETED: "deleted_at date_deleted trashed_at removed_at",
}
_FIELDS = {name: field for field, names in _OTHER_NAMES.items() for name in names.split()}
_ORDER = {name: index for index, name in enumerate((*FIELD_OF, *_FIELDS))}
_GAPS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEVERAL = re.compile(r"(?P<name>[^\W\d](?:.*?[^\W\d])?)_?\d{1,2}")
_NUMBERED = re.compile(r" \(\d+\)$")


@cache
def field_of_column(column: str) -> str:
    """The field that a column of this name holds, or "". Of a second column with the same name it is the same."""
    name = fold_column(column)
    if name in FIELD_OF:
        return FIELD_OF[name]
    if name.replace("_", "") in FIELD_OF:
        return FIELD_OF[name.replace("_", "")]
    if name in _FIELDS:
        return _FIELDS[name]
    if (several := _SEVERAL.fullmatch(name)) and (field := field_of_column(several["name"])) in LIST_FIELDS:
        # "Author 2", "tag_3".
        return field
    return STATUS if is_status_key(_NUMBERED.sub("", column)) else ""


def fold_column(column: str) -> str:
    """A column's name in small letters with "_" between its words: "Publish Date" and "publishDate" are one."""
    plain = _CAMEL.sub("_", _NUMBERED.sub("", column))
    return _GAPS.sub("_", plain).strip("_").casefold()


def rank_of_column(column: str) -> int:
    """The place of a column among those for the same field: the best name comes first."""
    return _ORDER.get(fold_column(column), len(_ORDER))
