"""One page of a site becomes the fields and the body of an article."""

import re

import pytest

from newsgen.importers.html.page.parse import parse_page
from newsgen.importers.html.page.read import read_page
from newsgen.importers.html.page.template import Template, find_texts
from newsgen.record.dates import parse_date
from tests.importers.html.page.pages import DECLARED, HEADLINE, PARAGRAPHS, write_json_ld, write_page


def test_what_a_page_declares_and_shows_becomes_its_fields() -> None:
    reading = read_page(DECLARED)
    assert (reading.headline, reading.byline, reading.section, reading.tags) == (
        HEADLINE,
        ("Ada Quill",),
        "Harbour",
        ("Sorrel", "fish market"),
    )
    assert reading.published == parse_date("2024-03-05T18:30:00+01:00")
    assert reading.updated == parse_date("2024-03-06T09:00:00+01:00")


def test_the_body_has_every_paragraph_and_no_chrome() -> None:
    html = read_page(DECLARED).body_html
    assert [text for text in PARAGRAPHS if text not in html] == []
    assert [text for text in ("Another story", "Letters", "Quay 1", "rebuilds its", "By Ada") if text in html] == []


def test_every_word_of_a_page_is_a_field_the_body_or_chrome_by_a_rule() -> None:
    page = write_page(above="<p>By Ada Quill</p><p>March 5, 2024</p>")
    reading = read_page(page)
    shown = sum(len(text.split()) for _, text in find_texts(parse_page(page).blocks))
    fields = len(HEADLINE.split()) + len("By Ada Quill March 5, 2024".split())
    assert (
        fields + len(re.sub("<[^>]*>", " ", reading.body_html).split()) + sum(rule.words for rule in reading.chrome)
        == shown
    )
    assert {(rule.rule, rule.words) for rule in reading.chrome} == {
        ("navigation", 5),
        ("related", 37),
        ("footer", 6),
    }


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ("<p>By Ada Quill and Bo Fenn</p>", ("Ada Quill", "Bo Fenn")),
        (
            '<p>By <a href="/ada">Ada Quill</a>, harbour editor, and <a href="/bo">Bo Fenn</a></p>',
            ("Ada Quill", "Bo Fenn"),
        ),
        ('<div class="byline"><span>Ada Quill</span><span>Staff Writer</span></div>', ("Ada Quill",)),
        ("<p>March 5, 2024 by Ada Quill</p>", ("Ada Quill",)),
        ('<span class="author">admin</span>', ()),
        ('<span class="author">Staff</span>', ()),
        ('<span class="author">ada@example.org</span>', ()),
        ('<span class="author">https://example.org/ada</span>', ()),
        ('<p class="author">10 mins read</p>', ()),
        ('<p class="byline">The Sorrel Courant</p>', ("The Sorrel Courant",)),
        ("<p>The Sorrel Courant</p>", ()),
        ("<p>The Sorrel Courant | 5 March 2024</p>", ("The Sorrel Courant",)),
        ("<p>Sorrel Courant Team</p>", ("Sorrel Courant Team",)),
        ("<div>Written by</div><div>Ada Quill</div>", ("Ada Quill",)),
        ("<h6>Author(s)</h6><ul><li>Ada Quill</li><li>Bo Fenn</li></ul>", ("Ada Quill", "Bo Fenn")),
        ("<p>Contributors: Ada Quill</p>", ("Ada Quill",)),
        ("<p>This post was written by Ada Quill, harbour pilot.</p>", ("Ada Quill",)),
        ('<span class="post-author-name">Idle Harbour</span>', ("Idle Harbour",)),
        ('<span class="byline">By MistQuay in Harbours</span>', ("MistQuay",)),
        ("<p>Posted by MistQuay on Friday 3 March, from the quay dept.</p>", ("MistQuay",)),
        ("<p>By Courant Staff</p>", ("Courant Staff",)),
        ('<p class="credit">Copyright Bo Fenn</p>', ()),
        ('<figure><img src="a.jpg"><figcaption>The quay in 1954. Photograph by Bo Fenn</figcaption></figure>', ()),
        (
            '<figure><img src="a.jpg"><figcaption>The quay in 1954. Photograph by Bo Fenn</figcaption></figure>'
            '<p class="byline"><a rel="author" href="/ada.html">Ada Quill</a></p>',
            ("Ada Quill",),
        ),
        ("<p>By Ada Quill | Edited by Bo Fenn</p>", ("Ada Quill",)),
        ("<p>Reviewed by Bo Fenn</p><p>By Ada Quill</p>", ("Ada Quill",)),
        ('<p class="author">Edited by: <a href="/bo">Bo Fenn</a></p>', ()),
        ('<p>By <a href="/ada">Ada Quill</a>, Master Gardener</p>', ("Ada Quill",)),
        ('<ul class="meta-list"><li>By Ada Quill</li><li>March 5, 2024</li></ul>', ("Ada Quill",)),
        ('<aside class="sidebar"><p>By Ada Quill</p></aside>', ("Ada Quill",)),
        ('<div class="postAuthor"><span>March 5, 2024</span><span>Ada Quill</span></div>', ("Ada Quill",)),
        ('<p class="byline">by marginalia</p>', ("marginalia",)),
        ("<p>by marginalia</p>", ("marginalia",)),
        ("<p>by the old quay, where the nets are</p>", ()),
        ("<p>by Maddy · 3 March</p>", ("Maddy",)),
        ('<div class="author-description">Licensed Harbour Pilot, Sorrel Navigation School</div>', ()),
        ('<ul class="menu-list"><li>Grace Harbour</li></ul>', ()),
        ("<p>By AFP</p>", ("AFP",)),
        ("<p>By Md Anwar Hossain</p>", ("Md Anwar Hossain",)),
        ("<h2>Tested by our editors</h2>", ()),
        ('<meta name="author" content="The Sorrel Courant">', ("The Sorrel Courant",)),
        ('<meta name="author" content="The Sorrel Courant"><p>By Ada Quill</p>', ("Ada Quill",)),
    ],
)
def test_a_byline_is_who_the_page_shows_as_its_author(shown: str, names: tuple[str, ...]) -> None:
    page = write_page(above=shown, head='<meta property="og:site_name" content="The Sorrel Courant">')
    assert read_page(page).byline == names


@pytest.mark.parametrize(
    "below",
    [
        "<h3>Ada Quill</h3><p>Ada Quill writes about harbours, and lives in the yard of the cannery in Sorrel.</p>",
        "<p>Ada Quill</p><p>Ada is the harbour editor of the paper, and has sold herring since she was a girl.</p>",
        "<h3>Written by Ada Quill</h3><p>Ada Quill is the harbour editor of the paper, and lives in its cannery.</p>",
        "<h3>Author</h3><p>Ada Quill</p><h3>Related programme</h3>",
        '<p>Ada Quill</p><div class="author-description">Licensed harbour pilot</div>',
    ],
)
def test_a_label_or_a_biography_below_the_text_names_the_author(below: str) -> None:
    assert read_page(write_page(below=below)).byline == ("Ada Quill",)


@pytest.mark.parametrize(
    ("declared", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        (["Ada Quill", {"name": "Bo Fenn"}], ("Ada Quill", "Bo Fenn")),
        ("Ada Quill, Bo Fenn", ("Ada Quill", "Bo Fenn")),
        ({"@type": "Organization", "name": "The Sorrel Courant"}, ("The Sorrel Courant",)),
        ("admin", ()),
        ("Harbour Admin", ()),
        ("Maddy", ("Maddy",)),
        ("Maria & Kate", ("Maria", "Kate")),
        ("Quibble & Kate", ("Quibble & Kate",)),
        ("Quill, Ada", ("Ada Quill",)),
        ("Reuters", ("Reuters",)),
        ("Sorrel Clinic", ("Sorrel Clinic",)),
        ("Admin", ()),
        ("王小明", ("王小明",)),
        ("https://example.org/authors/ada", ()),
        ("quill7", ()),
    ],
)
def test_a_declared_author_is_taken_if_it_may_be_a_person_or_a_house(declared: object, names: tuple[str, ...]) -> None:
    article = {
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "author": declared,
        "publisher": {"name": "The Sorrel Courant"},
    }
    assert read_page(write_page(head=write_json_ld(article))).byline == names


@pytest.mark.parametrize(
    ("declared", "shown", "published"),
    [
        ("2024-03-05", "", "2024-03-05"),
        ("", "<p>March 5, 2024</p>", "2024-03-05"),
        ("", '<time datetime="2024-03-05">Tuesday</time>', "2024-03-05"),
        ("", "<p>Updated March 6, 2024</p>", ""),
        ("2024-03-05T23:30:00Z", "<p>March 6, 2024</p>", "2024-03-05T23:30:00Z"),
        ("2025-01-01", "<p>Published March 5, 2024</p>", "2024-03-05"),
        ("", "<p>By Ada Quill · Updated on March 6, 2024</p>", ""),
        ("", "<p>Updated March 6, 2024 | Published March 5, 2024</p>", "2024-03-05"),
        ("", '<p class="field--type-changed">March 6, 2024</p>', ""),
        ("", '<time class="updated" datetime="2024-03-06">Wednesday</time>', ""),
        ("", '<ul class="meta-list"><li>March 5, 2024</li></ul>', "2024-03-05"),
        ("", "", ""),
        ("", "<aside><h3>Published</h3><p>Mar 5, 2024</p></aside>", "2024-03-05"),
        ("", '<aside><time datetime="2024-03-05">5 March</time></aside>', "2024-03-05"),
        ("", "<p>Last updated:</p><p>Mar 5, 2024</p>", ""),
    ],
)
def test_the_date_is_what_the_page_declares_or_shows(declared: str, shown: str, published: str) -> None:
    head = f'<meta property="article:published_time" content="{declared}">' if declared else ""
    assert str(read_page(write_page(head=head, above=shown)).published or "") == published


@pytest.mark.parametrize("name", ["published-date", "w-published-date", "publicationDate", "publish_time", "published"])
def test_a_date_may_be_declared_by_a_name_that_a_system_made_up(name: str) -> None:
    page = write_page(head=f'<meta name="{name}" content="2024-03-05">')
    assert str(read_page(page).published) == "2024-03-05"


@pytest.mark.parametrize(
    ("above", "updated"),
    [
        ("<p>Last updated on March 6, 2024</p>", "2024-03-06"),
        ('<p class="date-changed">March 6, 2024</p>', "2024-03-06"),
        ("<p>March 6, 2024</p>", ""),
        ("<p>Published March 7, 2024</p><p>Updated March 6, 2024</p>", ""),
    ],
)
def test_the_day_of_a_change_is_none_of_publication(above: str, updated: str) -> None:
    assert str(read_page(write_page(above=above)).updated or "") == updated


@pytest.mark.parametrize(
    ("above", "address", "section"),
    [
        ("", "https://courant.example/harbour/market.html", ""),
        ('<p><a href="/harbour/">Harbour</a></p>', "https://courant.example/harbour/market.html", "Harbour"),
        ('<p class="category">Harbour</p>', "https://courant.example/1.html", "Harbour"),
        ('<p class="breadcrumb">Home</p>', "https://courant.example/1.html", ""),
        ('<p class="category">By Ada Quill 11/01/2012</p>', "https://courant.example/1.html", ""),
    ],
)
def test_the_section_is_named_above_the_text(above: str, address: str, section: str) -> None:
    assert read_page(write_page(above=above), address).section == section


@pytest.mark.parametrize(
    ("declared", "section"),
    [
        ("Harbour", "Harbour"),
        ("Harbour,Markets", "Harbour"),
        ("Home,Harbour", "Harbour"),
        ("Food, Drink & Travel", "Food, Drink & Travel"),
        ("By Ada Quill", ""),
    ],
)
def test_the_section_is_the_first_that_the_page_declares(declared: str, section: str) -> None:
    assert read_page(write_page(head=f'<meta property="article:section" content="{declared}">')).section == section


@pytest.mark.parametrize(
    ("head", "above", "dek"),
    [
        ("", '<p class="standfirst">The board keeps the iron roof of the market.</p>', True),
        ("", '<div class="intro__text u-typo">The board keeps the iron roof of the market.</div>', True),
        (
            '<meta name="description" content="The board keeps the iron roof of the market.">',
            "<h2>The board keeps the iron roof of the market.</h2>",
            True,
        ),
        ('<meta name="description" content="The board keeps the iron roof of the market.">', "", False),
        (f'<meta name="description" content="{PARAGRAPHS[0]}">', "", False),
    ],
)
def test_a_dek_is_shown_and_is_no_first_paragraph(head: str, above: str, dek: bool) -> None:
    reading = read_page(write_page(head=head, above=above))
    assert reading.dek == ("The board keeps the iron roof of the market." if dek else "")
    assert PARAGRAPHS[0] in reading.body_html


def test_a_correction_at_the_foot_is_no_part_of_the_body() -> None:
    correction = "Correction: An earlier version of this story named the wrong harbour."
    page = write_page("".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, correction)))
    reading = read_page(page)
    assert reading.corrections == (correction,)
    assert "earlier version" not in reading.body_html


def test_what_the_pages_of_a_site_share_is_no_part_of_the_body() -> None:
    appeal = "The Courant has been printed since 1888 and lives by its readers. Give what you can, so that it goes on."
    page = write_page("".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, appeal)))
    assert appeal in read_page(page).body_html
    place = next(place for place, text in find_texts(parse_page(page).blocks) if text == appeal)
    assert appeal not in read_page(page, template=Template(frozenset({(place, appeal)}))).body_html


@pytest.mark.long
@pytest.mark.parametrize(
    "html",
    [
        "",
        "<div>" * 200_000 + "word",
        "<b>" * 50_000 + "<p>" * 50_000,
        "<p>&amp;lol;</p>" * 20_000,
        "<table>" * 5_000 + "x",
        "\x00\x01<p>\ud800</p><!--",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'>]><p>&a;&a;</p>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<a href=" + "x" * 1_000_000,
        "<p " + "<" * 200_000 + ">x",
        "<!-- -->x" * 50_000,
        "<iframe>" + "<p>" * 20_000,
        "<frameset><frame></frameset>",
        "<plaintext><b>",
    ],
    ids="empty nested formats entities tables signs bomb JSON attribute names comments frame frames plain".split(),
)
def test_hostile_pages_are_read_without_an_error(html: str) -> None:
    assert read_page(html).byline == ()


def test_shadow_roots_that_a_page_declares_are_shown_and_other_templates_are_not() -> None:
    shadow = (
        f'<div><template shadowrootmode="open"><p>{_LONG}</p><template><p>Never shown.</p></template></template></div>'
    )
    body = read_page(f"<html><body><h1>Mill</h1>{shadow}<p>{_LONG} And more.</p></body></html>").body_html
    assert body.count("The wheel at Sorrel turned") == 2
    assert "Never shown" not in body


def test_a_line_that_only_says_the_byline_or_the_date_is_no_part_of_the_body() -> None:
    lines = '<p class="byline">By Ada Quill</p><p><time datetime="2019-05-02">May 2, 2019</time></p>'
    reading = read_page(f"<html><body><article><h1>Mill</h1>{lines}{f'<p>{_LONG}</p>' * 4}</article></body></html>")
    assert (reading.byline, str(reading.published)) == (("Ada Quill",), "2019-05-02")
    assert "Ada Quill" not in reading.body_html
    assert "2019" not in reading.body_html


def test_the_elements_of_amp_are_those_that_they_stand_for() -> None:
    boxes = '<amp-img src="/a.jpg" alt="Wheel" width="3"></amp-img><amp-youtube data-videoid="abc"></amp-youtube>'
    twitter = (
        "<amp-twitter data-tweetid=12></amp-twitter><amp-accordion>More</amp-accordion>"
        "<amp-twitter data-tweetid=https://twitter.com/ada/status/13></amp-twitter>"
    )
    paragraphs = f"<p>{_LONG}</p>" * 2
    body = read_page(f"<html><body><h1>Mill</h1>{boxes}{paragraphs}{twitter}{paragraphs}</body></html>").body_html
    for part in ('src="/a.jpg"', "youtube.com/embed/abc", "twitter.com/i/status/12", '"https://twitter.com/ada/'):
        assert part in body


def test_the_name_of_the_site_before_a_colon_is_no_part_of_the_headline() -> None:
    page = f"<html><head><title>COURANT: Old mill to close</title></head><body>{f'<p>{_LONG}</p>' * 3}</body></html>"
    assert read_page(page, "https://courant.example/1999/s0.htm").headline == "Old mill to close"
    assert read_page(page, "https://herald.example/1999/s0.htm").headline == "COURANT: Old mill to close"


_LONG = (
    "The wheel at Sorrel turned again on Thursday after forty years, and half the town came down to the river. "
    "The mayor spoke for an hour, and nobody heard him over the noise of the water."
)


@pytest.mark.parametrize(
    ("title", "above", "headline"),
    [
        ("The ferry returns | Gazette", "<p>The ferry returns Tuesday, January 17 2012</p>", "The ferry returns"),
        ("GAZETTE.EXAMPLE|The ferry returns | Article", "<p>The ferry returns 17.01.2012</p>", "The ferry returns"),
        ("The ferry returns in 2012 | Gazette", "<p>The ferry returns in 2012</p>", "The ferry returns in 2012"),
        ("新醫改未達標_新聞_鉅亨網", '<h1 class="logo">鉅亨網 鉅亨新聞</h1><h1>新醫改未達標</h1>', "新醫改未達標"),
    ],
)
def test_a_headline_is_found_before_a_date_and_in_few_signs(title: str, above: str, headline: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{above}{f'<p>{_LONG}</p>' * 4}</body></html>"
    assert read_page(page).headline == headline


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ('<td class="menu">Sport</td></tr><tr><td class="title_big">The ferry returns</td>', "The ferry returns"),
        ('<td><a class="title" href="/2.html">The wheel turns again</a></td>', "Gazette"),
        ("<td>The ferry returns</td>", "Gazette"),
    ],
)
def test_a_page_that_calls_itself_as_its_site_has_the_headline_that_is_marked(above: str, headline: str) -> None:
    head = '<head><title>Gazette</title><meta property="og:site_name" content="Gazette"></head>'
    page = f"<html>{head}<body><table><tr>{above}</tr><tr><td>{f'<p>{_LONG}</p>' * 4}</td></tr></table></body></html>"
    assert read_page(page).headline == headline
