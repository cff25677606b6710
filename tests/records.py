"""Records as tests need them: an article of which only what matters is said."""

from pathlib import PurePosixPath
from typing import Any

from newsgen.article import Article
from newsgen.dates import parse_date


def an_article(path: str = "2024/ferry.md", **fields: Any) -> Article:
    """An article; its headline comes from its path where none is given, and dates may be written as text."""
    for name in ("published", "updated"):
        if isinstance(fields.get(name), str):
            fields[name] = parse_date(fields[name])
    fields.setdefault("headline", PurePosixPath(path).stem.replace("-", " ").capitalize())
    fields.setdefault("language", "en")
    return Article(path, **fields)


def daily_articles(count: int, **fields: Any) -> list[Article]:
    """As many articles as wanted, the oldest first, one a day in January 2024."""
    return [
        an_article(f"note-{day:02}.md", **{"published": f"2024-01-{day:02}", **fields}) for day in range(1, count + 1)
    ]
