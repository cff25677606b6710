"""Count what a line with a date says besides it, in the languages of the press.

"Tuesday, 3 May 2019, 18:02 WIB" says nothing else; "born 3 May 1931, died 9 May 2019" mentions dates, and does
not tell the article's.
"""

from __future__ import annotations

import re

from newsgen.sources.dates.named_dates import WORDS_OF_DATES
from newsgen.sources.dates.words_beside import words_of_no_date
from newsgen.sources.pasted.phrases import kind_of, start_of

# The parts of a line of fields: "3 May 2019 | 14:07 – updated on 4 May".
_PARTS = re.compile(r"\s*[|•·,;()\[\]]\s*|\s[–—-]\s")
_APART = re.compile(r"\s*[|•·]\s*|\s[–—-]\s")
# A zone beside a time of day: "18:02 WIB".
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:.h]\d\d(?![\d.])")
_LONGEST_ZONE = 5
# Words with which languages write dates, times and how long a text takes to read.
_AROUND_DATES = WORDS_OF_DATES | frozenset(
    "ngày tháng năm lúc giờ godz godzina dnia hodin hod dne saat ora orele om uur alle las às jam pukul kello klo"
    " klokken yesterday today year o'clock min mins minute minutes minuten minutos read lesezeit lecture"
    " hours ago days".split()
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_TWO = 2
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"(?<![ap]\.m)[.!?]$")
_IN_BRACKETS = re.compile(r"\([^()]*\d{4}\)$")
_URL = re.compile(r"https?://\S+")
# The letters of words that are counted: in other scripts the names of months and days are not told apart by words.
_COUNTED = re.compile("[A-Za-zÀ-ɏͰ-ӿ\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")
# The signs of East Asian dates and times.
_EAST_ASIAN = re.compile(
    "(?:中華)?民[國国]|[〇零一二三四五六七八九十百元]+[年月日]|[上下]午|午[前後后]|(?:星期|週|周|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日](?:曜日?|요일)|(?<=\\d)[年月日号號時时點点分秒년월일시분초]"
    "|오[전후]|[令平昭大明][和成正治]元?"
)
# With more other words a line only mentions a date: among paragraphs, below the last one, and above the first.
BESIDE_AMONG, BESIDE_BELOW, BESIDE_ABOVE = 2, 3, 5


def count_words_beside(text: str) -> int:
    """The number of words of a dated line besides its date, the time and the zone, and words such as "Published"."""
    has_time = bool(_CLOCK.search(text))
    count = 0
    for part in _PARTS.split(_EAST_ASIAN.sub(" ", text)):
        kind, rest = start_of(part)
        if kind not in ("published", "updated"):
            rest = "" if kind_of(part) else part
        count += sum(_is_counted(word, has_time) for word in words_of_no_date(rest))
    return count


def tells_date(text: str, most: int) -> bool:
    """Whether a dated line tells the article's date: it has at most so many words beside it, and no two dates.

    What signs set apart, such as a bar, does not count. A date in brackets behind words is that of another article, and
    one in a sentence that of what it tells. A second date counts for nothing if hardly a word is beside the
    two, or one says that it is that of an update. The date in an address is that of its page.
    """
    if _URL.fullmatch(text) or start_of(text)[0] == "byline":
        return True
    return any(_tells_date_alone(part, most) for part in _APART.split(text) if _DIGIT.search(part))


def _tells_date_alone(text: str, most: int) -> bool:
    count = count_words_beside(text)
    if count > most or (count and _IN_BRACKETS.search(text)) or (count > 1 and _SENTENCE_END.search(text)):
        return False
    if count < _TWO or len(_YEAR.findall(text)) < _TWO:
        return True
    return any(start_of(part)[0] in ("published", "updated") for part in _PARTS.split(text))


def _is_counted(word: str, has_time: bool) -> bool:
    if not _COUNTED.search(word) or word.casefold() in _AROUND_DATES:
        return False
    return not (has_time and word.isupper() and len(word) <= _LONGEST_ZONE)
