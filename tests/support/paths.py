"""Where the repository lies, and the data beside it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
