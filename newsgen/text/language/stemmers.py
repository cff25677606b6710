"""The stemmers of Snowball: which languages have one, and the scripts that bring the same ones into a browser.

Both sides must give one stem for one word, or the browser asks the index for terms that are not in it. So the version
of PyStemmer is fixed in pyproject.toml, and the scripts in `browser/stemmers` are made from the same Snowball.
"""

from collections.abc import Callable
from functools import cache

import Stemmer

# A language's primary subtag and its algorithm in Snowball 3.1. The older algorithms that Snowball keeps for English
# ("porter") and Dutch ("dutch_porter") are left out.
ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "st": "sesotho",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
# Norwegian's two written forms share one algorithm.
_SAME = {"nb": "no", "nn": "no"}


def primary_subtag(language: str) -> str:
    """The language without country, script and variant, in small letters: "pt" of "pt-BR"."""
    return language.lower().split("-")[0]


@cache
def find_stemmer(language: str) -> Callable[[str], str] | None:
    """What makes a language's words to stems, or nothing where Snowball has no algorithm for it."""
    subtag = primary_subtag(language)
    algorithm = ALGORITHMS.get(_SAME.get(subtag, subtag))
    # Whoever asks keeps the stems; PyStemmer's own memory would be a second one.
    stem: Callable[[str], str] | None = Stemmer.Stemmer(algorithm, 0).stemWord if algorithm else None
    return stem
