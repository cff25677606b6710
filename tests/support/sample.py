"""The sample archive of this repository, copied to be built elsewhere."""

import shutil
from pathlib import Path

from tests.support.paths import ROOT

PICTURES = ".newsgen/pictures"


def copy_sample(root: Path, lender: Path = ROOT) -> None:
    """Copy the articles and site.yaml, and the pictures that the builds of `lender` have made.

    Making pictures takes most of a first build. What is kept of them fits their content and what makes them, or is made
    anew.
    """
    shutil.copytree(ROOT / "articles", root / "articles")
    shutil.copy(ROOT / "site.yaml", root)
    if (lender / PICTURES).is_dir():
        shutil.copytree(lender / PICTURES, root / PICTURES)
