"""The browser's stemmer scripts for the languages of an archive."""

from collections.abc import Iterable
from pathlib import Path

from newsgen.text.language.stemmers import stemmer_code

BROWSER = Path(__file__).parent / "browser"


def stemmer_files(languages: Iterable[str]) -> list[str]:
    """The names of the scripts that a browser needs for an archive's languages, in the order of loading.

    Snowball's licence must accompany the scripts, so it is the last of the files.
    """
    codes = sorted({*map(stemmer_code, languages)} - {""})
    return ["runtime.js", *(f"{code}.js" for code in codes), "LICENSE"] if codes else []


def read_stemmer(name: str) -> bytes:
    """The content of a stemmer file."""
    return (BROWSER / "stemmers" / name).read_bytes()
