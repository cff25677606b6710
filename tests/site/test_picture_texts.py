"""Captions and credits of files on the pages of a site, where articles have none of their own."""

import json
import re
from pathlib import Path

import pytest

from tests.support.photographs import a_photograph
from tests.support.picture_texts import iptc, jpeg_with_iptc
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

CAPTION = "Boats & <b>nets</b> of Ada Oar"
SHOWN = "Boats &amp; &lt;b&gt;nets&lt;/b&gt; of Ada Oar"
BOTH = f'<figcaption>{SHOWN} <span class="credit">Ada Quill</span></figcaption>'


def photograph(caption: str = CAPTION, credit: str = "Ada Quill") -> bytes:
    return jpeg_with_iptc(iptc((120, caption.encode()), (80, credit.encode())), a_photograph())


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings("title: Courant\nurl: https://courant.example/\nimage_widths: [24]\n")
    site.write("articles/quay.jpg", photograph())
    return site


def page(site: SiteBuilder, text: str, **fields: object) -> str:
    site.article("ferry.md", text, date="2020-03-01", section="Harbour", **fields)
    site.build()
    return site.read("2020/03/ferry.html")


@pytest.mark.parametrize(
    ("image", "figcaption"),
    [
        ({"file": "quay.jpg"}, BOTH),
        (
            {"file": "quay.jpg", "caption": "Own."},
            '<figcaption>Own. <span class="credit">Ada Quill</span></figcaption>',
        ),
        ({"file": "quay.jpg", "credit": "Own."}, f'<figcaption>{SHOWN} <span class="credit">Own.</span></figcaption>'),
        ({"file": "quay.jpg", "alt": "Photo: Ada Quill"}, f"<figcaption>{SHOWN}</figcaption>"),
    ],
)
def test_an_image_has_the_texts_of_its_file_where_it_has_none(
    site: SiteBuilder, image: dict[str, str], figcaption: str
) -> None:
    shown = page(site, "Text.", images=[image])
    assert re.findall("<figcaption>.*?</figcaption>", shown) == [figcaption]
    assert f'alt="{image.get("alt", "")}"' in shown
    (data,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', shown, re.DOTALL)
    (photo,) = json.loads(data)["@graph"][0]["image"]
    assert photo["caption"] == image.get("caption", CAPTION)
    assert CAPTION.encode() not in (site.output / "media/quay.jpg").read_bytes()


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("One.\n\n![Quay](quay.jpg)\n\nTwo.", [BOTH]),
        ("One ![Quay](quay.jpg) in a line.", []),
        ('![Quay](quay.jpg "Own.")', ["<figcaption>Own.</figcaption>"]),
        (f"![Quay](quay.jpg)\n\n*{CAPTION.replace('<', chr(92) + '<')}* Ada Quill", []),
    ],
)
def test_an_image_alone_in_its_paragraph_has_the_texts_of_its_file(
    site: SiteBuilder, text: str, captions: list[str]
) -> None:
    assert re.findall("<figcaption>.*?</figcaption>", page(site, text).replace("\n", "")) == captions


def test_another_caption_in_the_file_reaches_the_page_and_a_build_is_like_one_from_nothing(site: SiteBuilder) -> None:
    assert SHOWN in page(site, "![Quay](quay.jpg)", image="quay.jpg")
    site.write("articles/quay.jpg", photograph("The tide is out"))
    site.build()
    assert "The tide is out" in site.read("2020/03/ferry.html")
    assert SHOWN not in site.read("2020/03/ferry.html")
    assert site.files() == site.files_from_nothing()


def test_an_article_with_anonymised_names_takes_nothing_from_files(site: SiteBuilder) -> None:
    page(site, "Ada Oar sailed.\n\n![Quay](quay.jpg)", image="quay.jpg", anonymised="Ada Oar")
    assert not any(b"Ada" in content for content in site.files().values() if not content.startswith(b"\x1f\x8b"))
