"""The folder in which an engine builds: made of its templates and the corpus, changed for a case, and restored."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.support.corpus import DAYS, FIRST_DAY, make_article

SITES = Path(__file__).parent / "sites"
CASES = ("cold", "unchanged", "body", "headline", "added", "deleted", "template")
OUTPUT = "public"
# newsgen as it is without any settings; its own theme has no template in the site's folder, and its ledger lets no
# published article go.
DEFAULT = "newsgen-default"
_CASES_OF_DEFAULT = ("cold", "unchanged", "body", "headline", "added")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True)
class Engine:
    """How to run an engine, and where its files are, below its site's folder.

    `cache` is what it keeps between builds besides the output. `is_incremental` says whether a build writes only what
    has changed, `has_same_pages` whether its site has the pages that those of the other engines have, and `cases` which
    cases it can build. Environment variables, or lines of its settings, show or leave out related articles.
    """

    name: str
    command: tuple[str, ...]
    version: tuple[str, ...]
    articles: str
    template: str
    static: str
    cache: tuple[str, ...] = ()
    is_incremental: bool = False
    has_same_pages: bool = True
    cases: tuple[str, ...] = CASES
    with_related: Mapping[str, str] = field(default_factory=dict)
    without_related: Mapping[str, str] = field(default_factory=dict)
    settings_without_related: str = ""


def make_engines(hugo: str, eleventy: str) -> dict[str, Engine]:
    """The engines by name, given the programs of those other than newsgen."""
    newsgen = (sys.executable, "-m", "newsgen")
    return {
        "newsgen": Engine(
            name="newsgen",
            command=(*newsgen, "build", "--quiet"),
            version=(*newsgen, "--version"),
            articles="articles",
            template="templates/base.html",
            static="static",
            cache=(".newsgen",),
            is_incremental=True,
            settings_without_related="suggestions: 0\n",
        ),
        DEFAULT: Engine(
            name=DEFAULT,
            command=(*newsgen, "build", "--quiet"),
            version=(*newsgen, "--version"),
            articles="articles",
            template="",
            static="static",
            cache=(".newsgen",),
            is_incremental=True,
            has_same_pages=False,
            cases=_CASES_OF_DEFAULT,
        ),
        "hugo": Engine(
            name="hugo",
            command=(hugo, "--quiet"),
            version=(hugo, "version"),
            articles="content/articles",
            template="layouts/_partials/footer.html",
            static="static",
            cache=("resources", ".hugo_build.lock"),
            with_related={"HUGO_PARAMS_RELATED": "true"},
            without_related={"HUGO_PARAMS_RELATED": "false"},
        ),
        "eleventy": Engine(
            name="eleventy",
            command=(eleventy, "--quiet"),
            version=(eleventy, "--version"),
            articles="src/articles",
            template="src/_includes/base.njk",
            static="src/static",
            cache=(".cache",),
            with_related={"RELATED": "1"},
            without_related={"RELATED": ""},
        ),
    }


@dataclass(frozen=True)
class Folder:
    """An engine's site folder, whose articles are hard links to those of a corpus of `size` articles.

    `related` says whether its stories show related articles; newsgen's default settings always show them.
    """

    engine: Engine
    root: Path
    corpus: Path
    size: int
    related: bool = False

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment variables of a build."""
        return self.engine.with_related if self.related else self.engine.without_related

    @property
    def output(self) -> Path:
        """Where the engine writes its pages."""
        return self.root / OUTPUT

    @property
    def ledger(self) -> Path:
        """Where newsgen keeps what it has published."""
        return self.root / "permalinks.tsv"

    @property
    def ledger_before(self) -> Path:
        """What the ledger was before a case that publishes an article."""
        return self.root / "permalinks-before.tsv"


def prepare_folder(folder: Folder) -> None:
    """Make the site's folder, without its output."""
    engine, root = folder.engine, folder.root
    if root.exists():
        shutil.rmtree(root)
    shutil.copytree(SITES / engine.name, root / "src" if engine.name == "eleventy" else root)
    if engine.name == "eleventy":
        (root / "src/eleventy.config.js").rename(root / "eleventy.config.js")
    if engine.settings_without_related and not folder.related:
        with (root / "site.yaml").open("a", encoding="utf-8") as settings:
            settings.write(engine.settings_without_related)
    if engine.has_same_pages:
        (root / engine.static).mkdir()
        shutil.copy(SITES / "style.css", root / engine.static)
    shutil.copytree(folder.corpus / "articles", root / engine.articles, copy_function=os.link, dirs_exist_ok=True)
    if engine.name == "hugo":
        _write_periods(root / engine.articles)


def forget_builds(folder: Folder) -> None:
    """Remove the output and caches of earlier builds."""
    for name in (OUTPUT, *folder.engine.cache):
        path = folder.root / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def apply_case(case: str, folder: Folder) -> None:
    """Make the change that a case is named after, in the middle of the archive or at its end."""
    middle, third = folder.size // 2, folder.size // 3
    if case == "body":
        _rewrite(folder, middle, lambda text: f"{text}\nA paragraph that was added later.\n")
    elif case == "headline":
        _rewrite(folder, middle, lambda text: text.replace('\ntitle: "', '\ntitle: "Again: ', 1))
    elif case == "added":
        path, text = _new_article(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if folder.ledger.exists():
            # newsgen lets no address go that it has published.
            shutil.copy(folder.ledger, folder.ledger_before)
    elif case == "deleted":
        _path_of(folder, make_article(third, folder.size).path).unlink()
    elif case == "template":
        template = folder.root / folder.engine.template
        template.write_text(template.read_text().replace("</footer>", "<p>A new line.</p>\n</footer>"))


def undo_case(case: str, folder: Folder) -> None:
    """Undo `apply_case`."""
    if case in ("body", "headline"):
        _restore_link(folder, folder.size // 2)
    elif case == "added":
        _new_article(folder)[0].unlink()
        if folder.ledger_before.exists():
            folder.ledger_before.replace(folder.ledger)
    elif case == "deleted":
        _restore_link(folder, folder.size // 3)
    elif case == "template":
        template = folder.root / folder.engine.template
        template.write_text(template.read_text().replace("<p>A new line.</p>\n</footer>", "</footer>"))


def _path_of(folder: Folder, path: str) -> Path:
    """The path of an article of the corpus in the site's folder."""
    return folder.root / folder.engine.articles / path.removeprefix("articles/")


def _new_article(folder: Folder) -> tuple[Path, str]:
    """The path and text of an article later than all of the corpus, in its last month."""
    article = make_article(folder.size, folder.size + 1)
    return _path_of(folder, article.path), article.text


def _rewrite(folder: Folder, number: int, change: Callable[[str], str]) -> None:
    """Change an article. Its file is a link to the corpus, which must not change, so it is replaced by a new file."""
    article = make_article(number, folder.size)
    path = _path_of(folder, article.path)
    path.unlink()
    path.write_text(change(article.text), encoding="utf-8")


def _restore_link(folder: Folder, number: int) -> None:
    source = make_article(number, folder.size).path
    path = _path_of(folder, source)
    path.unlink(missing_ok=True)
    os.link(folder.corpus / source, path)


def _write_periods(articles: Path) -> None:
    """Write the pages that Hugo needs for every year and month of the archive."""
    _write_period(articles, "Archive", "/archive.html")
    last = FIRST_DAY.year + DAYS // 365
    for year in range(FIRST_DAY.year, last):
        if (articles / str(year)).is_dir():
            _write_period(articles / str(year), str(year), f"/{year}/index.html")
        for month, name in enumerate(_MONTHS, 1):
            if (articles / f"{year}/{month:02}").is_dir():
                _write_period(articles / f"{year}/{month:02}", f"{name} {year}", f"/{year}/{month:02}/")


def _write_period(folder: Path, title: str, url: str) -> None:
    (folder / "_index.md").write_text(f'---\ntitle: "{title}"\nurl: {url}\n---\n')
