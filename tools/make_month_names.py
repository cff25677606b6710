"""Write newsgen/sources/dates/months/names.txt: the months' names in the languages of the press.

    python -m tools.make_month_names

The names of the Gregorian calendar are those of Babel's copy of the Unicode CLDR, in the forms of all countries, wide
and abbreviated, in dates and by themselves. Forms that the CLDR lacks and the names of other calendars are below.
Run it again when Babel brings a new CLDR.
"""

from __future__ import annotations

import re
from collections import defaultdict

from babel.localedata import locale_identifiers

from newsgen.sources.dates.month_names import fold_name
from newsgen.text.language.locales import load_locale
from tests.support.paths import ROOT

NAMES = ROOT / "newsgen/sources/dates/months/names.txt"
LANGUAGES = frozenset(
    "af am ar az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr hu hy id is"
    " it ka kk km kn ky lb lo lt lv mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt rm ro ru sd si sk sl so sq sr sv"
    " sw ta te tg th tk tr uk ur uz vi yi".split()
)
# Two letters name a month only in scripts whose letters are syllables.
SHORTEST, SHORTEST_SYLLABIC = 3, 2
_SYLLABIC = re.compile("[\u0900-\u109f\u1200-\u137f\u1780-\u17ff]")
# Words that Thai, Lao and Khmer write before a month's name and Hebrew before a month in a date, without a space.
_PREFIXES = {"th": "เดือน", "lo": "ເດືອນ", "km": "ខែ", "he": "ב"}
# The genitives of Basque and Mongolian dates: "ekainaren 6a", "зургаадугаар сарын 6".
_SUFFIXES = {"eu": "ren", "mn": "ын"}
# Welsh months after "o", Latvian ones in dates, the words for Vietnamese months, and spellings of the press of today
# and of old.
_GREGORIAN = """
    jany;jänner;janvārī;tháng một;tháng giêng | febr;feby;chwefror;feber;februārī;tháng hai | fawrth;martā;tháng ba
    | apl;abr;إبريل;aprīlī;tháng tư | fai;مايس;مه;مۍ;maijā;tháng năm | fehefin;juni;juny;june;jūnijā;tháng sáu
    | orffennaf;july;jūlijā;tháng bảy | awst;augustā;tháng tám | fedi;sept;septbr;setiembre;set;septembrī;tháng chín
    | octbr;okt;out;oktobrī;tháng mười | dachwedd;novbr;nov;novembrī;tháng mười một
    | ragfyr;decbr;dezbr;xbre;decembrī;tháng mười hai;tháng chạp
"""
# The months of Iran, of Afghanistan in Dari and Pashto, and in Latin letters.
_PERSIAN = """
    فروردین;حمل;وری;farvardin | اردیبهشت;ثور;غویی;ordibehesht | خرداد;جوزا;غبرگولی;khordad | تیر;سرطان;چنگاښ;tir
    | مرداد;امرداد;اسد;زمری;mordad | شهریور;سنبله;وږی;shahrivar | مهر;میزان;تله;mehr | آبان;عقرب;لړم;aban
    | آذر;قوس;لیندۍ;azar | دی;جدی;مرغومی;dey | بهمن;دلو;سلواغه;bahman | اسفند;حوت;کب;esfand
"""
# Arabic, Persian and Urdu names, and transliterations of the English, Turkish and Malay press.
_ISLAMIC = """
    محرم;محرم الحرام;المحرم;muharram;muharrem
    | صفر;صفر المظفر;صفر الخير;safar;safer
    | ربيع الأول;ربيع الاول;ربیع الاول;rabi al-awwal;rabi ul-awwal;rabiulawal;rebiülevvel
    | ربيع الآخر;ربيع الثاني;ربيع الاخر;ربیع الثانی;rabi al-thani;rabi ul-thani;rabi al-akhir;rabiulakhir;rebiülahir
    | جمادى الأولى;جمادى الاولى;جمادی الاول;جمادی الاولی;jumada al-awwal;jumada al-ula;jamadilawal;cemaziyelevvel
    | جمادى الآخرة;جمادى الثانية;جمادى الاخرة;جمادی الثانی;جمادی الثانیه;jumada al-thani;jumada al-akhira;jamadilakhir
    ;cemaziyelahir
    | رجب;رجب المرجب;rajab;recep;rejab
    | شعبان;شعبان المعظم;sha'ban;shaban;şaban;syaaban
    | رمضان;رمضان المبارك;ramadan;ramazan;ramadhan
    | شوال;شوال المكرم;shawwal;şevval;syawal
    | ذو القعدة;ذي القعدة;ذوالقعدة;ذيقعدة;ذوالقعده;ذی القعده;ذیقعده;ذیقعد;dhu al-qa'da;dhul qadah;zilkade;zulkaedah
    | ذو الحجة;ذي الحجة;ذوالحجة;ذوالحجه;ذی الحجه;ذیحجه;ذوالحج;dhu al-hijja;dhul hijjah;zilhicce;zulhijjah
"""
_Meanings = dict[str, dict[int, set[str]]]


def gregorian_names() -> _Meanings:
    """The names of the Gregorian months, each with the numbers it stands for and the languages of each number."""
    meanings: _Meanings = defaultdict(lambda: defaultdict(set))
    for code in sorted(locale_identifiers()):
        language = code.split("_")[0]
        if language not in LANGUAGES:
            continue
        months = load_locale(code.replace("_", "-")).months
        for form in ("format", "stand-alone"):
            for size in ("wide", "abbreviated"):
                for number, name in months[form][size].items():
                    _add(str(name), number, language, meanings)
    for number, names in enumerate(_GREGORIAN.split("|"), 1):
        for name in map(fold_name, names.split(";")):
            if name not in meanings:
                meanings[name][number].add("")
    return meanings


def _add(name: str, number: int, language: str, meanings: _Meanings) -> None:
    prefix, suffix = _PREFIXES.get(language, ""), _SUFFIXES.get(language, "")
    for form in {name, prefix + name, name + suffix}:
        folded = fold_name(form)
        shortest = SHORTEST_SYLLABIC if _SYLLABIC.search(folded) else SHORTEST
        # Months that are written as numbers have no names.
        if len(folded) >= shortest and not any(map(str.isdigit, form)):
            meanings[folded][number].add(language)


def format_names(meanings: _Meanings) -> str:
    """The lines of the file for the Gregorian months: those of all languages, then those of some."""
    rows: dict[str, list[str]] = defaultdict(list)
    for name, numbers in sorted(meanings.items()):
        for number, languages in numbers.items():
            only = " ".join(["", *sorted(languages)]) if len(numbers) > 1 else ""
            rows[f"gregorian {number}{only}"].append(name)
    return "".join(f"{heading}: {'; '.join(rows[heading])}\n" for heading in sorted(rows, key=_order))


def _order(heading: str) -> tuple[bool, int, str]:
    _, number, *languages = heading.split()
    return bool(languages), int(number), " ".join(languages)


def format_other(calendar: str, names: str) -> str:
    """The lines of the file for another calendar."""
    return "".join(
        f"{calendar} {number}: {'; '.join(sorted({fold_name(name) for name in row.split(';')}))}\n"
        for number, row in enumerate(names.split("|"), 1)
    )


def main() -> None:
    """Write the file."""
    head = "# By tools/make_month_names.py: a calendar, a month, the languages of an ambiguous name, and the names.\n"
    other = format_other("persian", _PERSIAN) + format_other("islamic", _ISLAMIC)
    NAMES.write_text(head + format_names(gregorian_names()) + other, encoding="utf-8")


if __name__ == "__main__":
    main()
