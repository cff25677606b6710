"""Detect a text's language and direction.

Some scripts belong to one language. For scripts that many share, the most common words decide: every sentence contains
some of them, and hardly two languages have the same. The language of a text that is too short stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from unicodedata import bidirectional

from newsgen.record.article import Direction
from newsgen.text.language.tags import primary_subtag
from newsgen.text.words import with_plain_spaces

# ISO 639 codes of living languages usually written from right to left (Unicode CLDR, characterOrder).
RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw ks ku lrc mzn nqo pnb ps sd syr ug ur yi".split())
# Languages in which every country that speaks them writes the day before the month (Unicode CLDR, short dates).
DAY_FIRST = frozenset("ar bg cs da de el es fi fr he hi id it nl no pl pt ro ru sk sv tr uk vi".split())
# The letters of scripts' main blocks (Unicode 15, Blocks.txt), by the one language that uses them; "" for several.
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SCRIPTS = {
    "el": re.compile("[Ͱ-Ͽἀ-῿]"),
    "hy": re.compile("[Ա-֏]"),
    "he": re.compile("[א-ת]"),
    "ar": re.compile("[\u0620-\u06ff\u0750-\u077f]"),
    "dv": re.compile("[\u0780-\u07bf]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
    "ka": re.compile("[Ⴀ-ჿ]"),
    "ja": re.compile("[\u3041-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "pa": re.compile("[\u0a00-\u0a7f]"),
    "gu": re.compile("[\u0a80-\u0aff]"),
    "or": re.compile("[\u0b00-\u0b7f]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "kn": re.compile("[\u0c80-\u0cff]"),
    "ml": re.compile("[\u0d00-\u0d7f]"),
    "si": re.compile("[\u0d80-\u0dff]"),
    "lo": re.compile("[\u0e80-\u0eff]"),
    "bo": re.compile("[\u0f00-\u0fff]"),
    "my": re.compile("[\u1000-\u109f]"),
    "am": re.compile("[\u1200-\u137f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    "": re.compile("[\u0400-\u052f\u0900-\u097f]"),
}
# Letters of a script by which a text is in another of its languages, or in one of several: Assamese, Tigrinya, and the
# languages that write in Arabic letters.
_OTHER_LANGUAGE = {
    "ar": re.compile("[پچژگکیٹڈڑںےہڤ]"),
    "bn": re.compile("[\u09f0\u09f1]"),
    "am": re.compile("[\u1250-\u125d]"),
}
# The languages of Cyrillic letters that a text of some length tells by its own ones, and those that no other has.
_CYRILLIC = re.compile("[\u0400-\u052f]")
_OF_CYRILLIC = (
    ("ru", re.compile("[ыэё]"), re.compile("[іїєґўјљњџђћѓќѕ\u0460-\u052f]")),
    ("uk", re.compile("[їєґ]"), re.compile("[ыэёўјљњџђћѓќѕ\u0460-\u052f]")),
    ("be", re.compile("ў"), re.compile("[їєґјљњџђћѓќѕщ\u0460-\u052f]")),
    ("sr", re.compile("[ђћ]"), re.compile("[ыэёіїєґўѓќѕ\u0460-\u052f]")),
    ("mk", re.compile("[ѓќѕ]"), re.compile("[ыэёіїєґўђћ\u0460-\u052f]")),
)
_MIN_CYRILLIC = 30
# The same of Arabic letters. Arabic papers write foreign names with some letters of Persian, but not with its Yeh.
_OF_ARABIC = (
    ("fa", re.compile("[پچژگ]"), re.compile("[ٹڈڑںےہھښځڅډړږېێۆڵۇۋ]")),
    ("ur", re.compile("[ٹڈڑںے]"), re.compile("[ښځڅډړږېێۆڵۇۋ]")),
    ("ps", re.compile("[ښځڅډړږ]"), re.compile("[ٹڈڑےێۆڵۇۋ]")),
    ("ckb", re.compile("[ێۆ]"), re.compile("[ٹڈڑےښځڅډړږې]")),
)
_YEH, _FARSI_YEH = "\u064a", "\u06cc"
_MIN_ARABIC, _MIN_OWN = 60, 3
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3041-\uffff\U00010000-\U0010ffff]")
# The most common words of languages in Latin and Cyrillic letters, the beginning of every frequency list.
_COMMON = {
    "en": "the of and to in is that for it with as was on are by this be from have has not but they which said who",
    "fr": "le la les de des et un une du en que est pour dans qui sur au par avec ne pas plus ce cette sont aux ont",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "es": "el la los de que y en un una del las se por con para su al lo como más pero sus le ha este fue entre",
    "pt": "o os de que e em um uma do da dos das no na para com não por mais ao se como foi são à pelo pela também já",
    "it": "il la di che e in un una del della per con non sono le gli dei delle si da alla al è nel anche più ha dal",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er om ook als bij maar uit door naar heeft wordt",
    "sv": "och att det i en som är på för av med den till inte har de ett om var från men han så vi kan eller sig",
    "da": "og at det i en som er på for af med den til ikke har de et om var fra men han så vi kan der efter blev",
    "no": "og at det i en som er på for av med den til ikke har de et om var fra men han så vi kan etter ble også",
    "fi": "ja on ei että se oli hän ovat mutta joka myös kun mukaan sen kuin jo niin vain nyt ollut sekä tai mitä",
    "pl": "i w z na się nie że do to jest o jak po za od co przez są dla ale jego oraz był już tym które która może",
    "cs": "a v se na je že to s z do o i ve si za by po ale jsou pro jako které byl který jeho také podle už od",
    "sk": "a v sa na je že to s z do o aj vo si za by po ale sú pre ako ktoré bol ktorý jeho podľa už od tak pri",
    "hu": "a az és hogy nem is egy volt meg csak van ez már de ki mint el még lehet majd szerint azt aki után között",
    "ro": "și de în a la cu pe că din nu o un care mai pentru este sunt au fost se ca prin dar sau după între cele",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar en ne sonra ise oldu var değil ancak her göre ya",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan juga ke oleh adalah telah bisa ada karena atau",
    "vi": "và của là có cho được trong các không người những với một đã này để từ khi tại về đến theo như nhiều",
    "ru": "и в не на что он с как по это но из у за от о для его было к так все она они же мы был который до при",
    "uk": "і в не на що він з як по це але із у за від про для його було до так все вона вони же ми був який та та й",
    "bg": "и в не на че той с как по това но от за се да е са ще като или ще му който още при до след беше има",
}
COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
# The languages of each common word: one look-up per word of the text is cheaper than a comparison per language.
_LANGUAGES_OF = {
    word: tuple(language for language, words in COMMON_WORDS.items() if word in words)
    for word in chain.from_iterable(COMMON_WORDS.values())
}
_ALL_COMMON = frozenset(_LANGUAGES_OF)
_WORDS = re.compile(r"[^\W\d_]+")
# For text in ASCII, which this splits in half the time: everything but letters becomes a space.
_LETTERS_ONLY = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
# How many common words a text needs, how many letters they need together, and by what factor they must outnumber those
# of the next language.
_MIN_WORDS = 4
_MIN_LETTERS = 8
_LEAD = 1.15
# Characters examined: more do not change the result, and a body as long as a book costs no more than a page.
_SAMPLE_LENGTH = 1_200
# More common words, unused for detection: other languages may spell rarer words alike.
_MORE = {
    "en": "a an at its it's were had their would been than into also there being because while he she his her him they"
    " them i you we your our my me us could can may will these those such whose whom am did does do about when so if"
    " some most before after since all more only then where"
}


def common_words(language: str) -> frozenset[str]:
    """The most common words of a language, which say nothing of a text's topic; none for an unknown language."""
    subtag = primary_subtag(language)
    return COMMON_WORDS.get(subtag, frozenset()) | frozenset(_MORE.get(subtag, "").split())


def direction_of(language: str, text: str = "") -> Direction:
    """The writing direction of a language, or of a text whose language is unknown."""
    if language:
        return "rtl" if primary_subtag(language) in RIGHT_TO_LEFT else "ltr"
    sample = text[:_SAMPLE_LENGTH]
    if not _BEYOND_LATIN.search(sample):
        return "ltr"
    directions = Counter(map(bidirectional, sample))
    return "rtl" if directions["R"] + directions["AL"] > directions["L"] else "ltr"


def language_of(text: str) -> str:
    """The language of a text by its script or its most common words; "" where it is unknown."""
    sample = with_plain_spaces(text[:_SAMPLE_LENGTH])
    if sample.isascii() or not _BEYOND_LATIN.search(sample):
        return _language_by_words(sample)
    counts = {language: len(letters.findall(sample)) for language, letters in _SCRIPTS.items()}
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    language = max(counts, key=lambda language: counts[language])
    if not language or counts[language] <= len(_LATIN.findall(sample)):
        return _language_by_words(sample) or _language_by_cyrillic_letters(sample)
    others = _OTHER_LANGUAGE.get(language)
    if not others or not others.search(sample):
        return language
    return _language_by_arabic_letters(sample, counts[language]) if language == "ar" else ""


def _language_by_arabic_letters(sample: str, letters: int) -> str:
    """The language of a text that is not Arabic, as `_language_by_cyrillic_letters` tells it."""
    if letters < _MIN_ARABIC or sample.count(_YEH) >= sample.count(_FARSI_YEH):
        return ""
    found = [
        name for name, own, foreign in _OF_ARABIC if len(own.findall(sample)) >= _MIN_OWN and not foreign.search(sample)
    ]
    return found[0] if len(found) == 1 else ""


def _language_by_cyrillic_letters(sample: str) -> str:
    """The language whose own letters a text has, and no letter that this language lacks; "" where it is unknown."""
    folded = sample.casefold()
    if len(_CYRILLIC.findall(folded)) < _MIN_CYRILLIC:
        return ""
    found = [name for name, own, foreign in _OF_CYRILLIC if own.search(folded) and not foreign.search(folded)]
    return found[0] if len(found) == 1 else ""


def _language_by_words(sample: str) -> str:
    folded = sample.casefold()
    words = folded.translate(_LETTERS_ONLY).split() if folded.isascii() else _WORDS.findall(folded)
    common = _ALL_COMMON.intersection(words)
    counts = Counter(chain.from_iterable(map(_LANGUAGES_OF.__getitem__, common)))
    if not counts:
        return ""
    most, language = max((count, language) for language, count in counts.items())
    second = max((count for other, count in counts.items() if other != language), default=0)
    letters = sum(map(len, COMMON_WORDS[language] & common))
    return language if most >= _MIN_WORDS and letters >= _MIN_LETTERS and most >= _LEAD * second else ""
