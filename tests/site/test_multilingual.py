"""The words of the pages in all languages: the catalogues in newsgen/locale, and sites built with them."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from gettext import c2py
from pathlib import Path

import lxml.html
import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.record.dates import PartialDate
from newsgen.text.language.messages import (
    Messages,
    messages_for,
    write_anniversary,
    write_date,
    write_month,
    write_number,
)
from tests.support.paths import ROOT

FOLDER = ROOT / "newsgen/locale"
LANGUAGES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())
NUMBERS = range(201)
# The languages whose sites are built each time: one written from right to left, and one without spaces and plurals.
BUILT = ("en", "ar", "ja")
# Names of programs, in all languages.
PROGRAMS = re.compile("sha256sum|JavaScript")
PLACEHOLDER = re.compile(r"%\(\w+\)s")
DIGITS = {
    "latn": "0123456789",
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
    "tibt": "༠༡༢༣༤༥༦༧༨༩",
    "nkoo": "߀߁߂߃߄߅߆߇߈߉",
    "olck": "᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙",
    "mtei": "꯰꯱꯲꯳꯴꯵꯶꯷꯸꯹",
    "cakm": "𑄶𑄷𑄸𑄹𑄺𑄻𑄼𑄽𑄾𑄿",
    "adlm": "𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙",
    "hmnp": "𞅀𞅁𞅂𞅃𞅄𞅅𞅆𞅇𞅈𞅉",
}
# Words that are the same as in English.
SAME = {
    "de": {"Audio", "Feed", "Person", "Video"},
    "es": {"Audio", "Total"},
    "fr": {
        ("%(number)s article", "%(number)s articles"),
        "Total",
        "Page %(page)s",
        "Articles",
        "Audio",
        "Contact",
        "Document",
    },
    "it": {"Audio", "Feed", "Post", "Video"},
    "nl": {"Audio", "Contact", "Document", "Feed", "Letters", "Video"},
    "pt": {"Feed", "Total"},
    "pt_PT": {"Feed", "Total"},
    "tr": {"Video"},
}

# Names of formats, and units, are the same in every language that is tried.
FORMATS = ("CSV", "MB", "SVG")

WHOLE = """---
title: Qaba
dek: Qabadek
section: Qufaf
authors: [Quana, Quera]
date: 2024-05-05
updated: 2024-05-06
tags: [alqa, boqa, ciqa, deqa]
corrections: [{date: 2024-05-06, text: Qucor}, Qucar]
related: [Qabe]
original_url: https://old.example/qaba
---
Qabody.
"""
CLIPPING = """---
title: Qabu
section: Qufaf
date: 2018
publication: Qugaz
page: Qupa
people: [Quanu]
places: [Quorg]
---
Qubudy.
"""
ABOUT = (
    "about: {holder: Quana, contact: Quera, since: 2024-05, copies: [Quorg], renew_domain: 2024-05-06, policy: Qucor}\n"
)
# Contents of other sites, one of each kind.
OTHERS = ("vimeo.com", "soundcloud.com", "openstreetmap.org", "bsky.app", "scribd.com", "qa.example")
EMBEDS = "---\ntitle: Qabi\n---\n" + "\n\n".join(f'<iframe src="https://{host}/1"></iframe>' for host in OTHERS)
EARLIER = "---\ntitle: Qabe\nsection: Qufaf\ndate: 2024-05-05\ntags: [alqa, boqa]\n---\nQebody.\n"
OF_A_YEAR = "---\ntitle: Qaby\nsection: Qufaf\ndate: 2019\n---\nQybody.\n"
# Two publications of one text, and another on its matter.
OF_A_MATTER = "---\ntitle: Quoh\ndate: 2022-01\nslug: quo{letter}\n---\n{text}\n"
SAME_TEXT, SAME_WORDS = "Quima quime quimi. Quimo quimu quina.", "Quina quimu quimo. Quimi quime quima."
UNDATED = "---\ntitle: Quu{letter}\n{author}---\nQubody.\n"


def read_catalogue(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=None if file.suffix == ".pot" else file.parts[-3])


def catalogue_of(language: str) -> Catalog:
    return read_catalogue(FOLDER / language / "LC_MESSAGES/newsgen.po")


def messages_of(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(text: object) -> tuple[str, ...]:
    """The forms of a message or of its translation: one, or one a plural form."""
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]


def form_of(catalogue: Catalog) -> list[int]:
    """The plural form of each number from 0 on."""
    return list(map(c2py(catalogue.plural_expr), NUMBERS))


def documented(command: str) -> list[str]:
    """The words of a command as docs/languages.md gives it."""
    text = (ROOT / "docs/languages.md").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^ +pybabel ({command} .*)$", text, re.MULTILINE)
    return shlex.split(line)


def extract(to: Path) -> Catalog:
    """The messages of the templates, as the documented command finds them."""
    words = documented("extract")
    words[words.index("-o") + 1] = str(to)
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", "-q", *words], check=True, cwd=ROOT)
    return read_catalogue(to)


def told(catalogue: Catalog) -> list[tuple[object, ...]]:
    """What a translator sees of each message."""
    return [
        (message.id, message.context, [file for file, _ in message.locations], message.auto_comments)
        for message in messages_of(catalogue)
    ]


def write_site(root: Path, language: str) -> Path:
    """A site whose pages show every message but two, and have no English word of their own."""
    undated = {
        f"u{letter}.md": UNDATED.format(letter=letter, author="author: Quana\n" if letter == "a" else "")
        for letter in "abcdefghijk"
    }
    gone = {
        "moved.md": "---\ntitle: Quof\naliases: /quof\n---\nQuofbody.\n",
        "withdrawn.md": "---\ntitle: Quog\nwithdrawn: {date: 2021-02-03}\n---\n",
        "removed.md": "---\nremoved: true\n---\n",
        "named.md": "---\ntitle: Quana\nanonymised: {Qubudy: Qufaf}\n---\nQabody Qubudy.\n",
    }
    related = {
        f"{letter}.md": OF_A_MATTER.format(letter=letter, text=text)
        for letter, text in zip("hij", (SAME_TEXT, SAME_TEXT, SAME_WORDS), strict=True)
    }
    texts = {
        "whole.md": WHOLE,
        "earlier.md": EARLIER,
        "year.md": OF_A_YEAR,
        "clipping.md": CLIPPING,
        **undated,
        **gone,
        **related,
    }
    for name, text in texts.items():
        (root / "articles").mkdir(parents=True, exist_ok=True)
        (root / "articles" / name).write_text(text, encoding="utf-8")
    settings = f"title: Quone\nlanguage: {language}\nsheet_size: 5\n{ABOUT}"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    return root


def write_bare_site(root: Path, language: str) -> Path:
    """A site without a title, section, author or tag, for the other messages, and with contents of other sites.

    An article has a translation, and the search asks another archive.
    """
    (root / "articles").mkdir(parents=True)
    (root / "articles/bare.md").write_text("---\ntitle: Quup\n---\nQupbody.\n", encoding="utf-8")
    (root / "articles/embeds.md").write_text(EMBEDS, encoding="utf-8")
    other = (
        f"---\ntitle: Quot\nlanguage: {'ar' if language == 'ja' else 'ja'}\ntranslation_of: bare.md\n---\nQuotbody.\n"
    )
    (root / "articles/other.md").write_text(other, encoding="utf-8")
    comments = ('{"text": "Quux"}\n' * number for number in (1, 2, 5))
    for name, text in zip(("bare", "embeds", "none"), comments, strict=True):
        (root / f"articles/{name}.comments.jsonl").write_text(text, encoding="utf-8")
    settings = f"language: {language}\ncomments: true\nmarkdown: {{html: true}}\nsearch_with: [../quoa/]\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    return root


def built(root: Path) -> set[str]:
    build_site(root)
    build_site(root, BuildOptions(private=True))
    return shown_in(root / "public") | shown_in(root / "private")


def shown_in(folder: Path) -> set[str]:
    """Every short text that a site's pages show or say to a screen reader, alone and with what is inside it.

    Citations are left out: styles and the formats of programs are the same in all languages.
    """
    found: set[str] = set()
    for file in folder.rglob("*.html"):
        document = lxml.html.document_fromstring(file.read_bytes())
        for element in document.xpath("//script | //details//dt | //details//dd[@dir] | //details//dd//*[@dir]"):
            element.drop_tree()
        for element in document.iter(lxml.etree.Element):
            labels = (element.get(name, "") for name in ("aria-label", "title", "alt", "data-failed"))
            whole = element.text_content()
            said = said_by_scripts(element.get("data-texts", "{}"))
            found.update(
                map(plain, (element.text or "", element.tail or "", whole, *whole.split(" – "), *labels, *said))
            )
    return {text for text in found if text and len(text) < 200}


def said_by_scripts(texts: str) -> Iterator[str]:
    """What a page's script may say, some of it in the forms that numbers ask for."""
    for name, said in json.loads(texts).items():
        if name not in ("digits", "rightToLeft"):
            yield from (
                form.replace("%(number)s", "…") for form in (said.values() if isinstance(said, dict) else [said])
            )


def plain(text: str) -> str:
    return " ".join(text.split())


def is_shown(message: str, shown: Iterable[str]) -> bool:
    """Whether a message is there, with something in the places of its placeholders."""
    pattern = re.compile(".+".join(map(re.escape, PLACEHOLDER.split(plain(message)))))
    return any(map(pattern.fullmatch, shown))


def element_text(root: Path, file: str, path: str) -> str:
    (found,) = lxml.html.document_fromstring((root / "public" / file).read_bytes()).xpath(path)
    return plain(found.text_content())


def digits_of(code: str) -> str:
    """The ten digits of a language: those of Unicode that have the name of the CLDR's numbering system."""
    return DIGITS[Locale.parse(code, sep="-").default_numbering_system]


def counted(language: str, numbers: Iterable[int]) -> list[str]:
    words = messages_for(language)
    return [words.ngettext("%(number)s article", "%(number)s articles", number) for number in numbers]


@pytest.mark.long
def test_the_template_of_the_catalogues_holds_the_messages_of_the_pages(tmp_path: Path) -> None:
    assert told(read_catalogue(FOLDER / "newsgen.pot")) == told(extract(tmp_path / "fresh.pot"))


@pytest.mark.long
def test_the_documented_update_finds_nothing_to_change(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "newsgen/locale")
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", *documented("update"), "--check"],
        check=True,
        cwd=tmp_path,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    catalogue = catalogue_of(language)
    wanted = [message.id for message in messages_of(read_catalogue(FOLDER / "newsgen.pot"))]
    messages = messages_of(catalogue)
    assert [message.id for message in messages] == wanted
    assert not catalogue.obsolete
    assert not [message.id for message in messages if message.fuzzy]
    assert not [message.id for message in messages if not all(map(str.strip, forms(message.string)))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_was_left_in_english(language: str) -> None:
    same = {
        message.id
        for message in messages_of(catalogue_of(language))
        if re.search(r"\w", PLACEHOLDER.sub("", str(message.id))) and message.string == message.id
    }
    assert same == SAME.get(language, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_placeholders_of_its_message(language: str) -> None:
    """A plural form that stands for a single number, as Arabic's for 0, 1 and 2 do, may say it in words instead."""
    catalogue = catalogue_of(language)
    numbers = form_of(catalogue)
    for message in messages_of(catalogue):
        wanted = set(PLACEHOLDER.findall(forms(message.id)[0]))
        for form, text in enumerate(forms(message.string)):
            found = set(PLACEHOLDER.findall(text))
            if message.pluralizable and numbers.count(form) == 1:
                found |= {"%(number)s"}
            assert (message.id, form, found) == (message.id, form, wanted)
            assert "%" not in PLACEHOLDER.sub("", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_its_language_and_its_plural_forms(language: str) -> None:
    head = dict(catalogue_of(language).mime_headers)
    assert head["Language"] == language
    assert re.fullmatch(r"nplurals=\d; plural=.+;", head["Plural-Forms"])
    assert head["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_tell_the_same_numbers_apart_as_the_cldr_does(language: str) -> None:
    """Babel's own table of gettext's rules is no measure: it has no plural for Turkish, and no singular 0 in Brazil."""
    catalogue = catalogue_of(language)
    categories = list(map(Locale.parse(language).plural_form, NUMBERS))
    pairs = set(zip(form_of(catalogue), categories, strict=True))
    assert {form for form, _ in pairs} == set(range(catalogue.num_plurals))
    assert len(pairs) == len(set(categories)) == catalogue.num_plurals
    for message in messages_of(catalogue):
        assert len(forms(message.string)) == (catalogue.num_plurals if message.pluralizable else 1)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", {0: "0 articles", 1: "1 article", 2: "2 articles"}),
        ("fr", {0: "0 article", 1: "1 article", 2: "2 articles"}),
        ("pt", {0: "0 matéria", 1: "1 matéria", 2: "2 matérias"}),
        ("pt-PT", {0: "0 artigos", 1: "1 artigo", 2: "2 artigos"}),
        ("de-AT", {0: "0 Artikel", 1: "1 Artikel", 2: "2 Artikel"}),
        (
            "ru",
            {
                0: "0 материалов",
                1: "1 материал",
                2: "2 материала",
                4: "4 материала",
                5: "5 материалов",
                11: "11 материалов",
                12: "12 материалов",
                21: "21 материал",
                22: "22 материала",
                101: "101 материал",
                111: "111 материалов",
            },
        ),
        (
            "ar",
            {
                0: "لا مقالات",
                1: "مقال واحد",
                2: "مقالان",
                3: "3 مقالات",
                10: "10 مقالات",
                11: "11 مقالًا",
                99: "99 مقالًا",
                100: "100 مقال",
                102: "102 مقال",
                103: "103 مقالات",
                111: "111 مقالًا",
            },
        ),
        ("ar-EG", {2: "مقالان", 3: "٣ مقالات"}),
        ("fa", {0: "۰ مطلب", 1: "۱ مطلب"}),
        ("tr", {0: "0 yazı", 1: "1 yazı", 2: "2 yazı"}),
        ("ja", {0: "記事0件", 1: "記事1件"}),
        ("zh-TW", {1: "1篇文章"}),
    ],
)
def test_numbers_of_articles_are_said_as_the_language_does(language: str, texts: Mapping[int, str]) -> None:
    assert counted(language, texts) == list(texts.values())


@pytest.mark.parametrize(
    ("language", "word"), [("en", "articles"), ("fr", "articles"), ("ar-EG", "مقالًا"), ("fa", "مطلب")]
)
def test_many_articles_are_counted_as_the_language_writes_numbers(language: str, word: str) -> None:
    number = write_number(1234, language)
    assert number[-3:] == "".join(digits_of(language)[digit] for digit in (2, 3, 4))
    assert counted(language, [1234]) == [f"{number} {word}"]


@pytest.mark.parametrize(
    ("code", "section"),
    [
        ("de-CH", "Ressort"),
        ("pt-BR", "Editoria"),
        ("pt-AO", "Secção"),
        ("es-MX", "Sección"),
        ("zh-CN", "栏目"),
        ("zh-TW", "分類"),
        ("zh-Hant", "分類"),
        ("zh-MO", "分類"),
        ("en-GB", "Section"),
        ("sv", "Section"),
        ("tlh", "Section"),
        ("", "Section"),
    ],
)
def test_a_language_code_finds_the_catalogue_that_it_takes_after(code: str, section: str) -> None:
    assert messages_for(code).gettext("Section") == section


@pytest.mark.parametrize(("code", "word"), [("sr", "Архива"), ("sr-Cyrl-RS", "Архива"), ("sr-Latn", "Archive")])
def test_a_catalogue_is_not_taken_for_another_script_of_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, word: str
) -> None:
    file = tmp_path / "locale/sr/LC_MESSAGES/newsgen.po"
    file.parent.mkdir(parents=True)
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    file.write_text(f'{head}\nmsgid "Archive"\nmsgstr "Архива"\n', encoding="utf-8")
    monkeypatch.setattr("newsgen.text.language.messages.CATALOGUES", tmp_path / "locale")
    assert Messages(code).gettext("Archive") == word


@pytest.mark.parametrize("language", ["en-GB", "de", "ja", "ar", "ar-EG", "fa", "mr"])
def test_dates_and_numbers_of_a_language_are_in_the_same_digits(language: str) -> None:
    digits = digits_of(language)
    texts = (
        write_date(PartialDate(2024, 2, 29), language),
        write_date(PartialDate(2024), language),
        write_anniversary(2, 29, language),
        write_month(2, language, "abbreviated"),
        write_number(1234567890, language),
    )
    assert {sign for text in texts for sign in text if sign.isdecimal()} <= set(digits)
    # Some languages write a month as a number too.
    numbers = [[int(number) for number in re.findall(r"\d+", text) if int(number) != 2] for text in texts]
    assert [sorted(found) for found in numbers[:4]] == [[29, 2024], [2024], [29], []]
    assert "".join(sign for sign in texts[4] if sign.isdecimal()) == digits[1:] + digits[0]


@pytest.mark.parametrize(
    "code",
    "ckb ps bn ne my dz nqo sat mni-Mtei ccp ff-Adlm hnj ur en".split(),
)
def test_a_language_has_the_digits_that_the_cldr_gives_it(code: str) -> None:
    assert "".join(write_number(number, code) for number in range(10)) == digits_of(code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_messages_of_a_language_are_those_of_its_catalogue(language: str) -> None:
    catalogue, code = catalogue_of(language), language.replace("_", "-")
    words, form = messages_for(code), form_of(catalogue)
    for message in messages_of(catalogue):
        texts, translated = forms(message.id), forms(message.string)
        values = dict.fromkeys(re.findall(r"%\((\w+)\)s", texts[0]), "Q")
        if message.pluralizable:
            values.pop("number")
            for number in (0, 1, 2, 3, 5, 11, 21, 100):
                expected = translated[form[number]] % {**values, "number": write_number(number, code)}
                assert words.ngettext(texts[0], texts[1], number, **values) == expected
        else:
            assert words.gettext(texts[0], **values) == translated[0] % values


@pytest.fixture(scope="module")
def site_in(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The built site of each language. No test changes it."""

    @cache
    def build(language: str) -> Path:
        root = write_site(tmp_path_factory.mktemp("site"), language)
        build_site(root)
        return root

    return build


# The static tests above hold the other catalogues: each has every message of these pages.
@pytest.mark.parametrize(
    "language", [pytest.param(code, marks=[] if code in BUILT else pytest.mark.long) for code in ("en", *LANGUAGES)]
)
def test_a_site_shows_every_message_in_its_language_and_none_in_english(
    tmp_path: Path, site_in: Callable[[str], Path], language: str
) -> None:
    code = language.replace("_", "-")
    shown = shown_in(site_in(code) / "public") | built(write_bare_site(tmp_path, code))
    messages = messages_of(read_catalogue(FOLDER / "newsgen.pot") if language == "en" else catalogue_of(language))
    english = {text for message in messages for text in forms(message.id)}
    own = english if language == "en" else {text for message in messages for text in forms(message.string)}
    said = [forms(message.id if language == "en" else message.string) for message in messages]
    assert [texts for texts in said if not any(is_shown(text, shown) for text in texts)] == []
    assert [text for text in sorted(english - own) if is_shown(text, shown)] == []


def test_no_english_stands_in_the_templates_beside_the_messages(site_in: Callable[[str], Path]) -> None:
    """Latin letters on a Japanese site are those of its articles and its settings, or index letters."""
    shown = shown_in(site_in("ja") / "public")
    own = WHOLE + CLIPPING + EARLIER + OF_A_YEAR + UNDATED
    latin = {word for text in shown for word in re.findall("[A-Za-z]{2,}", PROGRAMS.sub("", text))}
    assert {
        word
        for word in latin
        if word not in own and not re.fullmatch("Quu[a-k]|Quo[fgh]|Quofbody|[Qq]ui[mn][aeiou]", word)
    } == {"Quone", *FORMATS}


@pytest.mark.parametrize("language", ["en", "ar", "ar-EG", pytest.param("fa", marks=pytest.mark.long)])
def test_all_pages_of_a_site_are_in_the_same_digits(site_in: Callable[[str], Path], language: str) -> None:
    shown = shown_in(site_in(language) / "public")
    digits = {sign for text in shown for sign in PROGRAMS.sub("", text) if sign.isdecimal()}
    assert digits == set(digits_of(language))


def test_what_belongs_to_an_article_is_in_its_language_and_the_rest_in_the_sites(tmp_path: Path) -> None:
    root = write_site(tmp_path, "de")
    (root / "articles/whole.md").write_text(WHOLE.replace("---\n", "---\nlanguage: fr\n", 1), encoding="utf-8")
    build_site(root)
    file = "2024/05/qaba.html"
    published, updated = (write_date(PartialDate(2024, 5, day), "fr") for day in (5, 6))
    assert element_text(root, file, "//article/header") == (
        f"Qaba Qabadek Quana, Quera {published} Mise à jour : {updated} 1 minute de lecture"
    )
    assert element_text(root, file, "//aside") == f"Rectificatif, {updated} : Qucor Rectificatif : Qucar"
    assert element_text(root, file, "//article/footer") == (
        "alqa boqa ciqa deqa Première publication : https://old.example/qaba "
        f"Citer cet article {element_text(root, file, '//details/p')} {element_text(root, file, '//details/dl')}"
    )
    assert element_text(root, file, "//details/p") == f"Quana, Quera, « Qaba », Quone, {published}."
    assert element_text(root, file, "//section[@aria-labelledby='related']/h2") == "Mehr zum Thema"
    assert element_text(root, file, "//p[@class='back']") == "Nach oben"


def test_a_card_is_in_its_articles_language(tmp_path: Path) -> None:
    root = write_site(tmp_path, "de")
    (root / "articles/whole.md").write_text(WHOLE.replace("---\n", "---\nlanguage: ar-EG\n", 1), encoding="utf-8")
    build_site(root)
    published = write_date(PartialDate(2024, 5, 5), "ar-EG")
    assert element_text(root, "tags/ciqa.html", "//article//p[@class='when']") == f"Quana، Quera {published}"
    assert element_text(root, "tags/ciqa.html", "//p[@class='count']") == "1 Artikel"


def test_text_of_an_article_cannot_become_html_inside_a_message(tmp_path: Path) -> None:
    root = write_site(tmp_path, "de")
    text = WHOLE.replace("Qaba\n", "\"<b>Q</b> & '%(date)s'\"\nslug: qaba\n").replace("Quera", "'<i>R</i>'")
    (root / "articles/whole.md").write_text(text, encoding="utf-8")
    build_site(root)
    assert element_text(root, "2024/05/qaba.html", "//details/p") == (
        "Quana, <i>R</i>: „<b>Q</b> & '%(date)s'“. In: Quone, " + write_date(PartialDate(2024, 5, 5), "de") + "."
    )
    page = (root / "public/2024/05/qaba.html").read_text(encoding="utf-8")
    assert "<cite>Quone</cite>" in page
    assert "<b>Q" not in page
    assert "<i>R" not in page


@pytest.mark.long
def test_a_changed_catalogue_makes_all_pages_anew(tmp_path: Path) -> None:
    engine, site = tmp_path / "engine", write_site(tmp_path / "site", "de")
    for folder in ("newsgen", "templates", "static"):
        shutil.copytree(ROOT / folder, engine / folder, ignore=shutil.ignore_patterns("__pycache__"))

    def build() -> str:
        command = [sys.executable, "-m", "newsgen", "build", "-q", "--root", str(site)]
        subprocess.run(command, check=True, cwd=engine, env={"PYTHONPATH": str(engine)})
        return element_text(site, "sections/index.html", "//main//h1")

    assert build() == "Ressorts"
    file = engine / "newsgen/locale/de/LC_MESSAGES/newsgen.po"
    file.write_text(file.read_text(encoding="utf-8").replace('"Ressorts"', '"Sparten"'), encoding="utf-8")
    assert build() == "Sparten"


@pytest.mark.long
def test_a_build_without_changes_does_not_load_what_languages_need(tmp_path: Path) -> None:
    root = write_site(tmp_path, "de")
    build_site(root)
    command = [sys.executable, "-X", "importtime", "-m", "newsgen", "build", "--root", str(root)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert "newsgen.build.build" in told
    assert "babel" not in told


def test_the_documentation_names_every_language() -> None:
    text = plain((ROOT / "docs/languages.md").read_text(encoding="utf-8"))
    (sentence,) = re.findall(r"Pages are translated into English, ([^.]*)\.", text)
    assert sorted(re.findall(r"`([\w-]+)`", sentence)) == sorted(code.replace("_", "-") for code in LANGUAGES)


def test_names_of_files_are_no_messages(site_in: Callable[[str], Path]) -> None:
    """Permalinks do not hang on the language: a site keeps its addresses when it changes it."""
    files = []
    for language in ("en", "ja"):
        output = site_in(language) / "public"
        # What search needs to know of a language comes along with it.
        found = (file.relative_to(output).as_posix() for file in output.rglob("*"))
        files.append(sorted(file for file in found if "/stemmers" not in file))
    assert files[0] == files[1]
