import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.record.article import Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.record.field_keys import KEYS
from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.dates.custom import DateCustom
from newsgen.sources.declared_fields import read_fields
from newsgen.sources.field_custom import FieldCustom
from newsgen.sources.fields import FieldValue
from newsgen.text.yaml.reader import Mapping, load_mapping

FILE = "articles/ferry.md"
PLAIN = FrontMatterSettings()
UNKNOWN = (
    "    What it says is kept with the article and shown on no page.\n"
    "    Correct it, or name it in site.yaml under front_matter: rename: or keep:."
)
# A value that each field may have in front matter, and the value read from it.
SAMPLES: dict[str, tuple[object, object]] = {
    "headline": ("Mill turns", "Mill turns"),
    "dek": ("After ten years", "After ten years"),
    "kicker": ("Harbour", "Harbour"),
    "byline": ("Ada Quill; Ben Oar", ("Ada Quill", "Ben Oar")),
    "dateline": ("SORREL", "SORREL"),
    "section": (["News", "Sea"], ("News", "Sea")),
    "tags": ("mill, tide", ("mill", "tide")),
    "language": ("en_GB", "en-GB"),
    "published": ("2024-02", PartialDate(2024, 2)),
    "updated": ("2024-03-01", PartialDate(2024, 3, 1)),
    "corrections": ("It was wet.", (Correction("It was wet."),)),
    "related": (["The ferry"], (Link("The ferry"),)),
    "images": ("mill.jpg", (Image("mill.jpg"),)),
    "original_url": ("https://quay.example/1", "https://quay.example/1"),
    "rights": ("© The Quay", "© The Quay"),
    "publication": ("The Lenne Herald", ("The Lenne Herald",)),
    "print_page": ("A4", "A4"),
    "places": (["Lenne", "Old Quay"], ("Lenne", "Old Quay")),
    "people": ("Ada Quill; Ben Oar", ("Ada Quill", "Ben Oar")),
    "slug": ("mill", "mill"),
    "permalink": ("/mill.html", "/mill.html"),
    "id": ("mill-7", "mill-7"),
    "aliases": (["/old/mill"], ("/old/mill",)),
    "translation_of": (["de/muehle.md", "7"], ("de/muehle.md", "7")),
    "notice": ("Part of an archive", "Part of an archive"),
    "comments": ("no", False),
    "delisted": ("yes", True),
    "withdrawn": ("Untrue", Withdrawal("withdrawn", "Untrue")),
    "removed": ("2024-05", Withdrawal("removed", date=PartialDate(2024, 5))),
    "anonymised": (["Ada Quill"], (("Ada Quill", "N. N."),)),
    "draft": ("yes", True),
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=12) | st.sampled_from(["2020-02-30", "en", "/a.html", "https://["]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def declared(yaml: str, settings: FrontMatterSettings = PLAIN) -> tuple[dict[str, FieldValue], dict[str, object]]:
    fields, extra, _ = read_fields(load_mapping(yaml, FILE, 2), FILE, settings)
    return fields, extra


def findings(yaml: str, settings: FrontMatterSettings = PLAIN) -> list[tuple[str, str]]:
    """The rule and the problem of each finding."""
    return [(rule, str(found)) for rule, found in read_fields(load_mapping(yaml, FILE, 2), FILE, settings).findings]


def failure(yaml: str, settings: FrontMatterSettings = PLAIN) -> str:
    with pytest.raises(NewsgenError) as failed:
        declared(yaml, settings)
    return str(failed.value)


def test_every_field_has_a_sample() -> None:
    assert set(SAMPLES) == set(KEYS)


@pytest.mark.parametrize(("field", "key"), [(field, key) for field, keys in KEYS.items() for key in keys])
def test_every_key_gives_its_field_with_the_line_of_the_key(field: str, key: str) -> None:
    written, value = SAMPLES[field]
    for spelling in (key, key.upper()):
        fields, extra, _ = read_fields(Mapping({spelling: written}, {spelling: 3}, {}), FILE, PLAIN)
        assert fields == {field: FieldValue(value, Origin(FILE, 3))}
        assert extra == {}


def test_of_several_keys_for_a_field_the_best_counts_and_the_others_are_kept() -> None:
    fields, extra = declared("summary: Short\ntitle: Old\nheadline: New\nsubtitle: Long\n")
    assert fields == {"headline": FieldValue("New", Origin(FILE, 4)), "dek": FieldValue("Long", Origin(FILE, 5))}
    assert extra == {"title": "Old", "summary": "Short"}


def test_where_the_best_key_is_unreadable_the_next_readable_one_counts() -> None:
    yaml = "date: soon\npubdate: later\npublish_date: 4 July 1976\npublishdate: 2020\n"
    fields, extra = declared(yaml)
    assert fields == {"published": FieldValue(PartialDate(1976, 7, 4), Origin(FILE, 4))}
    assert extra == {"date": "soon", "pubdate": "later", "publishdate": "2020"}
    assert [message.split("\n")[0] for _, message in findings(yaml)] == [
        f'{FILE}:2: cannot read date "soon"',
        f'{FILE}:3: cannot read date "later"',
    ]


def test_a_value_that_decides_on_the_address_gives_way_to_none() -> None:
    assert failure("permalink: mill.html\nurl: /mill.html\n").startswith(f'{FILE}:2: "mill.html" is not a permalink')


def test_the_months_names_are_those_of_the_declared_language() -> None:
    for language, month in (("pl", 11), ("hr", 10), ("hr_HR", 10)):
        fields, _ = declared(f"date: 12 listopada 2014\nlang: {language}\n")
        assert fields["published"].value == PartialDate(2014, month, 12)


def test_slashes_are_read_as_the_site_writes_them() -> None:
    for day_first, date in ((True, PartialDate(2020, 4, 3)), (False, PartialDate(2020, 3, 4))):
        yaml = load_mapping(
            "date: 03/04/2020\ncorrections: {date: 03/04/2020, text: No}\nwithdrawn: 03/04/2020\n", FILE
        )
        fields, _, _ = read_fields(yaml, FILE, PLAIN, FieldCustom(dates=DateCustom(day_first)))
        assert fields["published"].value == date
        assert fields["corrections"].value == (Correction("No", date),)
        assert fields["withdrawn"].value == Withdrawal("withdrawn", date=date)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("author: Ada Quill\nauthors: [Ben Oar, Ada Quill]", "byline", ("Ben Oar", "Ada Quill")),
        ("categories: [[Sea, Tide], [News]]", "section", ("Sea", "Tide", "News")),
        ("keywords: sea\ntags: [mill, tide]", "tags", ("mill", "tide", "sea")),
        ("section: News\ncategories: [Sea, News]\ncategory: Mill", "section", ("News", "Mill", "Sea")),
        ("image: b.jpg\nimages: [a.jpg]", "images", (Image("a.jpg"), Image("b.jpg"))),
        ("aliases: /a\nredirect_from: [/b, /a]", "aliases", ("/a", "/b")),
        ("anonymised: Ada\nanonymized: Ben", "anonymised", (("Ada", "N. N."), ("Ben", "N. N."))),
    ],
)
def test_of_several_keys_for_a_list_all_count(text: str, field: str, value: object) -> None:
    declared = read_fields(load_mapping(text, FILE), FILE, PLAIN)
    assert (declared.fields[field].value, declared.extra, declared.findings) == (value, {}, ())


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "corrections: [{text: The year., date: soon}, {text: The day., date: 2020}, {date: 2021}]",
            "corrections",
            (Correction("The year."), Correction("The day.", PartialDate(2020))),
        ),
        (
            "images: [{file: a.jpg, alt: Mill, width: 300}, {alt: Sea}, b.jpg]",
            "images",
            (Image("a.jpg", "Mill"), Image("b.jpg")),
        ),
        ("image: {path: a.jpg, height: 2}", "images", (Image("a.jpg"),)),
        ("related: [{title: Mill}, {rel: x}, {url: javascript:x}]", "related", (Link("Mill"),)),
    ],
)
def test_of_a_list_what_can_be_read_counts(text: str, field: str, value: object) -> None:
    yaml = load_mapping(text, FILE)
    declared = read_fields(yaml, FILE, PLAIN)
    assert declared.fields[field].value == value
    assert declared.extra == yaml.values
    assert [found.rule for found in declared.findings] == ["unreadable-values"]


@pytest.mark.parametrize("key", ["path", "src", "url"])
def test_other_systems_words_for_an_images_file_are_known(key: str) -> None:
    declared = read_fields(load_mapping(f"image: {{{key}: a.jpg, caption: Mill}}", FILE), FILE, PLAIN)
    assert declared.fields["images"].value == (Image("a.jpg", caption="Mill"),)
    assert (declared.extra, declared.findings) == ({}, ())


def test_a_faulty_key_of_a_list_leaves_the_others() -> None:
    declared = read_fields(load_mapping("image: {}\nimages: [a.jpg]", FILE), FILE, PLAIN)
    assert declared.fields["images"].value == (Image("a.jpg"),)
    assert (declared.extra, [found.rule for found in declared.findings]) == ({"image": {}}, ["unreadable-values"])


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("author: Una O&#039;Neill; Ben Oar", "byline", ("Una O'Neill", "Ben Oar")),
        ("tags: R&amp;D, caf&eacute;", "tags", ("R&D", "café")),
        ("category: Arts &amp; Culture; Sea", "section", ("Arts & Culture", "Sea")),
    ],
)
def test_entities_do_not_divide_names(text: str, field: str, value: object) -> None:
    assert read_fields(load_mapping(text, FILE), FILE, PLAIN).fields[field].value == value


def test_a_kept_key_is_not_checked() -> None:
    fields, extra = declared("published: 2020\ndate: last summer\n")
    assert fields["published"].value == PartialDate(2020)
    assert extra == {"date": "last summer"}


def test_a_key_without_a_value_declares_nothing() -> None:
    assert declared('title:\nauthor: ~\ndek: ""\n') == ({}, {})


def test_a_key_without_a_value_leaves_its_field_to_the_next_key() -> None:
    fields, extra = declared("headline:\ntitle: The ferry\n")
    assert (fields, extra) == ({"headline": FieldValue("The ferry", Origin(FILE, 3))}, {})


def test_no_front_matter_gives_no_fields() -> None:
    assert declared("") == ({}, {})


def test_an_unknown_key_that_looks_like_a_slip_is_reported_with_the_key_probably_meant() -> None:
    assert findings("title: Ferry\nheadlin: Ferry\n") == [
        ("misspelt-keys", f'{FILE}:3: unknown key "headlin". Did you mean "headline"?\n{UNKNOWN}')
    ]


def test_other_unknown_keys_are_kept_and_reported_together() -> None:
    yaml = "weight: 3\ntitle: Ferry\nlayout: post\n"
    assert findings(yaml) == [("unknown-keys", f'{FILE}:2: unknown keys "layout", "weight"\n{UNKNOWN}')]
    assert declared(yaml)[1] == {"weight": "3", "layout": "post"}
    assert findings("xyzzy: 1\n") == [("unknown-keys", f'{FILE}:2: unknown key "xyzzy"\n{UNKNOWN}')]


def test_a_long_unknown_key_is_shortened() -> None:
    assert findings(f"? {'ferry ' * 20}\n: 1\n") == [
        ("unknown-keys", f'{FILE}:2: unknown key "{("ferry " * 20)[:60]}"\n{UNKNOWN}')
    ]


REPEATED = "    Only one of its values can count.\n    Keep one of the two lines."


def test_of_a_key_that_stands_twice_the_last_value_counts_and_all_are_kept() -> None:
    yaml = "title: One\ndate: 2020\ntitle: Two\n"
    fields, extra = declared(yaml)
    assert (fields["headline"].value, extra) == ("Two", {"title": ["One", "Two"]})
    assert findings(yaml) == [("repeated-keys", f'{FILE}:4: the key "title" stands twice\n{REPEATED}')]


def test_a_key_that_stands_twice_is_refused_where_it_decides_on_the_address() -> None:
    assert failure("slug: one\nslug: two\n") == f'{FILE}:3: the key "slug" stands twice\n{REPEATED}'


def test_values_that_no_field_can_hold_are_kept_and_all_reported_at_once() -> None:
    yaml = "date: last summer\nlang: English\n"
    assert findings(yaml) == [
        (
            "unreadable-dates",
            f'{FILE}:2: cannot read date "last summer"\n'
            "    The date places the article in its month listing.\n"
            "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.",
        ),
        (
            "unreadable-values",
            f'{FILE}:3: "English" is not a language code\n'
            "    Browsers and screen readers read the text in its language.\n"
            "    Write the ISO code, for example en, ar or pt-BR.",
        ),
    ]
    assert declared(yaml) == ({}, {"date": "last summer", "lang": "English"})


def test_values_that_decide_on_publication_or_address_are_refused_all_at_once() -> None:
    assert failure("date: last summer\npermalink: mill.html\ndraft: perhaps\n") == (
        f'{FILE}:3: "mill.html" is not a permalink\n'
        "    It must name one place inside the archive.\n"
        '    Write a path that begins with "/", for example /2020/07/flood.html.\n'
        f'{FILE}:4: "draft" is neither true nor false\n'
        "    The key asks a question of yes or no.\n"
        "    Write true or false."
    )


@pytest.mark.parametrize("key", ["title", "deck", "rights"])
def test_a_list_in_a_field_of_one_line_is_reported_by_the_key_as_written(key: str) -> None:
    assert findings(f"{key}: [a, b]\n") == [
        (
            "unreadable-values",
            f'{FILE}:2: "{key}" needs one line of text\n'
            "    A list or a nested value has no place in this field.\n"
            "    Write it as key: text.",
        )
    ]


def test_a_message_that_names_its_subject_does_not_begin_with_the_key() -> None:
    assert [message for _, message in findings("related: ['']\nimages: [{alt: x}]\n")] == [
        f"{FILE}:2: a related article needs a headline or a url\n"
        "    It could not be shown.\n"
        "    Write its headline, its file or its url, or a mapping of title and url.",
        f"{FILE}:3: cannot read an image\n"
        "    Its file and texts must be known to show it.\n"
        "    Write its file name, or a mapping of file, alt, caption and credit.",
    ]


def test_a_key_can_be_renamed_to_a_field_or_to_another_of_its_keys() -> None:
    settings = FrontMatterSettings(rename={"Titre": "headline", "auteur": "author"})
    fields, extra = declared("Titre: Le moulin\nauteur: Ada Quill\n", settings)
    assert {name: field.value for name, field in fields.items()} == {"headline": "Le moulin", "byline": ("Ada Quill",)}
    assert extra == {}


def test_a_renamed_key_comes_before_the_fields_own_keys() -> None:
    fields, extra = declared("headline: Short\nlong_title: Long\n", FrontMatterSettings(rename={"long_title": "title"}))
    assert (fields["headline"].value, extra) == ("Long", {"headline": "Short"})


def test_a_key_renamed_to_no_field_is_unknown() -> None:
    settings = FrontMatterSettings(rename={"qqq": "sky"})
    assert findings("qqq: blue\n", settings) == [("unknown-keys", f'{FILE}:2: unknown key "qqq"\n{UNKNOWN}')]


def test_keys_are_kept_by_name_or_pattern() -> None:
    settings = FrontMatterSettings(keep=("layout", "x_*"))
    assert declared("layout: post\nx_id: 7\nx_flags: [a, b]\n", settings) == (
        {},
        {"layout": "post", "x_id": "7", "x_flags": ["a", "b"]},
    )


def test_what_stands_below_extra_is_kept_and_told_of_nowhere() -> None:
    assert declared("extra:\n  views: 12\n  colours: [red]\n") == ({}, {"views": "12", "colours": ["red"]})
    assert declared("extra: much\n", FrontMatterSettings(keep=("*",))) == ({}, {"extra": "much"})


def test_the_file_of_comments_is_kept_and_told_of_nowhere() -> None:
    assert declared("comments: mill.comments.json\n") == ({}, {"comments": "mill.comments.json"})


def test_a_repeated_kept_key_keeps_all_its_values() -> None:
    assert declared("meta: a\nmeta: b\n", FrontMatterSettings(keep=("meta",))) == ({}, {"meta": ["a", "b"]})


def test_a_key_of_a_field_is_kept_unused_if_site_yaml_names_it() -> None:
    fields, extra = declared("url: http://old.example/?p=1\ntitle: Mill\n", FrontMatterSettings(keep=("url",)))
    assert (set(fields), extra) == ({"headline"}, {"url": "http://old.example/?p=1"})


def test_a_pattern_of_kept_keys_does_not_remove_a_field() -> None:
    fields, extra = declared("title: Mill\nother: 1\n", FrontMatterSettings(keep=("*",)))
    assert (set(fields), extra) == ({"headline"}, {"other": "1"})


@given(st.dictionaries(st.sampled_from([key for keys in KEYS.values() for key in keys]) | st.text(max_size=8), VALUES))
def test_any_mapping_gives_fields_or_fails_with_problems(values: dict[str, object]) -> None:
    lines = {key: number for number, key in enumerate(values, 2)}
    try:
        fields, extra, _ = read_fields(Mapping(values, lines, {}), FILE, PLAIN)
    except NewsgenError as failed:
        named = {problem.line for problem in failed.problems}
    else:
        named = {field.origin.line for field in fields.values()}
        assert set(fields) <= {*KEYS, "status"}
        assert set(extra) <= set(values)
    assert named <= set(lines.values())
