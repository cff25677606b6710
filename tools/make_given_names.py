"""Write newsgen/sources/pasted/authors/names/given.txt and families.txt: names by which a person is recognised.

    pip install faker==40.63.0
    python -m tools.make_given_names

The names are those of Faker's providers of people in all its locales (Daniele Faraglia and contributors, MIT). Words
that texts have in other meanings are left out: months, cities and the most common words. Family names are kept for the
languages that write them first and without a space.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from types import ModuleType

from newsgen.sources.dates.month_names import is_month
from newsgen.sources.pasted.authors.given_names import fold_given_name
from newsgen.sources.pasted.authors.person import is_city
from newsgen.text.language.detection import common_words
from tests.support.paths import ROOT

NAMES = ROOT / "newsgen/sources/pasted/authors/names"
# Words that headings, menus and sections begin with, and that are names too.
OTHER_WORDS = frozenset(
    "art baby best big blue bright brown bud call case christian christmas dear day diamond dr duke earl early eden"
    " england europe ever fair fast felt field fine first frank free general german gold golden grace grand gray great"
    " green happy hard harmony heaven holiday home honor hope joy jewel judge justice king lane last liberty light long"
    " love lucky major man mark may merry mercy miss money more mr mrs new news noble north ocean pet pink porter price"
    " prince princess queen radio rain read red rich river road rock royal saint sea season senior short sky small"
    " spring star state storm story street summer sun sunday sunny tiny town true trust union unity van victory virgin"
    " ward war west white wild will winter young mine else less see love royal ray golf grüne neu nova eine sonne"
    " gute art bild sport welt zeit auto haus foto serie ara bella bianca prima terra vita alma luz paz mar sol"
    " cruz".split()
)
# The languages whose common words are no names; "Ada" is a common word in Indonesian.
LANGUAGES = "en fr de es pt it nl sv da no pl ru".split()
SHORTEST = 2
FAMILY_LOCALES = ("ja_JP", "ko_KR", "zh_CN", "zh_TW")
_LATIN = re.compile("[a-z]")
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
    given = {name for name in given - common - OTHER_WORDS if not (is_month(name) or is_city(name))}
    families = {
        fold_given_name(name)
        for locale in FAMILY_LOCALES
        for name in _names_of(importlib.import_module(f"faker.providers.person.{locale}"), "last_name")
    }
    _write("given.txt", given)
    _write("families.txt", {name for name in families if name and not name.isascii()})


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
