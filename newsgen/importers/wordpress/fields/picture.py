"""Pictures: what the media library knows of one, and the lead picture of an article."""

from __future__ import annotations

from newsgen.importers.wordpress.addresses.own_urls import OwnUrls, attachment_path
from newsgen.importers.wordpress.fields.php_values import NotSerialised, looks_serialised, read_php_value
from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.fields.secrets import holds_address
from newsgen.importers.wordpress.index import Attachment
from newsgen.importers.wordpress.media import MediaFile, MediaLibrary
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.record.article import Image

THUMBNAIL = "_thumbnail_id"
ALT = "_wp_attachment_image_alt"
METADATA = "_wp_attachment_metadata"
FILE = "_wp_attached_file"
# Where plug-ins and themes keep whose picture it is, and of which agency.
CREDIT_KEYS = (
    "_media_credit",
    "media_credit",
    "_wp_attachment_media_credit",
    "_navis_media_credit",
    "_credit",
    "credit",
    "photo_credit",
    "_photo_credit",
    "image_credit",
    "_image_credit",
    "photographer",
    "_photographer",
    "isc_image_source",
    "_wp_attachment_source_name",
    "_photographer_name",
    "picture_credit",
    "credits",
)
ORGANISATION_KEYS = ("_navis_media_credit_org", "_media_credit_org")
# Fields of a post by which themes are told not to show its lead picture on its page, with the values that say so.
HIDING = {
    "newspack_featured_image_position": ("hidden",),
    "_newspack_featured_image_position": ("hidden",),
    "featured-image-display": ("false", "hidden"),
    "hide_featured_image": ("1", "true", "yes", "on"),
    "_hide_featured_image": ("1", "true", "yes", "on"),
    "featured_image_hide": ("1", "true", "yes", "on"),
    "cybocfi_hide_featured_image": ("yes", "1"),
    "_disable_featured_image": ("1", "true", "yes", "on"),
    "disable_featured_image": ("1", "true", "yes", "on"),
    "post_hide_featured_image": ("1", "true", "yes", "on"),
    "_genesis_hide_singular_image": ("1", "true"),
    "ast-featured-img": ("disabled",),
    "_generate-disable-post-image": ("true", "1"),
}


def read_attachment(item: Item, own: OwnUrls, place: str) -> Attachment:
    """The file of the media library that an item is."""
    url = item.attachment_url or item.guid
    path = attachment_path(url, own) if url else ""
    return Attachment(
        id=item.id,
        path=path,
        url=url,
        title=plain_line(item.title),
        alt=plain_line(item.value(ALT)),
        caption=plain_line(item.excerpt),
        credit=_credit(item),
        parent=item.parent if item.parent != "0" else "",
        link=item.link,
        place=place,
    )


def _credit(item: Item) -> str:
    credit = plain_line(item.value(*CREDIT_KEYS)) or _credit_in_file(item.value(METADATA))
    organisation = plain_line(item.value(*ORGANISATION_KEYS))
    whole = " / ".join(part for part in (credit, organisation) if part)
    return "" if holds_address(whole) else whole


def _credit_in_file(text: str) -> str:
    """The credit that WordPress read from the picture's own metadata."""
    if not looks_serialised(text):
        return ""
    try:
        value = read_php_value(text)
    except NotSerialised:
        return ""
    found = value.get("image_meta") if isinstance(value, dict) else None
    credit = found.get("credit") if isinstance(found, dict) else ""
    return plain_line(credit) if isinstance(credit, str) else ""


def is_lead_hidden(item: Item) -> bool:
    """Whether the page of an item does not show its lead picture."""
    return any(name in HIDING and value.strip().lower() in HIDING[name] for name, value in item.meta)


def find_lead(
    item: Item, library: MediaLibrary, attachment: Attachment | None
) -> tuple[tuple[Image, MediaFile] | None, str]:
    """The lead picture of an item with its alt text, caption and credit, and its file.

    The other value is the custom field of the item that gave the credit, "" where the picture's own did.
    """
    if not attachment or not attachment.path:
        return None, ""
    media = library.of_attachment(attachment)
    key = "" if attachment.credit else item.first_key(*CREDIT_KEYS)
    credit = attachment.credit or _credit(item)
    return (Image(media.path, attachment.alt, attachment.caption, credit), media), key if credit else ""
