"""Bundle the search page's scripts into one file, so that a reader's browser waits for one and not for all."""

from __future__ import annotations

from functools import cache

from newsgen.search.stemmer_scripts import BROWSER

# Each may need those before it; the last one is the page's own.
ORDER = (
    "bits files index terms query conditions plan nearness ranking guesses counts marks passages elements results"
    " chart page"
).split()


# What searches other archives beside the site's own.
ELSEWHERE = ("elsewhere",)


@cache
def join_scripts(more: tuple[str, ...] = ()) -> bytes:
    """The script, minified: a quarter less to load. `more` are scripts that not every site needs."""
    # Only builds that make the script need this import.
    from rjsmin import jsmin

    files = (BROWSER / f"{name}.js" for name in (*ORDER[:-1], *more, ORDER[-1]))
    return str(jsmin("\n".join(file.read_text(encoding="utf-8") for file in files))).encode()
