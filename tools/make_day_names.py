"""Make newsgen/sources/dates/months/days.txt, the names of the days of the week, from CLDR as Babel has it.

python -m tools.make_day_names
"""

import re
from pathlib import Path

from babel import Locale

LANGUAGES = "ar bg ca cs da de el en es fi fr hr hu id it ko lt lv nl nb pl pt ro ru sk sl sr sv tr uk vi".split()
FILE = Path(__file__).parents[1] / "newsgen/sources/dates/months/days.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_day_names() -> list[str]:
    """The words of the days' names, wide and abbreviated, case-folded."""
    days = (Locale.parse(code).days for code in LANGUAGES)
    names = (
        name
        for each in days
        for form in ("format", "stand-alone")
        for size in ("wide", "abbreviated")
        for name in each[form][size].values()
    )
    return sorted({word for name in names for word in _WORD.findall(name.casefold())})


if __name__ == "__main__":
    FILE.write_text("# By tools/make_day_names.py from CLDR.\n" + "\n".join(find_day_names()) + "\n", encoding="utf-8")
