"""Names of `translation_of` that lead to no translation, and translations into one language, as problems."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.archive.translations.grouping import AMBIGUOUS, ITSELF, SAME_LANGUAGE
from newsgen.archive.translations.table import FaultyName, TranslationTable
from newsgen.errors import Problem

_UNLINKED = "Readers of the one would not find the other."


def translation_problems(table: TranslationTable, articles: str) -> Iterator[Problem]:
    """What an editor should know of translations; `articles` is the articles folder, as messages name it."""
    for name in table.faults():
        yield _faulty_name(name, articles)
    for language, first, other in table.doubles():
        yield Problem(
            f"{articles}/{other}",
            0,
            f"is a translation of the same text as {articles}/{first}, into the same language: {language}",
            "Pages link to both, and search engines are told of neither.",
            'Write the language of each, such as "language: de"; or take one of them out of translation_of.',
        )


def _faulty_name(name: FaultyName, articles: str) -> Problem:
    path, line = name.file or f"{articles}/{name.path}", name.line
    meant = [f"{articles}/{one}" for one in name.meant]
    if name.fault == ITSELF:
        message, reason = f'translation_of names the article itself: "{name.written}"', _UNLINKED
        fix = "Write the id, the address or the file of the other article."
    elif name.fault == AMBIGUOUS:
        message, reason = f'translation_of names several articles by "{name.written}": {", ".join(meant)}', _UNLINKED
        fix = "Write the file of the one that is meant."
    elif name.fault == SAME_LANGUAGE:
        message = f"translation_of names an article in the same language: {', '.join(meant)}"
        reason, fix = "A translation is in another language.", 'Write the language of each, such as "language: de".'
    else:
        message, reason = f'translation_of names "{name.written}", which the archive does not have', _UNLINKED
        fix = "Write the id, the address or the file of an article; or take it out."
    return Problem(path, line, message, reason, fix)
