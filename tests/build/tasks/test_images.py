"""Making the renditions of images, with the fault of those that cannot be read."""

from pathlib import Path

from newsgen.archive.database import FOLDER
from newsgen.build.tasks.images import ImageSource, make_images
from newsgen.images.metadata import ImageMetadata
from tests.support.photographs import a_photograph, save
from tests.support.workers import make_worker


def test_renditions_have_the_widths_of_the_site(tmp_path: Path) -> None:
    file = save(tmp_path / "articles/fair.jpg", a_photograph((600, 400)))
    images = [
        ImageSource("media/fair.jpg", file, "articles/fair.jpg"),
        ImageSource("gone.jpg", tmp_path / "gone.jpg", "gone"),
    ]
    worker = make_worker(tmp_path)
    (fair, made), (gone, lost) = make_images(worker, images)
    assert (fair, made.metadata) == ("media/fair.jpg", ImageMetadata(600, 400, "jpg", (480, 600), ("avif", "webp")))
    assert (gone, lost) == ("gone.jpg", (ImageMetadata(fault="No such file or directory"), ""))
    rendition = tmp_path / FOLDER / "images" / made.key / "480.webp"
    content = rendition.read_bytes()
    rendition.write_bytes(bytes(len(content)))
    assert make_images(worker, images[:1]) == [(fair, made)]
    assert rendition.read_bytes() == content
