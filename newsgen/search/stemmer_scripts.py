"""The browser's stemmer scripts for the languages of an archive."""

from collections.abc import Iterable
from pathlib import Path

from newsgen.text.language.stemmers import _SAME, ALGORITHMS, primary_subtag

BROWSER = Path(__file__).parent / "browser"


def stemmer_files(languages: Iterable[str]) -> dict[str, bytes]:
    """The scripts that a browser needs for an archive's languages, by file name, in the order of loading.

    Snowball's licence asks to come along wherever the scripts go, so it is the last of the files.
    """
    subtags = {_SAME.get(subtag, subtag) for subtag in map(primary_subtag, languages)}
    codes = sorted(subtags & ALGORITHMS.keys())
    names = ["runtime.js", *(f"{code}.js" for code in codes), "LICENSE"] if codes else []
    return {name: (BROWSER / "stemmers" / name).read_bytes() for name in names}
