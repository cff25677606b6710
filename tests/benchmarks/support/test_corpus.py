"""The invented newspaper."""

from pathlib import Path

from benchmarks.support.corpus import make_article, make_vocabulary, write_corpus
from newsgen.settings.site import Site
from newsgen.sources.files import find_sources
from newsgen.sources.load import LoadedArticle, load_article

SIZE = 60


def texts(folder: Path) -> dict[str, str]:
    return {str(file.relative_to(folder)): file.read_text(encoding="utf-8") for file in folder.rglob("*.md")}


def test_a_corpus_is_reproducible_in_whole_and_in_parts(tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE)
    assert texts(tmp_path) == {a.path: a.text for a in (make_article(n, SIZE) for n in reversed(range(SIZE)))}
    assert make_article(3, SIZE, seed=8).text != make_article(3, SIZE).text


def test_every_article_of_the_corpus_has_all_fields(tmp_path: Path) -> None:
    write_corpus(tmp_path, SIZE)
    sources = find_sources(tmp_path / "articles", "articles")
    assert len(sources) == SIZE
    for source in sources:
        loaded = load_article(source, {}, Site())
        assert isinstance(loaded, LoadedArticle)
        article = loaded.published
        assert article.headline
        assert article.dek
        assert article.section
        assert len(article.byline) == 1
        assert len(article.tags) == 3
        assert article.slug
        assert article.published
        assert article.published.clock
        assert article.path.startswith(f"{article.published.year}/{article.published.month:02}/")
        assert not article.extra


def test_the_corpus_has_all_kinds_of_markup() -> None:
    every = "".join(make_article(number, SIZE).text for number in range(SIZE))
    for mark in ("\n> ", "\n- ", "\n## ", "**", "](https://"):
        assert mark in every
    assert 3_500 < len(every) / SIZE < 5_000


def test_the_newest_article_is_within_the_twenty_years() -> None:
    assert make_article(0, 1_000).path.startswith("articles/2005/01/")
    assert make_article(1_000, 1_001).path.startswith("articles/2024/12/")


def test_there_are_200_authors_and_500_tags() -> None:
    vocabulary = make_vocabulary(7)
    assert len(set(vocabulary.authors)) == 200
    assert len(set(vocabulary.tags)) == 500
