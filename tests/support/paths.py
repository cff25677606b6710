"""Where the repository lies, and the data beside it."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Data of others, which the repository must not hold; what tests it is skipped where it is absent.
DATA = Path(os.environ.get("NEWSGEN_DATA", ROOT.parent / "shared" / "data"))
