"""Turn a folder of article text into a permanent news archive of plain files.

This is the public interface: the names in `__all__` follow semantic versioning, all others may change at any time.

    >>> import newsgen
    >>> article = newsgen.read_article("my-archive/articles/2025/flood-in-the-lane.txt")
    >>> article.headline
    'The Arrow comes up Mill Lane in the night'
    >>> str(article.published), article.byline
    ('2025-03-21', ('Jonas Threlkeld',))

    >>> from pathlib import Path
    >>> summary = newsgen.build_site(Path("my-archive"))
    >>> summary.articles
    3
    >>> newsgen.build_site(Path("my-archive")).counts.written
    0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgen.version import __version__

if TYPE_CHECKING:
    import os

    from newsgen.build.build import build_site
    from newsgen.build.options import BuildOptions
    from newsgen.errors import NewsgenError
    from newsgen.record.article import Article

__all__ = ["Article", "BuildOptions", "NewsgenError", "__version__", "build_site", "read_article"]

# Imported on first use: the command needs the version only, and a build in which nothing changed starts the sooner.
_LAZY = {
    "Article": "newsgen.record.article",
    "BuildOptions": "newsgen.build.options",
    "NewsgenError": "newsgen.errors",
    "build_site": "newsgen.build.build",
}


def read_article(file: str | os.PathLike[str]) -> Article:
    """The article of one text file (`.txt`, `.md`, or a `.json` record), read with the default settings.

    Neither `site.yaml` nor `metadata.csv` is consulted, and nothing is written. Raises NewsgenError with every problem
    of the file, and for an article that no build publishes.
    """
    from pathlib import Path

    from newsgen.errors import NewsgenError, Problem
    from newsgen.settings.site import Site
    from newsgen.sources.files import Source
    from newsgen.sources.load import UnpublishedSource, load_article

    path = Path(file)
    loaded = load_article(Source(path.name, str(path), path), {}, Site())
    if isinstance(loaded, UnpublishedSource):
        fix = "Take away the key, the folder or the sign in its name that says so."
        raise NewsgenError([Problem(str(path), 0, f"is left out: {loaded.status}", "No build publishes it.", fix)])
    return loaded.published


if not TYPE_CHECKING:  # A type checker would take every misspelt name for one of these.

    def __getattr__(name: str) -> object:
        """A public name of the package, imported on first use."""
        from importlib import import_module

        if name not in _LAZY:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_LAZY[name]), name)
        globals()[name] = value
        return value
