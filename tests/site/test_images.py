"""Images from an article to its page: the files that are there, what shows them, and when Pillow is needed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from PIL import Image

from tests.support.edits import tree
from tests.support.photographs import SECRET, a_photograph, animation, decode, encode, save, swapped_profile, tags
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

NAMES = ("fair one.jpg", "الميناء.jpg", "#2, 50%.jpg", "a&b'c.png")
# Builds the site of each line that it reads, in a new process, and says whether that loaded Pillow. The new processes
# find the templates compiled.
BUILDER = """
import os, sys
from pathlib import Path
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
build_site(Path(sys.argv[1]), BuildOptions(workers="1"))
assert "PIL" not in sys.modules
for line in sys.stdin:
    root, workers = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        build_site(Path(root), BuildOptions(workers=workers))
        os._exit(10 + ("PIL" in sys.modules))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    site = SiteBuilder(tmp_path / "site")
    site.settings("image_widths: [24, 48]\n")
    return site


def write(site: SiteBuilder, name: str, text: str, image: str = "") -> None:
    """Write an article; `image` stands on its card."""
    shown = {"image": f"'{image}'"} if image else {}
    site.article(f"{name}.md", f"\n{text}", title=name, date="2020-03-01", **shown)


def photograph(site: SiteBuilder, name: str, image: Image.Image | None = None, **settings: Any) -> Path:
    return save(site.root / "articles" / name, image, **settings)


def page(site: SiteBuilder, name: str) -> Any:
    return html.document_fromstring(site.read(f"2020/03/{name}.html"))


def files_shown(site: SiteBuilder, name: str) -> list[str]:
    """The files that the images of an article's page are, from the output's root, as a browser finds them."""
    document = page(site, name)
    links = [str(link) for link in document.xpath("//main//img/@src")]
    for srcset in document.xpath("//main//source/@srcset"):
        links += [candidate.strip().split(" ")[0] for candidate in str(srcset).split(", ")]
    assert all(link.startswith("../../") for link in links)
    return [unquote(link.removeprefix("../../")) for link in links]


def test_all_files_of_all_images_are_there_whatever_they_are_called(site: SiteBuilder) -> None:
    for name in NAMES:
        photograph(site, name)
    links = [name.replace("%", "%25").replace("#", "%23") for name in NAMES]
    write(site, "fair", "\n\n".join(f"![A fair](<{link}>)" for link in links))
    write(site, "other", "Text.", NAMES[2])
    site.build()
    files = site.files()
    for name, count in (("fair", 4), ("other", 1)):
        shown = files_shown(site, name)
        assert len(shown) == 5 * count
        assert set(shown) <= files.keys()
    assert set(files_shown(site, "fair")) == {file for file in files if file.startswith("media/")}


def test_an_image_on_a_page_has_the_true_proportions_of_the_upright_photograph(site: SiteBuilder) -> None:
    photograph(site, "fair.jpg", a_photograph((60, 40)), exif=tags(6))
    write(site, "fair", '![A fair](fair.jpg "The fair")\n\nMore.\n')
    site.build()
    text = site.read("2020/03/fair.html")
    sizes = "(min-width: 40rem) 37rem, 94vw"
    media = "../../media/fair"
    assert text[text.index("<figure>") : text.index("<p>More.")] == (
        "<figure><picture>"
        f'<source type="image/avif" srcset="{media}-24.avif 24w, {media}-40.avif 40w" sizes="{sizes}">'
        f'<source type="image/webp" srcset="{media}-24.webp 24w, {media}-40.webp 40w" sizes="{sizes}">'
        f'<img src="{media}.jpg" width="40" height="60" alt="A fair" loading="lazy" decoding="async"></picture>\n'
        "<figcaption>The fair</figcaption>\n</figure>\n"
    )


def test_drawings_and_what_moves_are_published_as_they_are_with_their_sizes(site: SiteBuilder) -> None:
    files = {
        "map.svg": b'<svg viewBox="0 0 3 2" width="300"/>',
        "tide.gif": animation("GIF"),
        "tide.webp": animation("WEBP"),
    }
    for name, content in files.items():
        site.write(f"articles/{name}", content)
    write(site, "fair", " ".join(f"![]({name})" for name in files))
    site.build()
    assert tree(site.output / "media") == files
    images = page(site, "fair").xpath("//div[@class='body']//img")
    assert [(image.get("src")[-8:], image.get("width"), image.get("height")) for image in images] == [
        ("/map.svg", "300", "200"),
        ("tide.gif", "30", "20"),
        ("ide.webp", "30", "20"),
    ]


def test_a_photograph_that_is_only_linked_keeps_its_pixels_and_nothing_else(site: SiteBuilder) -> None:
    content = encode(a_photograph(), exif=tags(6), quality=90)
    site.write("articles/fair.jpg", content)
    site.write("articles/report.odt", content)
    write(site, "fair", "[The fair](fair.jpg) [Report](report.odt)")
    site.build()
    media = tree(site.output / "media")
    assert media.keys() == {"fair.jpg", "report.odt"}
    assert SECRET.encode() in content
    assert SECRET.encode() not in media["fair.jpg"]
    assert decode(media["fair.jpg"]).tobytes() == decode(content).tobytes()
    assert dict(decode(media["fair.jpg"]).getexif()) == {0x0112: 6}


def test_a_photograph_may_be_linked_and_then_shown_and_then_linked_again(site: SiteBuilder) -> None:
    photograph(site, "fair.jpg", exif=tags())
    write(site, "fair", "[The fair](fair.jpg)")
    site.build()
    linked = site.files()
    write(site, "fair", "![The fair](fair.jpg)")
    site.build()
    assert len(tree(site.output / "media")) == 5
    write(site, "fair", "[The fair](fair.jpg)")
    site.build()
    assert site.files() == linked


def test_a_photograph_in_another_format_that_is_only_linked_is_converted(site: SiteBuilder) -> None:
    photograph(site, "fair.tiff", exif=tags())
    write(site, "fair", "[The fair](fair.tiff)")
    site.build()
    assert page(site, "fair").xpath("//div[@class='body']//a/@href") == ["../../media/fair.tiff.jpg"]


def test_no_file_that_is_made_of_an_image_tells_who_took_it_and_where(site: SiteBuilder) -> None:
    for name in ("a.jpg", "b.png", "c.webp", "d.tiff", "e.avif"):
        file = photograph(site, name, exif=tags(3), icc_profile=swapped_profile())
        assert SECRET.encode() in file.read_bytes()
    write(site, "fair", "![](a.jpg) ![](b.png) ![](c.webp) ![](d.tiff)", "e.avif")
    site.build()
    media = tree(site.output / "media")
    assert len(media) == 25
    for name, content in media.items():
        assert SECRET.encode() not in content, name
        assert not dict(decode(content).getexif()), name
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(decode(content).info), name


@pytest.fixture(scope="module")
def loads_pillow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., bool]]:
    """Whether a build of a site loads Pillow in the process that it was started in."""
    plain = SiteBuilder(tmp_path_factory.mktemp("plain"))
    write(plain, "fair", "Text.")
    command = [sys.executable, "-c", BUILDER, str(plain.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdin
        assert builder.stdout
        asked, answers = builder.stdin, builder.stdout

        def build(site: SiteBuilder, workers: str = "1") -> bool:
            asked.write(f"{site.root}\t{workers}\n")
            asked.flush()
            return {"10": False, "11": True}[answers.readline().strip()]

        yield build
        asked.close()


def test_a_site_without_images_never_needs_pillow(site: SiteBuilder, loads_pillow: Callable[..., bool]) -> None:
    photograph(site, "fair.jpg")
    write(site, "fair", "[The fair](fair.jpg)")
    assert not loads_pillow(site)
    assert not loads_pillow(site)


def test_a_build_without_new_images_does_not_need_pillow(site: SiteBuilder, loads_pillow: Callable[..., bool]) -> None:
    photograph(site, "fair.jpg")
    write(site, "fair", "![The fair](fair.jpg)")
    assert loads_pillow(site)
    assert not loads_pillow(site)
    write(site, "fair", "Another text. ![The fair](fair.jpg)")
    assert not loads_pillow(site)
    (site.root / "articles/fair.jpg").touch()
    assert not loads_pillow(site)
    photograph(site, "fair.jpg", a_photograph((90, 40)))
    assert not loads_pillow(site, workers="2")
    photograph(site, "fair.jpg", a_photograph((80, 40)))
    assert loads_pillow(site)


@pytest.mark.parametrize("start_method", ["fork", pytest.param("spawn", marks=pytest.mark.long)])
def test_every_process_makes_the_same_bytes(site: SiteBuilder, start_method: str) -> None:
    for number in range(4):
        photograph(site, f"{number}.png", Image.effect_noise((100 + number, 75), 70).convert("RGB"))
    write(site, "fair", " ".join(f"![]({number}.png)" for number in range(4)))
    site.build(output=site.root / "one")
    (site.root / ".newsgen").rename(site.root / "first")
    site.build(output=site.root / "two", workers="2", start_method=start_method)
    assert tree(site.root / "one") == tree(site.root / "two")


def test_the_progress_of_images_is_told(site: SiteBuilder) -> None:
    told: list[tuple[str, int, int]] = []
    for name in "ab":
        photograph(site, f"{name}.jpg", a_photograph((40 + ord(name), 40)))
    write(site, "fair", "![](a.jpg) ![](b.jpg)")
    site.build(on_progress=lambda *phase: told.append(phase))
    assert [phase for phase in told if phase[0] == "pictures"] == [("pictures", 1, 2), ("pictures", 2, 2)]


def test_a_reason_is_told_for_each_file(site: SiteBuilder) -> None:
    photograph(site, "fair.jpg")
    write(site, "fair", "Text.")
    site.build()
    write(site, "fair", "![The fair](fair.jpg)")
    found = site.written()
    assert {file: reason for file, reason in found.items() if file.startswith("media/")} == dict.fromkeys(
        [f"media/fair{end}" for end in (".jpg", "-24.avif", "-48.avif", "-24.webp", "-48.webp")],
        "the picture media/fair.jpg is new",
    )


def test_an_image_in_other_letters_is_shown_and_one_that_comes_or_goes_changes_that(site: SiteBuilder) -> None:
    write(site, "fair", "![A fair](Fair.JPG) ![Again](.\\fair.jpg)")
    site.build()
    assert files_shown(site, "fair") == []
    photograph(site, "FAIR.jpg")
    site.build()
    assert set(files_shown(site, "fair")) <= site.files().keys()
    assert len(page(site, "fair").xpath("//main//img")) == 2
    photograph(site, "fair.jpg")
    site.build()
    assert len(page(site, "fair").xpath("//main//img")) == 1
    assert site.files() == site.files_from_nothing()
