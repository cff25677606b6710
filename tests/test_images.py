"""Pictures from an article to its page: the files that are there, what shows them, and when Pillow is needed."""

import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from newsgen.build.build import build_site
from tests.site.test_incremental import written
from tests.support.edits import tree
from tests.support.photographs import SECRET, a_photograph, animation, decode, encode, save, swapped_profile, tags

SETTINGS = "image_widths: [24, 48]\n"
NAMES = ("fair one.jpg", "الميناء.jpg", "#2, 50%.jpg", "a&b'c.png")


def write_article(root: Path, name: str, text: str, image: str = "") -> None:
    shown = f"image: '{image}'\n" if image else ""
    (root / "articles").mkdir(parents=True, exist_ok=True)
    (root / f"articles/{name}.md").write_text(f"---\ntitle: {name}\ndate: 2020-03-01\n{shown}---\n\n{text}\n")
    (root / "site.yaml").write_text(SETTINGS)


def page(root: Path, name: str) -> Any:
    return html.document_fromstring((root / f"public/2020/03/{name}.html").read_bytes())


def files_shown(root: Path, name: str) -> list[str]:
    """The files that the pictures of an article's page are, from the output's root, as a browser finds them."""
    document = page(root, name)
    links = [str(link) for link in document.xpath("//main//img/@src")]
    for srcset in document.xpath("//main//source/@srcset"):
        links += [candidate.strip().split(" ")[0] for candidate in str(srcset).split(", ")]
    assert all(link.startswith("../../") for link in links)
    return [unquote(link.removeprefix("../../")) for link in links]


def test_all_files_of_all_pictures_are_there_whatever_they_are_called(tmp_path: Path) -> None:
    for name in NAMES:
        save(tmp_path / "articles" / name)
    write_article(
        tmp_path, "fair", "\n\n".join(f"![A fair](<{name.replace('%', '%25').replace('#', '%23')}>)" for name in NAMES)
    )
    write_article(tmp_path, "other", "Text.", NAMES[2])
    build_site(tmp_path, workers="1")
    for name, count in (("fair", 4), ("other", 1)):
        shown = files_shown(tmp_path, name)
        assert len(shown) == 5 * count
        assert all((tmp_path / "public" / file).is_file() for file in shown)
    assert set(files_shown(tmp_path, "fair")) == {
        file for file in tree(tmp_path / "public") if file.startswith("media/")
    }


def test_a_picture_on_a_page_is_a_picture_with_the_true_proportions_of_the_upright_photograph(tmp_path: Path) -> None:
    save(tmp_path / "articles/fair.jpg", a_photograph((60, 40)), exif=tags(6))
    write_article(tmp_path, "fair", '![A fair](fair.jpg "The fair")\n\nMore.\n')
    build_site(tmp_path, workers="1")
    text = (tmp_path / "public/2020/03/fair.html").read_text(encoding="utf-8")
    sizes = "(min-width: 40rem) 37rem, 94vw"
    media = "../../media/fair"
    assert text[text.index("<figure>") : text.index("<p>More.")] == (
        "<figure><picture>"
        f'<source type="image/avif" srcset="{media}-24.avif 24w, {media}-40.avif 40w" sizes="{sizes}">'
        f'<source type="image/webp" srcset="{media}-24.webp 24w, {media}-40.webp 40w" sizes="{sizes}">'
        f'<img src="{media}.jpg" width="40" height="60" alt="A fair" loading="lazy" decoding="async"></picture>\n'
        "<figcaption>The fair</figcaption>\n</figure>\n"
    )


def test_drawings_and_what_moves_are_published_as_they_are_with_their_measures(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    files = {
        "map.svg": b'<svg viewBox="0 0 3 2" width="300"/>',
        "tide.gif": animation("GIF"),
        "tide.webp": animation("WEBP"),
        "scan.jxl": b"newer than newsgen",
    }
    for name, content in files.items():
        (tmp_path / "articles" / name).write_bytes(content)
    write_article(tmp_path, "fair", " ".join(f"![]({name})" for name in files))
    build_site(tmp_path, workers="1")
    found = tree(tmp_path / "public/media")
    assert found == files
    images = page(tmp_path, "fair").xpath("//div[@class='body']//img")
    measures = [(image.get("src")[-8:], image.get("width"), image.get("height")) for image in images]
    assert measures == [
        ("/map.svg", "300", "200"),
        ("tide.gif", "30", "20"),
        ("ide.webp", "30", "20"),
        ("scan.jxl", None, None),
    ]


def test_a_file_that_is_only_linked_is_copied_as_it_is(tmp_path: Path) -> None:
    content = encode(a_photograph(), exif=tags())
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/fair.jpg").write_bytes(content)
    write_article(tmp_path, "fair", "[The fair](fair.jpg)")
    build_site(tmp_path, workers="1")
    assert tree(tmp_path / "public/media") == {"fair.jpg": content}


def test_no_file_that_is_made_of_a_picture_tells_who_took_it_and_where(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.png", "c.webp", "d.tiff", "e.avif"):
        save(tmp_path / "articles" / name, exif=tags(3), icc_profile=swapped_profile())
        assert SECRET.encode() in (tmp_path / "articles" / name).read_bytes()
    write_article(tmp_path, "fair", "![](a.jpg) ![](b.png) ![](c.webp) ![](d.tiff)", "e.avif")
    build_site(tmp_path, workers="1")
    media = tree(tmp_path / "public/media")
    assert len(media) == 25
    for file, content in media.items():
        assert SECRET.encode() not in content, file
        assert not dict(decode(content).getexif()), file
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(decode(content).info), file


def loads_pillow(root: Path, workers: str = "1") -> bool:
    """Whether a build loads Pillow in the process that it was started in."""
    program = f"""
import sys
from pathlib import Path
from newsgen.build.build import build_site
build_site(Path({str(root)!r}), workers={workers!r})
print("PIL" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return done.stdout.strip() == "True"


def test_a_site_without_pictures_never_needs_pillow(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    save(tmp_path / "articles/fair.jpg")
    write_article(tmp_path, "fair", "[The fair](fair.jpg)")
    assert not loads_pillow(tmp_path)
    assert not loads_pillow(tmp_path)


def test_a_build_without_new_pictures_does_not_need_pillow(tmp_path: Path) -> None:
    save(tmp_path / "articles/fair.jpg")
    write_article(tmp_path, "fair", "![The fair](fair.jpg)")
    assert loads_pillow(tmp_path)
    assert not loads_pillow(tmp_path)
    write_article(tmp_path, "fair", "Another text. ![The fair](fair.jpg)")
    assert not loads_pillow(tmp_path)
    (tmp_path / "articles/fair.jpg").touch()
    assert not loads_pillow(tmp_path)
    save(tmp_path / "articles/fair.jpg", a_photograph((90, 40)))
    assert not loads_pillow(tmp_path, workers="2")
    save(tmp_path / "articles/fair.jpg", a_photograph((80, 40)))
    assert loads_pillow(tmp_path)


@pytest.mark.parametrize("start_method", ["fork", "spawn"])
def test_every_process_makes_the_same_bytes(tmp_path: Path, start_method: str) -> None:
    from PIL import Image

    for number in range(4):
        noise = Image.effect_noise((200 + number, 150), 70).convert("RGB")
        save(tmp_path / f"articles/{number}.png", noise)
    write_article(tmp_path, "fair", " ".join(f"![]({number}.png)" for number in range(4)))
    (tmp_path / "site.yaml").write_text("image_widths: [96, 200]\n")
    build_site(tmp_path, tmp_path / "one", workers="1")
    (tmp_path / ".newsgen").rename(tmp_path / "first")
    build_site(tmp_path, tmp_path / "two", workers="2", start_method=start_method)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_progress_of_pictures_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    for name in "ab":
        save(tmp_path / f"articles/{name}.jpg", a_photograph((40 + ord(name), 40)))
    write_article(tmp_path, "fair", "![](a.jpg) ![](b.jpg)")
    build_site(tmp_path, workers="1", watch=lambda *phase: told.append(phase))
    assert [phase for phase in told if phase[0] == "pictures"] == [("pictures", 1, 2), ("pictures", 2, 2)]


def test_a_reason_is_told_for_each_file(tmp_path: Path) -> None:
    save(tmp_path / "articles/fair.jpg")
    write_article(tmp_path, "fair", "Text.")
    build_site(tmp_path, workers="1")
    write_article(tmp_path, "fair", "![The fair](fair.jpg)")
    found = written(tmp_path)
    assert {file: reason for file, reason in found.items() if file.startswith("media/")} == dict.fromkeys(
        [f"media/fair{end}" for end in (".jpg", "-24.avif", "-48.avif", "-24.webp", "-48.webp")],
        "the picture media/fair.jpg is new",
    )
