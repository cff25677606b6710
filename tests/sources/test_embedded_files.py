"""Files that are written into texts become files of their own."""

from base64 import b64encode
from hashlib import sha256

import pytest

from newsgen.record.article import Block, Image, Origin
from newsgen.sources.embedded_files import unpack_files

FILE = "articles/ferry.md"
CONTENT = b"\x89PNG picture"
DATA = b64encode(CONTENT).decode()
NAME = sha256(CONTENT).hexdigest()[:32]
ADDRESS = f"/media/embedded/{NAME}.png"


@pytest.mark.parametrize(
    ("text", "unpacked"),
    [
        (f"![a](data:image/png;base64,{DATA})", f"![a]({ADDRESS})"),
        (f'![a](<data:image/png;base64,{DATA}> "b")', f'![a](<{ADDRESS}> "b")'),
        (f"![][image1]\n\n[image1]: <data:image/png;base64,{DATA}>", f"![][image1]\n\n[image1]: <{ADDRESS}>"),
        (f"[image1]: data:image/png;name=a.png;base64,{DATA}", f"[image1]: {ADDRESS}"),
        (f"<img src='data:image/png;base64,{DATA}'>", f"<img src='{ADDRESS}'>"),
        (f'<img src="data:image/png;base64,\n{DATA}\n">', f'<img src="{ADDRESS}"\n\n>'),
        (f"![a](data:image/png;base64,{DATA.rstrip('=')})", f"![a]({ADDRESS})"),
    ],
)
def test_a_picture_in_a_text_is_a_file_named_by_its_digest(text: str, unpacked: str) -> None:
    found = unpack_files((Block("markdown", text, 7),), (), Origin(FILE, 0))
    assert found
    assert (found.body[0].text, found.files, found.findings) == (unpacked, {f"{NAME}.png": CONTENT}, ())


def test_a_drawing_need_not_be_in_base64() -> None:
    found = unpack_files((Block("markdown", "![a](data:image/svg+xml;utf8,%3Csvg/%3E)", 7),), (), Origin(FILE, 0))
    assert found
    assert list(found.files.values()) == [b"<svg/>"]


def test_a_declared_picture_is_a_file() -> None:
    image = Image(f"data:image/png;base64,{DATA}", "A pier")
    found = unpack_files((), (image, Image("b.jpg")), Origin(FILE, 3))
    assert found
    assert (found.images, found.files) == ((Image(ADDRESS, "A pier"), Image("b.jpg")), {f"{NAME}.png": CONTENT})


@pytest.mark.parametrize(
    ("address", "media_type"),
    [("data:image/png;base64,%%%", "image/png"), ("data:application/zip;base64,UEs=", "application/zip")],
)
def test_what_cannot_be_read_is_told_and_leaves_no_base64(address: str, media_type: str) -> None:
    found = unpack_files((Block("markdown", f"Text.\n\n![a]({address})", 5),), (), Origin(FILE, 0))
    assert found
    assert (found.body[0].text, found.files) == (f"Text.\n\n![a](data:{media_type})", {})
    assert [(rule, str(problem)) for rule, problem in found.findings] == [
        (
            "missing-images",
            f"articles/ferry.md:7: cannot read the file that is written into the text as data:{media_type}\n"
            "    Its text stands in its place.\n"
            "    Save the file beside the article and name it in its place.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n![a](data:image/png;base64,{DATA})\n```",
        f"    ![a](data:image/png;base64,{DATA})",
        "The data: three boats. [a](data:text/html,b)",
    ],
)
def test_code_and_text_stay_as_they_are(text: str) -> None:
    found = unpack_files((Block("markdown", text, 1),), (), Origin(FILE, 0))
    assert found
    assert (found.body[0].text, found.files) == (text, {})


def test_a_text_without_files_costs_nothing() -> None:
    body = (Block("markdown", "Text.", 1), Block("paragraph", f"data:image/png;base64,{DATA}", 3))
    assert unpack_files(body, (Image("a.jpg"),), Origin(FILE, 0)) is None
