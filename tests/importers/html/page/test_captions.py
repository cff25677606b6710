"""Captions that stand beside the figures of their pictures are put into them."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.captions import join_captions
from newsgen.importers.html.page.read import read_page
from newsgen.text.html_markdown.convert import convert_html
from tests.importers.html.page.pages import PARAGRAPHS, write_page

IMAGE, CAPTION = '<img src="/quay.jpg" alt="The quay">', "<figcaption>The quay in spring</figcaption>"
JOINED = f"<figure>{IMAGE}{CAPTION}</figure>"


def join(html: str) -> str:
    """The HTML with its captions in figures."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    join_captions(tree)
    body = tree.body
    return (body.html or "").removeprefix("<body>").removesuffix("</body>") if body else ""


@pytest.mark.parametrize(
    ("html", "joined"),
    [
        (f"<figure>{IMAGE}</figure>{CAPTION}", JOINED),
        (f"{IMAGE}{CAPTION}", JOINED),
        (f"<div>{IMAGE}<i></i>{CAPTION}</div>", f"<div>{JOINED}<i></i></div>"),
        (
            f"<figure><b>{IMAGE}</b></figure>\n<div>{CAPTION}</div>",
            f"<figure><b>{IMAGE}</b>{CAPTION}</figure>\n<div></div>",
        ),
        (
            f"<div><figure>{IMAGE}<b>View 3 images</b></figure></div>{CAPTION}",
            f"<div><figure>{JOINED}<b>View 3 images</b></figure></div>",
        ),
        (
            f"<picture><source>{IMAGE}</picture>{CAPTION}",
            f"<figure><picture><source>{IMAGE}</picture>{CAPTION}</figure>",
        ),
    ],
)
def test_a_caption_beside_a_picture_is_put_into_a_figure_with_it(html: str, joined: str) -> None:
    assert join(html) == joined


@pytest.mark.parametrize(
    "html",
    [
        JOINED,
        f"{JOINED}{CAPTION}",
        f"{IMAGE}<p>{PARAGRAPHS[0]}</p>{CAPTION}",
        f"{IMAGE}the words of the text{CAPTION}",
        f'{IMAGE}<img src="/2.jpg" alt="The town">'.join(("<div>", "</div>")) + CAPTION,
        f"<blockquote>{PARAGRAPHS[1]}</blockquote>{CAPTION}",
        f"{IMAGE}<figcaption> </figcaption>",
    ],
    ids="own another paragraph words two quote empty".split(),
)
def test_other_captions_stay_where_they_are(html: str) -> None:
    assert join(html) == html


@pytest.mark.parametrize(
    "picture",
    [
        f"<div><figure>{IMAGE}</figure>{CAPTION}</div>",
        f"<div><div>{IMAGE}</div>{CAPTION}</div>",
        f"<figure><figure>{IMAGE}</figure>{CAPTION}</figure>",
        f'<div class="modal">{JOINED}</div>',
    ],
    ids="outside bare nested enlarged".split(),
)
def test_such_a_picture_comes_with_its_caption(picture: str) -> None:
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markdown = convert_html(read_page(write_page(f"{story[:-1]}>{picture}{story}")).body_html).markdown
    assert ("/quay.jpg" in markdown, markdown.count("The quay in spring")) == (True, 1)


def test_a_picture_that_a_page_shows_twice_comes_once() -> None:
    figure = f'<figure><img src="/quay.jpg"><figcaption>{PARAGRAPHS[3][:60]}</figcaption></figure>'
    page = write_page(above=f'<div class="narrow">{figure}</div><div class="wide">{figure}</div>')
    assert read_page(page).body_html.count("<figure") == 1
