"""Texts of page builders and of several languages, and fields beside which a form stands, become what readers saw."""

import json
from pathlib import Path

import pytest

from newsgen.importers.wordpress.fields.languages import split_languages
from tests.support.wordpress import attachment, item, text_of, the_article

_WIDGETS = [
    {"elType": "widget", "widgetType": "heading", "settings": {"title": "Mill & wheel", "header_size": "h3"}},
    {"elType": "widget", "widgetType": "text-editor", "settings": {"editor": "<p>It <b>turned</b>.</p>"}},
    {"elType": "widget", "widgetType": "button", "settings": {"text": "Go", "link": {"url": "https://a.example/"}}},
    {"elType": "widget", "widgetType": "tabs", "settings": {"tabs": [{"tab_title": "One", "tab_content": "Two."}]}},
    {"elType": "widget", "widgetType": "form", "settings": {"form_name": "Write", "email_to": "desk@a.example"}},
]
_DATA = json.dumps([{"elType": "section", "elements": [{"elType": "column", "elements": _WIDGETS}]}])


def test_a_text_that_only_elementor_keeps_is_read(tmp_path: Path) -> None:
    article = the_article(tmp_path, item("", {"_elementor_data": _DATA}))
    assert text_of(article) == "### Mill & wheel\n\nIt **turned**.\n\n[Go](https://a.example/)\n\n**One**\n\nTwo.\n"
    widgets = {entry.name: entry.outcome for entry in article.entries if entry.kind == "widget"}
    taken = dict.fromkeys(("heading", "text-editor", "button", "tabs"), "taken")
    assert widgets == {**taken, "form": "left out"}


def test_a_text_that_wordpress_keeps_too_comes_once(tmp_path: Path) -> None:
    assert text_of(the_article(tmp_path, item("<p>It turned.</p>", {"_elementor_data": _DATA}))) == "It turned.\n"


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("[:en]Mill[:fr]Moulin[:]", {"en": "Mill", "fr": "Moulin"}),
        ("<!--:en-->Mill<!--:--><!--:de-->Rad<!--:-->", {"en": "Mill", "de": "Rad"}),
        ("{:en}Mill{:}{:de}Rad{:} 2", {"en": "Mill 2", "de": "Rad 2"}),
        ("[:en]Mill", {"en": "Mill"}),
        ("1 [:en]Mill[:fr]Moulin[:] 2", {"en": "1 Mill 2", "fr": "1 Moulin 2"}),
        ("Mill [:] [1] {:x}", {}),
    ],
)
def test_a_field_is_divided_by_its_languages(text: str, texts: dict[str, str]) -> None:
    assert split_languages(text) == texts


def test_an_article_is_in_one_language_and_keeps_the_others(tmp_path: Path) -> None:
    post = item("[:de]<p>Es dreht sich.</p>[:fr]<p>Il tourne.</p>[:]", title="[:de]Rad[:fr]Moulin[:]")
    article = the_article(tmp_path, post)
    assert (article.article.headline, text_of(article), article.article.language) == ("Rad", "Es dreht sich.\n", "de")
    assert article.article.extra["translations"] == {"fr": {"headline": "Moulin", "text": "Il tourne."}}
    assert [entry.outcome for entry in article.entries if entry.kind == "translation"] == ["kept raw"]


def test_a_field_that_names_the_form_of_another_says_nothing(tmp_path: Path) -> None:
    article = the_article(tmp_path, item("<p>a</p>", {"_subtitle": "field_5c1a2b3c4d5e6", "subtitle": "A dek"})).article
    assert (article.dek, article.extra) == ("A dek", {})


def test_a_credit_without_a_picture_stays_with_the_article(tmp_path: Path) -> None:
    assert the_article(tmp_path, item("<p>a</p>", {"photo_credit": "Jo Reed"})).article.extra == {
        "photo_credit": "Jo Reed"
    }


def test_the_credit_of_an_article_is_that_of_its_picture(tmp_path: Path) -> None:
    post = item("<p>a</p>", {"photo_credit": "Jo Reed", "_thumbnail_id": "9"})
    article = the_article(tmp_path, post, attachment(9, "2019/05/mill.jpg")).article
    assert ([image.credit for image in article.images], article.extra) == (["Jo Reed"], {})


def test_a_testimonial_of_divi_says_whose_it_is_and_a_form_nothing(tmp_path: Path) -> None:
    text = '[et_pb_testimonial author="Bo Fenn" job_title="Miller"]It was wet.[/et_pb_testimonial]'
    form = '[et_pb_contact_form title="Write us"][et_pb_contact_field field_title="Name"][/et_pb_contact_form]'
    assert text_of(the_article(tmp_path, item(text + form))) == "Bo Fenn, Miller\n\nIt was wet.\n"


def test_the_date_of_the_feed_keeps_its_offset(tmp_path: Path) -> None:
    none = "0000-00-00 00:00:00"
    post = item("<p>a</p>", post_date=none, post_date_gmt=none, pubDate="Fri, 03 May 2019 08:00:00 +0530")
    assert str(the_article(tmp_path, post).article.published) == "2019-05-03T08:00:00+05:30"
