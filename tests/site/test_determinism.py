"""Equal input gives equal bytes, whatever the machine, the day and the surroundings are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from tests.support.edits import differences, tree
from tests.support.paths import ROOT

# The images are made anew in each build: small ones, of which each takes a hundredth of a second.
SMALL = "image_widths: [48, 96]\n"


def copy_in_order(root: Path, backwards: bool, age: float) -> Path:
    """The sample in a folder whose files were made in another order and at another time."""
    files = sorted((file for file in (ROOT / "articles").rglob("*") if file.is_file()), reverse=backwards)
    for file in files:
        target = root / "articles" / file.relative_to(ROOT / "articles")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (age, age))
    (root / "site.yaml").write_text((ROOT / "site.yaml").read_text(encoding="utf-8") + SMALL, encoding="utf-8")
    return root


@pytest.mark.long
@pytest.mark.parametrize(
    ("seed", "zone", "locale", "age"),
    [
        ("42", "America/St_Johns", "tr_TR.UTF-8", 1e9),
        pytest.param("7", "Asia/Tokyo", "de_DE.UTF-8", 0, marks=pytest.mark.long),
        pytest.param("0", "Pacific/Kiritimati", "C", 0, marks=pytest.mark.long),
    ],
)
def test_equal_input_gives_equal_bytes_whatever_the_surroundings(
    tmp_path: Path, seed: str, zone: str, locale: str, age: float
) -> None:
    here = copy_in_order(tmp_path / "here", backwards=False, age=1.7e9)
    elsewhere = copy_in_order(tmp_path / "elsewhere", backwards=True, age=age)
    build_site(here)
    subprocess.run(
        [sys.executable, "-m", "newsgen", "build", "-q", "--root", str(elsewhere)],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale},
    )
    assert not list(differences(tree(here / "public"), tree(elsewhere / "public")))
