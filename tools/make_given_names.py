"""Write newsgen/sources/pasted/authors/names/given.txt and families.txt: names by which a person is recognised.

    pip install faker==40.63.0
    python -m tools.make_given_names

The names are those of Faker's providers of people in all its locales (Daniele Faraglia and contributors, MIT). Words
that texts have in other meanings are left out: cities and the most common words.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from types import ModuleType

from newsgen.sources.pasted.authors.given_names import fold_given_name
from newsgen.sources.pasted.authors.person import is_city
from newsgen.text.language.detection import common_words
from tests.support.paths import ROOT

NAMES = ROOT / "newsgen/sources/pasted/authors/names"
# Words that headings, menus and sections begin with, and that are names too.
OTHER_WORDS = frozenset(
    "april art august baby best big blue bright brown bud call case christmas day diamond dr duke early eden"
    " england europe ever fair fast felt field fine first free general german gold golden grand great"
    " green happy hard harmony heaven holiday home honor hope jewel justice king last liberty juli july june"
    " juni light long"
    " love lucky man may merry mercy miss money more mr mrs new news north ocean pet pink price"
    " prince princess queen radio rain read red rich river road rock royal saint sea season senior short sky small"
    " spring star state storm story street summer sun sunday tiny town true trust union unity van virgin"
    " war west white wild will winter young mine else less see love royal golf grüne neu nova eine sonne"
    " gute art bild sport welt zeit auto haus foto serie prima terra mar sol"
    " cruz".split()
)
# The languages whose common words are no names; "Ada" is a common word in Indonesian.
LANGUAGES = "en fr de es pt it nl sv da no pl ru".split()
SHORTEST = 2
SHORTEST_FAMILY = 4
_LATIN = re.compile("[a-z]")
_CASED = re.compile("[a-zа-яα-ω]")
_WIDTH = 120


def main() -> None:
    """Write both lists."""
    common = frozenset().union(*map(common_words, LANGUAGES))
    given = {
        name
        for provider in _providers()
        for name in map(fold_given_name, _names_of(provider, "first_name"))
        if len(name) >= (SHORTEST + bool(_LATIN.search(name))) and " " not in name and "-" not in name
    }
    given = {name for name in given - common - OTHER_WORDS if not is_city(name)}
    families = {
        name
        for provider in _providers()
        for name in map(fold_given_name, _names_of(provider, "last_name"))
        if name and " " not in name and "-" not in name and (len(name) >= SHORTEST_FAMILY or not _CASED.search(name))
    }
    families = {name for name in families - common - OTHER_WORDS if not is_city(name)}
    _write("given.txt", given)
    _write("families.txt", families)


def _providers() -> Iterator[ModuleType]:
    # Only this program needs it, and it is no dependency of newsgen's.
    from faker.providers import person

    for module in pkgutil.iter_modules(person.__path__):
        yield importlib.import_module(f"faker.providers.person.{module.name}")


def _names_of(module: ModuleType, beginning: str) -> Iterator[str]:
    for attribute in dir(module.Provider):
        values = getattr(module.Provider, attribute)
        if attribute.startswith(beginning) and isinstance(values, (tuple, list, dict)):
            yield from map(str, values)


def _write(name: str, values: set[str]) -> None:
    lines = textwrap.wrap(" ".join(sorted(values)), _WIDTH, break_on_hyphens=False, break_long_words=False)
    (NAMES / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(values):,} names")


if __name__ == "__main__":
    main()
