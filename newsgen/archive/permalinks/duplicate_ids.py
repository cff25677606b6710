"""Articles that declare one id and are not each other's translation: they have one language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsgen.errors import Problem


def find_duplicate_ids(name: str, articles: Iterable[tuple[str, str]], folder: str) -> Iterator[Problem]:
    """The problems of the articles whose id is `name`, of which each is given by its path and language, by their paths.

    `folder` is the articles folder, as messages name it.
    """
    by_language: dict[str, list[str]] = defaultdict(list)
    for path, language in sorted(articles):
        by_language[language].append(path)
    for first, *others in sorted(by_language.values()):
        for path in others:
            yield Problem(
                f"{folder}/{path}",
                0,
                f"has the same id as {folder}/{first}: {name}",
                "An id is by what an article is known when its file gets another name.",
                "Give one of the two another id; or, where one is the other's translation, write the language of each.",
            )
