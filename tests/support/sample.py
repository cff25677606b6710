"""The sample archive of this repository, to be built elsewhere."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER
from newsgen.images.profile import image_code_digest
from tests.support.paths import ROOT

_IMAGES = f".newsgen/{FOLDER}"


def copy_sample(root: Path) -> None:
    """Copy the articles and site.yaml, and the images that earlier builds of copies have made.

    Making images takes most of a first build, and of one width a fifth of that. What is kept of them fits their content
    and the code that makes them, or is made anew.
    """
    shutil.copytree(ROOT / "articles", root / "articles")
    settings = (ROOT / "site.yaml").read_text(encoding="utf-8")
    (root / "site.yaml").write_text(f"{settings}image_widths: [480]\n", encoding="utf-8")
    if kept_images().is_dir():
        shutil.copytree(kept_images(), root / _IMAGES)


def keep_images(root: Path) -> None:
    """Keep the images that the build of a copy has made for all later copies, also those of later runs."""
    kept = kept_images()
    for image in (root / _IMAGES).iterdir():
        half = kept / f"half-{os.getpid()}"
        try:
            if not (kept / image.name).exists():
                shutil.copytree(image, half)
                half.rename(kept / image.name)
        except OSError:
            # Another process has just kept it, or the folder may not be written. It is made anew.
            shutil.rmtree(half, ignore_errors=True)


def kept_images() -> Path:
    """Where images are kept from run to run: in the folder of NEWSGEN_TEST_CACHE, or beside what pytest keeps."""
    kept = Path(os.environ.get("NEWSGEN_TEST_CACHE", ROOT / ".pytest_cache")) / "images"
    return kept / image_code_digest().hex()[:16]


@contextmanager
def shared_folder(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that the processes of one run share; one of them has it at a time."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with (folder.parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
