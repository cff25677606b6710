"""Each field of an article comes from where WordPress or a plug-in keeps it, and tells nothing that was not shown."""

from pathlib import Path
from typing import Any

import pytest

from newsgen.importers.wordpress.fields.php_values import NotSerialised, read_php_value
from newsgen.record.article import Image
from newsgen.record.comment import Comment
from newsgen.record.dates import parse_date
from tests.support.wordpress import (
    articles_of,
    attachment,
    author,
    category,
    cdata,
    comment,
    entries_of,
    export,
    item,
    read_export,
    term,
    the_article,
)

HESTER = author("hq77", "Hester Quill", 3)
BO = author("bf12", "Bo Fenn", 4)
GUEST = item(
    "",
    {"cap-display_name": "Ada Guest", "cap-user_login": "ada-guest", "cap-user_email": "ada@mail.example"},
    id="60",
    type="guest-author",
    name="cap-ada-guest",
    link="-",
)
MOLONGUI = item("", id="61", type="guest_author", name="mo", title="Mo Guest", link="-")

BYLINES: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    # Parts before the item, the item, and the byline.
    "the display name": ((HESTER,), item(), ("Hester Quill",)),
    "a login that nobody has": ((), item(), ()),
    "a display name that is an address": ((author("hq77", "hq@mail.example", 3),), item(), ()),
    "a display name that is an address, beside a name": (
        (author("hq77", "hq@mail.example", 3, "Hester", "Quill"),),
        item(),
        ("Hester Quill",),
    ),
    "a login as display name, beside a name": (
        (author("hq77", "HQ77", 3, "Hester", "Quill"),),
        item(),
        ("Hester Quill",),
    ),
    "an entity in the name": ((author("hq77", "Hester O&#039;Quill", 3),), item(), ("Hester O'Quill",)),
    "Co-Authors Plus": (
        (HESTER, BO, GUEST),
        item(more=term("author", "cap-bf12", "bf12") + term("author", "cap-ada-guest", "ada-guest")),
        ("Bo Fenn", "Ada Guest"),
    ),
    "a guest who is not in the export": ((HESTER,), item(more=term("author", "cap-xy-9", "xy-9")), ("Hester Quill",)),
    "a guest who is only known by an address": (
        (HESTER,),
        item(more=term("author", "cap-hq77", "hq77") + term("author", "cap-vera-moss", "vera-moss")),
        ("Hester Quill",),
    ),
    "PublishPress": ((HESTER,), item(more=term("author", "ida-lock", "Ida Lock")), ("Ida Lock",)),
    "PublishPress by its field": ((), item(meta={"ppma_authors_name": "Ida Lock, Bo Fenn"}), ("Ida Lock", "Bo Fenn")),
    "Molongui": (
        (HESTER, BO, MOLONGUI),
        item(meta=[("_molongui_author", "user-4"), ("_molongui_author", "guest-61")]),
        ("Bo Fenn", "Mo Guest"),
    ),
    "the same name twice": ((HESTER,), item(more=term("author", "cap-hq77", "hq77") * 2), ("Hester Quill",)),
}


@pytest.mark.parametrize("case", BYLINES)
def test_the_byline_has_names_and_never_a_login_or_an_address(tmp_path: Path, case: str) -> None:
    parts, post, byline = BYLINES[case]
    assert the_article(tmp_path, *parts, post).article.byline == byline


CATEGORIES = (
    category(5, "town", "Town"),
    category(6, "arts-culture", "Arts &amp; Culture"),
    category(1, "uncategorized", "Uncategorized"),
)
TOWN, ARTS = term("category", "town", "Town"), term("category", "arts-culture", "Arts &amp; Culture")
NONE = term("category", "uncategorized", "Uncategorized")
SECTIONS: dict[str, tuple[str, dict[str, str], str, tuple[str, ...]]] = {
    # Terms, custom fields, section and tags.
    "the first": (TOWN + ARTS, {}, "Town", ("Arts & Culture",)),
    "not the one of no choice": (NONE + ARTS, {}, "Arts & Culture", ()),
    "none": (NONE, {}, "", ()),
    "by Yoast": (TOWN + ARTS, {"_yoast_wpseo_primary_category": "6"}, "Arts & Culture", ("Town",)),
    "by Rank Math": (TOWN + ARTS, {"rank_math_primary_category": "6"}, "Arts & Culture", ("Town",)),
    "by Newspack": (TOWN + ARTS, {"_newspack_primary_category": "6"}, "Arts & Culture", ("Town",)),
    "a primary one that the post has not": (TOWN, {"_yoast_wpseo_primary_category": "6"}, "Town", ()),
    "a primary one that does not exist": (TOWN, {"_yoast_wpseo_primary_category": "99"}, "Town", ()),
    "tags": (TOWN + term("post_tag", "mill", "Mill") + term("post_tag", "mill-2", "mill"), {}, "Town", ("Mill",)),
    "tags of WXR 1.0": (
        "<category><![CDATA[Town]]></category>" + TOWN + term("tag", "mill", "Mill"),
        {},
        "Town",
        ("Mill",),
    ),
}


@pytest.mark.parametrize("case", SECTIONS)
def test_the_section_is_the_primary_category(tmp_path: Path, case: str) -> None:
    terms, meta, section, tags = SECTIONS[case]
    article = the_article(tmp_path, *CATEGORIES, item(meta=meta, more=terms)).article
    assert (article.section, article.tags) == (section, tags)


LINES: dict[str, tuple[str, tuple[str, str, str]]] = {
    # The item; headline, kicker and dek.
    "tags and entities": (item(title=cdata("A <em>wheel</em> &amp; a lock")), ("A wheel & a lock", "", "")),
    "no title": (item(title=""), ("", "", "")),
    "an excerpt": (item(excerpt="<p>It\nturns.</p>"), ("Mill wheel turns", "", "It turns.")),
    "a subtitle before the excerpt": (item(excerpt="E", meta={"_subtitle": "S"}), ("Mill wheel turns", "", "S")),
    "Newspack": (item(meta={"newspack_post_subtitle": "S"}), ("Mill wheel turns", "", "S")),
    "an empty subtitle": (item(excerpt="E", meta={"subtitle": " "}), ("Mill wheel turns", "", "E")),
    "tagDiv": (
        item(meta={"td_post_theme_settings": 'a:1:{s:11:"td_subtitle";s:1:"S";}'}),
        ("Mill wheel turns", "", "S"),
    ),
    "a kicker": (item(meta={"kicker": "River"}), ("Mill wheel turns", "River", "")),
}


@pytest.mark.parametrize("case", LINES)
def test_headline_kicker_and_dek(tmp_path: Path, case: str) -> None:
    article = the_article(tmp_path, LINES[case][0]).article
    assert (article.headline, article.kicker, article.dek) == LINES[case][1]


DATES: dict[str, tuple[dict[str, str], str]] = {
    # Local, UTC, feed and modified; published and updated.
    "the site's own zone": ({}, "2019-05-04T08:30:00+01:00 None"),
    "west of Greenwich": ({"post_date_gmt": "2019-05-04 14:00:00"}, "2019-05-04T08:30:00-05:30 None"),
    "UTC": ({"post_date_gmt": "2019-05-04 08:30:00"}, "2019-05-04T08:30:00Z None"),
    "no UTC": ({"post_date_gmt": "0000-00-00 00:00:00"}, "2019-05-04T08:30:00 None"),
    "an offset that no clock has": ({"post_date_gmt": "2012-01-01 00:00:00"}, "2019-05-04T08:30:00 None"),
    "no local date": ({"post_date": "0000-00-00 00:00:00"}, "2019-05-04T07:30:00Z None"),
    "the feed's only": ({"post_date": "", "post_date_gmt": ""}, "2019-05-04T07:30:00Z None"),
    "none": ({"post_date": "", "post_date_gmt": "", "pubDate": "Wed, 30 Nov -0001 00:00:00 +0000"}, "None None"),
    "a day that is none": ({"post_date": "2019-02-30 10:00:00", "post_date_gmt": ""}, "2019-05-04T07:30:00Z None"),
    "modified later": (
        {"post_modified": "2019-05-06 10:00:00", "post_modified_gmt": "2019-05-06 09:00:00"},
        "2019-05-04T08:30:00+01:00 2019-05-06T10:00:00+01:00",
    ),
    "modified before": ({"post_modified": "2019-05-01 10:00:00"}, "2019-05-04T08:30:00+01:00 None"),
}


@pytest.mark.parametrize("case", DATES)
def test_dates_are_those_of_the_site_s_own_clock(tmp_path: Path, case: str) -> None:
    fields, dates = DATES[case]
    article = the_article(tmp_path, item("<p>The wheel turns.</p>", (), **fields)).article
    assert f"{article.published} {article.updated}" == dates


PICTURES: dict[str, tuple[dict[str, str], dict[str, str], tuple[Image, ...]]] = {
    # Custom fields of the post and of the attachment; the pictures.
    "alt text, caption and credit": (
        {"_thumbnail_id": "11"},
        {"_wp_attachment_image_alt": "The wheel", "_media_credit": "Tom Reed", "_navis_media_credit_org": "River Wire"},
        (Image("/wp-content/uploads/2019/05/wheel.jpg", "The wheel", "It turns.", "Tom Reed / River Wire"),),
    ),
    "a credit of the file": (
        {"_thumbnail_id": "11"},
        {"_wp_attachment_metadata": 'a:1:{s:10:"image_meta";a:1:{s:6:"credit";s:8:"Tom Reed";}}'},
        (Image("/wp-content/uploads/2019/05/wheel.jpg", "", "It turns.", "Tom Reed"),),
    ),
    "hidden by its theme": ({"_thumbnail_id": "11", "newspack_featured_image_position": "hidden"}, {}, ()),
    "shown by its theme": (
        {"_thumbnail_id": "11", "newspack_featured_image_position": "above"},
        {},
        (Image("/wp-content/uploads/2019/05/wheel.jpg", "", "It turns."),),
    ),
    "not in the export": ({"_thumbnail_id": "99"}, {}, ()),
}


@pytest.mark.parametrize("case", PICTURES)
def test_the_lead_picture(tmp_path: Path, case: str) -> None:
    meta, of_attachment, images = PICTURES[case]
    wheel = attachment(11, "2019/05/wheel.jpg", of_attachment, excerpt="It turns.")
    article = the_article(tmp_path, wheel, item(meta=meta)).article
    assert article.images == images
    hidden = {"file": "/wp-content/uploads/2019/05/wheel.jpg", "caption": "It turns."}
    assert article.extra.get("hidden_picture") == (hidden if case == "hidden by its theme" else None)


FIELDS: dict[str, tuple[list[tuple[str, str]], dict[str, Any]]] = {
    "a text": ([("views", "12")], {"views": "12"}),
    "a key twice": ([("colour", "red"), ("colour", "blue")], {"colour": ["red", "blue"]}),
    "a serialised list": ([("x", 'a:2:{i:0;s:1:"a";i:1;i:5;}')], {"x": ["a", 5]}),
    "a serialised map": ([("x", 'a:2:{s:1:"a";b:1;s:1:"b";N;}')], {"x": {"a": True}}),
    "an object": ([("x", 'O:8:"stdClass":1:{s:1:"a";d:1.5;}')], {"x": {"a": 1.5}}),
    "letters of several bytes": ([("x", 'a:1:{i:0;s:6:"Café!";}')], {"x": ["Café!"]}),
    "a length that is not true": ([("x", 'a:1:{i:0;s:3:"Lenne";}')], {"x": ["Lenne"]}),
    "serialised twice": ([("x", 's:19:"a:1:{i:0;s:2:"ab";}";')], {"x": ["ab"]}),
    "serialised and cut off": ([("x", 'a:1:{i:0;s:2:"ab";')], {"x": 'a:1:{i:0;s:2:"ab";'}),
    "an address of e-mail": ([("editor", "Ada <ada@mail.example>")], {}),
    "an address of e-mail inside": ([("x", 'a:2:{i:0;s:6:"a@b.io";i:1;s:1:"k";}')], {"x": ["k"]}),
    "an address of a computer": ([("x", "203.0.113.9")], {}),
    "a password": ([("smtp_password", "hunter2"), ("api_key", "k")], {}),
    "a login": ([("edited_by", "hq77")], {}),
    "what is WordPress's own": ([("_edit_lock", "1:2"), ("_edit_last", "3"), ("_oembed_time_x", "1")], {}),
    "the form of a field": ([("note", "N"), ("_note", "field_5f1a2b3c4d5e6")], {"note": "N"}),
    "one without a name": ([("", "x")], {}),
    "an enormous one": ([("x", "y" * 70_000)], {}),
}


@pytest.mark.parametrize("case", FIELDS)
def test_custom_fields_are_kept_but_for_what_is_not_for_everyone(tmp_path: Path, case: str) -> None:
    meta, extra = FIELDS[case]
    found = the_article(tmp_path, HESTER, item(meta=meta))
    assert found.article.extra == extra
    assert sum(entry.kind == "custom field" for entry in found.entries) == len(meta)


@pytest.mark.parametrize("text", ["", "a:1:{", 's:5:"abc', "x", "a:1:{a:0:{}i:1;}", "i:5;i:6;", "d:.;", 's:1:"a";b'])
def test_a_text_that_php_has_not_serialised_is_none(text: str) -> None:
    with pytest.raises(NotSerialised):
        read_php_value(text)


def test_what_has_no_field_is_kept_in_extra(tmp_path: Path) -> None:
    terms = term("series", "mills", "Mills of the Lenne") + term("post_format", "post-format-gallery", "Gallery")
    post = item(excerpt="E", meta={"_subtitle": "S"}, more=terms, type="recipe", status="archived", is_sticky="1")
    assert the_article(tmp_path, post).article.extra == {
        "post_type": "recipe",
        "post_status": "archived",
        "sticky": True,
        "excerpt": "E",
        "taxonomies": {"series": ["Mills of the Lenne"], "post_format": ["Gallery"]},
    }


def test_approved_comments_keep_their_threads_and_nothing_of_anybody_s_computer(tmp_path: Path) -> None:
    comments = (
        comment(1, "At <b>last</b>!\n\nIt turns &amp; turns.")
        + comment(2, "Spam", approved="spam", parent="1")
        + comment(3, 'See <a href="https://a.example/x">this</a>.', parent="2", author="Bo")
        + comment(4, "Waits", approved="0")
        + comment(5, "[…] a wheel […]", type="pingback", author="Herald", author_url="https://herald.example/w")
        + comment(6, "In a circle", parent="6", author="x@mail.example")
        + comment(7, "Order 7", type="order_note")
    )
    found = the_article(tmp_path, item(more=comments))
    date = parse_date("2019-05-05T10:00:00+01:00")
    assert found.article.comments == (
        Comment("1", "Iris Vale", date, "At last!\n\nIt turns & turns."),
        Comment("3", "Bo", date, "See this (https://a.example/x).", "1"),
        Comment("5", "Herald", date, "[…] a wheel […]\n\nhttps://herald.example/w"),
        Comment("6", "", date, "In a circle"),
    )
    assert [(entry.name, entry.outcome) for entry in found.entries if entry.kind == "comment"] == [
        ("approved", "taken"),
        ("spam", "left out"),
        ("approved", "taken"),
        ("pending", "left out"),
        ("pingback", "taken"),
        ("approved", "taken"),
        ("order_note", "left out"),
    ]


STATUSES = {
    "publish": ("", "keep"),
    "draft": ("draft", "keep"),
    "pending": ("pending", "keep"),
    "future": ("future", "keep"),
    "private": ("private", "keep"),
    "trash": ("trash", "keep"),
    "pitch": ("draft", "keep"),
    "": ("draft", "keep"),
    "auto-draft": (None, "keep"),
    "inherit": (None, "keep"),
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("drafts", ["keep", "leave-out"])
def test_only_what_was_published_is_public(tmp_path: Path, status: str, drafts: str) -> None:
    found = read_export(tmp_path, export(item(status=status)), drafts=drafts)
    expected = STATUSES[status][0]
    kept = [] if expected is None or (expected and drafts == "leave-out") else [expected]
    assert [part.status for part in articles_of(found)] == kept
    assert [entry.outcome for entry in entries_of(found) if entry.kind == "post"] == ["taken" if kept else "left out"]


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        ("_members_access_role", "editor", "private"),
        ("rcp_user_level", "All", ""),
        ("_jetpack_newsletter_access", "paid_subscribers", "private"),
    ],
)
def test_what_a_plug_in_shows_to_some_readers_only_is_not_public(
    tmp_path: Path, key: str, value: str, status: str
) -> None:
    assert the_article(tmp_path, item(meta={key: value})).status == status


def test_what_has_neither_a_title_nor_a_text_is_left_out(tmp_path: Path) -> None:
    found = read_export(tmp_path, export(item(" ", title="")))
    assert articles_of(found) == []
    assert [entry.reason for entry in entries_of(found)] == ["It has neither a title nor a text."]
