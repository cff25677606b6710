"""Snowball stemmers by language.

Python and the browser must stem every word alike, or the browser asks the index for terms that are not in it. So
pyproject.toml fixes the version of PyStemmer, and the scripts in `newsgen/search/browser/stemmers` are translated from
the same Snowball by `tools/translate_stemmers.py`.
"""

from collections.abc import Callable
from functools import cache

import Stemmer

from newsgen.text.language.tags import primary_subtag

# The algorithms of Snowball 3.1 by primary subtag, without the older ones for English ("porter") and Dutch
# ("dutch_porter").
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
_WRITTEN_FORMS = {"nb": "no", "nn": "no"}


def stemmer_code(language: str) -> str:
    """The key of ALGORITHMS for a language tag; "" where Snowball has no algorithm for the language."""
    subtag = primary_subtag(language)
    code = _WRITTEN_FORMS.get(subtag, subtag)
    return code if code in ALGORITHMS else ""


@cache
def find_stemmer(language: str) -> Callable[[str], str] | None:
    """The function that stems a language's words; None where Snowball has no algorithm for the language."""
    code = stemmer_code(language)
    # Callers cache the stems, so PyStemmer's own cache is switched off.
    stem: Callable[[str], str] | None = Stemmer.Stemmer(ALGORITHMS[code], 0).stemWord if code else None
    return stem
