"""The body that is cut out of a page has its pictures, tables and lists, and is well-formed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.importers.html.page.blocks.find import find_blocks
from newsgen.importers.html.page.body.cut import cut_body
from newsgen.importers.html.page.parse import parse_page
from newsgen.importers.html.page.read import read_page
from newsgen.text.html_markdown.convert import convert_html
from tests.importers.html.page.pages import PARAGRAPHS, write_page

ROWS = "".join(
    f"<tr><td>{name}</td><td>{number}</td></tr>" for name, number in (("Sorrel", 12), ("Fenn", 7), ("Ahl", 31))
)
ITEMS = "".join(
    f"<li>The stall of {name} stays where it was in the year before.</li>" for name in ("Tann", "Quill", "Fenn")
)
PARTS = {
    "figure": '<figure><img src="/roof.jpg" alt="The roof">'
    "<figcaption>The roof in March. Photo: Bo Fenn</figcaption></figure>",
    "picture": '<p><img src="/roof.jpg" alt="The roof"></p>',
    "table": f"<table>{ROWS}</table>",
    "list": f"<ul>{ITEMS}</ul>",
    "quote": "<blockquote><p>Nobody has asked for glass and steel, and nobody here will pay for it.</p></blockquote>",
    "subhead": "<h2>What the fishers say</h2>",
    "video": '<iframe src="https://video.example/embed/1" title="The storm"></iframe>',
    "rule": "<hr>",
}
SIGNS = {
    "figure": ('src="/roof.jpg"', "The roof in March. Photo: Bo Fenn"),
    "picture": ('src="/roof.jpg"',),
    "table": ("<td>Sorrel</td>", "<td>31</td>"),
    "list": ("The stall of Tann", "The stall of Fenn", "<ul>"),
    "quote": ("<blockquote>", "glass and steel"),
    "subhead": ("<h2>What the fishers say</h2>",),
    "video": ("https://video.example/embed/1",),
    "rule": ("<hr>",),
}


@pytest.mark.parametrize("part", PARTS)
def test_the_body_keeps_what_stands_among_its_paragraphs(part: str) -> None:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    html = read_page(write_page("".join([*paragraphs[:2], PARTS[part], *paragraphs[2:]]))).body_html
    assert [sign for sign in (*SIGNS[part], *PARAGRAPHS) if sign not in html] == []


@pytest.mark.parametrize(
    ("order", "kept"),
    [
        ((0, 1, 2, 3, 0, 1, 2, 3), (0, 1, 2, 3)),
        ((0, 0, 1, 1, 2, 2, 3, 3), (0, 1, 2, 3)),
        ((0, 1, 2, 3, 0, 1, 2), (0, 1, 2, 3)),
        ((0, 1, 2, 3, 1), (0, 1, 2, 3, 1)),
    ],
)
def test_a_text_that_a_page_shows_twice_comes_once(order: tuple[int, ...], kept: tuple[int, ...]) -> None:
    html = read_page(write_page("".join(f"<p>{PARAGRAPHS[number]}</p>" for number in order))).body_html
    assert convert_html(html).markdown.strip().split("\n\n") == [PARAGRAPHS[number] for number in kept]


def test_a_refrain_stays() -> None:
    verse = [*PARAGRAPHS, "And the tide came in.", *PARAGRAPHS[:1], "And the tide came in.", "And the tide came in."]
    html = read_page(write_page("".join(f"<p>{line}</p>" for line in verse))).body_html
    assert html.count("And the tide came in.") == 3


@pytest.mark.parametrize(
    "shown",
    [
        '<img src="/f.png" alt="x²">',
        '<svg class="icon"><path d="M0 0"></path></svg>',
        '<video src="/quay.mp4"></video>',
        '<a href="/f"><img src="/f.png" alt="x²"></a>',
    ],
)
def test_words_behind_a_picture_in_a_paragraph_stay(shown: str) -> None:
    paragraphs = [f"<p>{text}</p>" for text in (*PARAGRAPHS, f"It takes {shown} and then <b>nine</b> days.")]
    html = read_page(write_page("".join(paragraphs))).body_html
    assert "and then <b>nine</b> days." in html


def test_the_lead_picture_above_the_body_belongs_to_it() -> None:
    html = read_page(write_page(above=PARTS["figure"])).body_html
    assert html.index("/roof.jpg") < html.index(PARAGRAPHS[0])


@pytest.mark.parametrize("place", ["related", "share", "newsletter", "sidebar", "author-bio"])
def test_pictures_of_other_things_are_no_part_of_the_body(place: str) -> None:
    paragraphs = [f"<p>{text}</p>" for text in PARAGRAPHS]
    box = f'<div class="{place}"><img src="/other.jpg"></div>'
    assert "/other.jpg" not in read_page(write_page("".join([*paragraphs[:2], box, *paragraphs[2:]]))).body_html


def test_words_of_a_link_are_no_link_beyond_it() -> None:
    link = '<p>The plan is <a href="/plan.pdf">in the hall</a> for all to see, the mayor said after the vote.</p>'
    html = read_page(write_page("".join(f"<p>{text}</p>" for text in PARAGRAPHS) + link)).body_html
    assert '<a href="/plan.pdf">in the hall</a>' in html


_TEXTS = st.text("abc <>&\"'é", min_size=1, max_size=8)
_HTML = st.recursive(
    _TEXTS.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag} title='a > b'>{''.join(parts)}</{tag}>",
        st.sampled_from("p div a b ul li span figure table blockquote iframe svg".split()),
        st.lists(inner, max_size=3),
    ),
    max_leaves=25,
)


@given(_HTML)
def test_keeping_every_block_loses_no_word(html: str) -> None:
    page = parse_page(html).blocks
    cut = cut_body(page, range(len(page.blocks)), -1)
    assert convert_text(cut) == " ".join(block.text for block in page.blocks)


@given(_HTML, st.sets(st.integers(0, 20)))
def test_a_cut_body_is_read_again_as_it_is(html: str, numbers: set[int]) -> None:
    page = parse_page(html).blocks
    kept = {number for number in numbers if number < len(page.blocks)}
    cut = cut_body(page, kept, -1)
    texts = [page.blocks[number].text for number in sorted(kept)]
    assert [text for text in texts if "".join(text.split()) not in "".join(convert_text(cut).split())] == []


def convert_text(html: str) -> str:
    """The words of HTML as its blocks have them."""
    return " ".join(block.text for block in find_blocks(f"<body>{html}</body>").blocks)


def test_the_cut_body_becomes_markdown() -> None:
    markdown = convert_html(read_page(write_page()).body_html).markdown
    assert [text for text in PARAGRAPHS if text not in markdown] == []


_CAPTIONED = '<figure><img src="/quay.jpg"><figcaption>The quay in spring. Bo Fenn</figcaption></figure>'
_STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        (write_page(above=f'<div class="head"><p>Harbour news</p>{_CAPTIONED}</div>'), True),
        (write_page().replace("<h1>", f'<div class="lead">{_CAPTIONED}</div><h1>'), True),
        (write_page(f'{_STORY}<div class="widget">{_CAPTIONED}</div>'), True),
        (write_page(f'<p>{PARAGRAPHS[0]}</p><div class="widget">{_CAPTIONED}</div>{_STORY}'), True),
        (write_page(above=f'<div class="head"><p>Read on</p><a href="/2.html">{_CAPTIONED}</a></div>'), False),
        (write_page(f'{_STORY}<div class="related">{_CAPTIONED}</div>'), False),
        (write_page(below=f"<div>{_CAPTIONED}<p>Another story</p></div>"), False),
        (
            write_page(above='<div class="wp-caption"><img src="/quay.jpg"><p>The quay in spring. Bo Fenn</p></div>'),
            True,
        ),
    ],
    ids="head above foot among linked related outside WordPress".split(),
)
def test_a_picture_with_a_caption_comes_with_the_text_that_it_belongs_to(page: str, kept: bool) -> None:
    html = read_page(page).body_html
    assert ("/quay.jpg" in html, "The quay in spring. Bo Fenn" in html) == (kept, kept)
