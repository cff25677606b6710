"""The language and direction of a text, by its letters and words alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.language.detection import direction_of, language_of

OF_ONE_LANGUAGE = [
    ("Καλημέρα", "el"),
    ("Բարի լույս", "hy"),
    ("בוקר טוב", "he"),
    ("صباح الخير", "ar"),
    ("ދިވެހި", "dv"),
    ("สวัสดีตอนเช้า", "th"),
    ("დილა მშვიდობისა", "ka"),
    ("おはようございます", "ja"),
    ("カタカナ", "ja"),
    ("早上好", "zh"),
    ("좋은 아침", "ko"),
    ("সুপ্রভাত", "bn"),
    ("ਸ਼ੁਭ ਸਵੇਰ", "pa"),
    ("સુપ્રભાત", "gu"),
    ("காலை வணக்கம்", "ta"),
    ("శుభోదయం", "te"),
    ("ಶುಭೋದಯ", "kn"),
    ("സുപ്രഭാതം", "ml"),
    ("සුබ උදෑසනක්", "si"),
    ("မင်္ဂလာနံနက်ခင်းပါ", "my"),
    ("អរុណសួស្តី", "km"),
    ("ສະບາຍດີຕອນເຊົ້າ", "lo"),
    ("እንደምን አደሩ", "am"),
]


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("en", "ltr"),
        ("ja", "ltr"),
        ("ar", "rtl"),
        ("AR", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("fa-IR", "rtl"),
        ("ur", "rtl"),
        ("dv", "rtl"),
        ("yi", "rtl"),
        ("are", "ltr"),
        ("xx", "ltr"),
    ],
)
def test_a_language_has_its_direction(language: str, direction: str) -> None:
    assert direction_of(language) == direction


def test_a_declared_language_counts_more_than_the_letters() -> None:
    assert direction_of("en", "صباح الخير") == "ltr"
    assert direction_of("ar", "Good morning") == "rtl"


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("", "ltr"),
        ("12:30 – 14:00", "ltr"),
        ("Good morning", "ltr"),
        ("Доброе утро", "ltr"),
        ("صباح الخير", "rtl"),
        ("صبح بخیر همه", "rtl"),
        ("בוקר טוב", "rtl"),
        ("ދިވެހި", "rtl"),
    ],
)
def test_the_letters_of_a_text_without_a_language_decide_its_direction(text: str, direction: str) -> None:
    assert direction_of("", text) == direction


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ܒܪܝܟ ܨܦܪܐ", id="syriac"),
        pytest.param("ߊߟߎ ߣߌ߫ ߛߐ߲߬ߜߐߡߊ", id="nko"),
        pytest.param("𞤅𞤢𞥄𞤤𞤢𞤥𞤢", id="adlam"),
        pytest.param("ﺻﺒﺎﺡ ﺍﻟﺨﻴﺮ", id="arabic-presentation-forms"),
    ],
)
def test_letters_of_rarer_scripts_decide_the_direction_too(text: str) -> None:
    assert direction_of("", text) == "rtl"


@pytest.mark.parametrize(("text", "language"), OF_ONE_LANGUAGE)
def test_a_script_of_one_language_decides_it(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("text", "language"), OF_ONE_LANGUAGE)
def test_the_direction_fits_the_language(text: str, language: str) -> None:
    assert direction_of("", text) == direction_of(language)


@pytest.mark.parametrize("text", ["", "2014!", "Good morning", "Bonjour à tous", "Доброе утро", "नमस्ते"])
def test_a_script_of_many_languages_decides_none(text: str) -> None:
    assert language_of(text) == ""


@pytest.mark.parametrize("text", ["صبح بخیر", "پیام", "گل", "صباح ٹھیک"])
def test_letters_that_arabic_lacks_leave_the_language_unknown(text: str) -> None:
    assert language_of(text) == ""


def test_kana_among_han_letters_is_japanese() -> None:
    assert language_of("東京都水族館の改修") == "ja"
    assert language_of("東京都水族館改修") == "zh"


def test_most_letters_decide() -> None:
    assert language_of("The word سلام is a greeting") == ""
    assert language_of("OK, صباح الخير") == "ar"
    assert direction_of("", "The word سلام is a greeting") == "ltr"


def test_digits_and_signs_do_not_count_as_letters() -> None:
    assert language_of("2014 - 2024 (100%) 東") == "zh"


def test_only_the_beginning_of_a_long_text_counts() -> None:
    long = "صباح " * 1_000 + "morning " * 10_000
    assert language_of(long) == "ar"
    assert direction_of("", long) == "rtl"


def test_a_foreign_letter_far_below_does_not_count() -> None:
    assert language_of("صباح " * 1_000 + "پیام") == "ar"


@given(st.text())
def test_any_text_has_a_direction_and_at_most_a_language_code(text: str) -> None:
    assert direction_of("", text) in ("ltr", "rtl")
    assert re.fullmatch("|[a-z]{2}", language_of(text))


def test_single_letters_are_no_words() -> None:
    assert language_of("A0I0O0V") == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ferry that was sold in the autumn is back at the quay, and it will sail twice a day from now on."),
        ("de", "Die Fähre, die im Herbst verkauft wurde, liegt wieder am Kai und fährt von nun an zweimal am Tag."),
        ("fr", "Le bac qui avait été vendu à l'automne est de retour au quai, et il partira deux fois par jour."),
        ("es", "El transbordador que se vendió en otoño ha vuelto al muelle y saldrá dos veces al día desde ahora."),
        (
            "ru",
            "Паром, который был продан осенью, вернулся к причалу, и он будет ходить как и до этого.",
        ),
        (
            "pl",
            "Prom, który został sprzedany jesienią, jest już na nabrzeżu i będzie pływał jak do tej pory.",
        ),
    ],
)
def test_the_most_common_words_decide_the_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Около шестидесяти пловцов стояли снаружи и пели песни.", ""),
        ("Около шестидесяти пловцов стояли снаружи, мы пели песни.", "ru"),
        ("Близько шістдесяти плавців стояли надворі, її пісні лунали.", "uk"),
        ("Каля шасцідзесяці плыўцоў стаялі звонку і спявалі песні.", "be"),
        ("Око шездесет пливача стајало је напољу, певаће и даље.", "sr"),
        ("Шестидесет пливачи стоеја надвор и пееја ѕвездени песни.", "mk"),
        ("Алпысқа жуық жүзуші сыртта тұрып, ән шырқады деп жазды.", ""),
        ("প্ৰায় ষাঠিজন সাঁতোৰু", ""),
        (
            "شورای شهر سه‌شنبه تصمیم گرفت استخر قدیمی را که پنجاه سال برپاست ببندد و گروهی بیرون آواز خواندند",
            "fa",
        ),
        (
            "شہر کی کونسل نے منگل کو پرانے تالاب کو بند کرنے کا فیصلہ کیا ہے اور لوگ باہر کھڑے ہو کر ڈٹے رہے ٹھیک",
            "ur",
        ),
        ("د ښار شورا د سه‌شنبې په ورځ پرېکړه وکړه چې زوړ حوض وتړي او ځینې خلک بهر ولاړ وو او سندرې یې ویلې ښې", "ps"),
        (
            "ئەنجوومەنی شار لە ڕۆژی سێشەممە بڕیاری دا مەلەوانگە کۆنەکە دابخات و خەڵک لە دەرەوە گۆرانییان دەگوت لەوێ",
            "ckb",
        ),
        (
            "قرر مجلس المدينة يوم الثلاثاء إغلاق حمام السباحة في گلاسگو وپورتسموث وأغلق كذلك مسبح چلسي بعد تصويت طويل",
            "",
        ),
        ("мы", ""),
    ],
)
def test_letters_of_one_language_tell_a_text_without_common_words(text: str, language: str) -> None:
    assert language_of(text) == language
