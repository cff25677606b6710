from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.record.article import Image, Link, Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.site import FrontMatterSettings, Site
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.metadata_table import load_metadata

PATHS = ("ferry.txt", "2024/mill.md")
LABEL = "articles/metadata.csv"
ROW = "    Each row gives the fields of one article.\n"


def load(root: Path, table: str, site: Site | None = None, paths: Collection[str] = PATHS) -> Mapping[str, Fields]:
    site = site or Site()
    (root / site.articles).mkdir()
    (root / site.articles / "metadata.csv").write_text(table, encoding="utf-8", newline="")
    return load_metadata(root, site, paths).rows


def findings(root: Path, table: str) -> list[tuple[str, str]]:
    """The rule and the problem of each finding."""
    (root / "articles").mkdir()
    (root / LABEL).write_text(table, encoding="utf-8", newline="")
    return [(rule, str(found)) for rule, found in load_metadata(root, Site(), PATHS).findings]


def failure(root: Path, table: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        load(root, table)
    return str(failed.value)


def values(fields: Fields) -> dict[str, object]:
    return {name: field.value for name, field in fields.items()}


def test_without_a_table_there_are_no_rows(tmp_path: Path) -> None:
    assert load_metadata(tmp_path, Site(), PATHS) == ({}, ())


def test_a_row_gives_fields_to_the_article_at_its_path(tmp_path: Path) -> None:
    table = load(tmp_path, 'path, headline, date\nferry.txt, "The ferry, at last", 2024-02\n\n2024/mill.md, Mill,\n')
    assert table == {
        "ferry.txt": {
            "headline": FieldValue("The ferry, at last", Origin(LABEL, 2)),
            "published": FieldValue(PartialDate(2024, 2), Origin(LABEL, 2)),
        },
        "2024/mill.md": {"headline": FieldValue("Mill", Origin(LABEL, 4))},
    }


def test_a_cell_may_hold_several_names_tags_or_links(tmp_path: Path) -> None:
    row = "ferry.txt,Ada Quill; Ben Oar;,tide;chain ferry,The mill;2024/mill.md,a.jpg;b.jpg"
    table = load(tmp_path, f"path,byline,tags,related,images\n{row}\n")
    assert values(table["ferry.txt"]) == {
        "byline": ("Ada Quill", "Ben Oar"),
        "tags": ("tide", "chain ferry"),
        "related": (Link("The mill"), Link("2024/mill.md")),
        "images": (Image("a.jpg"), Image("b.jpg")),
    }


def test_a_cell_that_spans_lines_keeps_its_words_apart(tmp_path: Path) -> None:
    table = load(tmp_path, 'path,dek,section\nferry.txt,"After ten years\nit sails",Sea\n2024/mill.md,,Mills\n')
    assert values(table["ferry.txt"]) == {"dek": "After ten years it sails", "section": ("Sea",)}
    assert table["2024/mill.md"]["section"].origin.line == 4


def test_a_table_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    table = load(tmp_path, "\ufeffpath,section\r\nferry.txt,Sea\r\n")
    assert table == {"ferry.txt": {"section": FieldValue(("Sea",), Origin(LABEL, 2))}}


def test_an_empty_cell_declares_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, "path,dek,byline,\nferry.txt, ,,\n") == {"ferry.txt": {}}


def test_a_table_with_only_a_header_is_empty(tmp_path: Path) -> None:
    assert load(tmp_path, "path,section\n") == {}


def test_columns_can_be_renamed_in_site_yaml(tmp_path: Path) -> None:
    site = Site(articles="texts", front_matter=FrontMatterSettings(rename={"Desk": "section"}, keep=("id",)))
    table = load(tmp_path, "path,Desk,id\nferry.txt,Sea,7\n", site)
    origin = Origin("texts/metadata.csv", 2)
    assert table == {"ferry.txt": {"section": FieldValue(("Sea",), origin), "extra": FieldValue({"id": "7"}, origin)}}


@pytest.mark.parametrize(
    "table",
    ["", "\n", "article,section\nferry.txt,Sea\n", "path|section\nferry.txt|Sea\n", "file,filename\na.md,b.md\n"],
)
def test_a_table_without_a_column_of_paths_is_refused(tmp_path: Path, table: str) -> None:
    assert failure(tmp_path, table) == (
        f'{LABEL}:1: has no column "path"\n'
        "    Its rows would belong to no article.\n"
        "    Begin the file with a line of column names, for example path,published,byline."
    )


TABLES = {
    "semicolons": "path;byline;section\nferry.txt;Ada Quill;Sea, land\n",
    "tabs": "path\tbyline\tsection\nferry.txt\tAda Quill\tSea, land\n",
    "told": 'sep=;\npath;byline;section\nferry.txt;Ada Quill;"Sea, land"\n',
    "other columns first": 'Section,Author,FILE\n"Sea, land",Ada Quill,ferry.txt\n',
    "another name": 'File name,BYLINE,section\nferry.txt,Ada Quill,"Sea, land"\n',
    "a path beside a file": 'file_name,byline,section,path\n,Ada Quill,"Sea, land",ferry.txt\n',
    "empty cells at the end": 'path,byline,section,,\nferry.txt,Ada Quill,"Sea, land",,,\n',
    "an empty line before": '\npath,byline,section\nferry.txt,Ada Quill,"Sea, land"\n',
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_is_read_in_every_form_in_which_spreadsheets_write_it(tmp_path: Path, table: str) -> None:
    assert values(load(tmp_path, table)["ferry.txt"]) == {"byline": ("Ada Quill",), "section": ("Sea, land",)}
    assert load_metadata(tmp_path, Site(), PATHS).findings == ()


NAMES = {
    "2024/mill.md": "2024/mill.md",
    "2024\\mill.md": "2024/mill.md",
    "./2024/mill.md": "2024/mill.md",
    "/2024/mill.md": "2024/mill.md",
    "articles/2024/mill.md": "2024/mill.md",
    "C:\\paper\\articles\\2024\\mill.md": "2024/mill.md",
    "2024/MILL.MD": "2024/mill.md",
    "2024/cafe\u0301.md": "2024/caf\u00e9.md",
    "2024/sole\u0301.md": "2024/sole\u0301.md",
    "2024/sol\u00e9.md": "2024/sole\u0301.md",
    "Dam.md": "Dam.md",
    "dam.md": "dam.md",
    "DAM.md": "",
    "mill.md": "",
    "": "",
}


@pytest.mark.parametrize(("written", "path"), NAMES.items(), ids=NAMES)
def test_a_path_is_found_in_the_spelling_of_every_system(tmp_path: Path, written: str, path: str) -> None:
    paths = {"2024/mill.md", "2024/caf\u00e9.md", "2024/sole\u0301.md", "dam.md", "Dam.md"}
    assert [*load(tmp_path, f"path,section\n{written},Sea\n", paths=paths)] == ([path] if path else [])


def test_cells_are_split_as_front_matter_is(tmp_path: Path) -> None:
    table = load(tmp_path, 'path,Keywords,AUTHORS,Image\nferry.txt,"a, b; c","Quill, Ada; Ben Oar",a.jpg; b.jpg;\n')
    assert values(table["ferry.txt"]) == {
        "tags": ("a", "b", "c"),
        "byline": ("Quill, Ada", "Ben Oar"),
        "images": (Image("a.jpg"), Image("b.jpg")),
    }


def test_a_value_in_a_column_without_a_name_is_reported(tmp_path: Path) -> None:
    assert findings(tmp_path, "path,section,\nferry.txt,Sea,and land\n") == [
        (
            "table-rows",
            f'{LABEL}:2: has "and land" in a column without a name\n'
            "    It is not known what it says, and it is not used.\n"
            "    Name the column in the first line.",
        )
    ]


def test_two_rows_that_name_one_article_in_two_spellings_are_reported(tmp_path: Path) -> None:
    assert findings(tmp_path, "sep=,\npath,section\nferry.txt,Sea\nArticles\\ferry.txt,Land\n") == [
        ("table-rows", f'{LABEL}:4: "ferry.txt" stands in the table twice\n{ROW}    Join the two rows.')
    ]


def test_a_repeated_column_is_refused(tmp_path: Path) -> None:
    assert failure(tmp_path, "path,section,section\nferry.txt,Sea,Mills\n").startswith(f"{LABEL}:1: ")


@pytest.mark.parametrize("row", ["ferry.txt", "ferry.txt,Sea,too much"])
def test_a_row_with_another_number_of_cells_is_not_used(tmp_path: Path, row: str) -> None:
    assert findings(tmp_path, f"path,section\n{row}\n") == [
        (
            "table-rows",
            f"{LABEL}:2: has another number of columns than the first line\n"
            "    Values would go to the wrong fields.\n"
            "    Put a value that holds a comma in double quotes.",
        )
    ]


def test_all_that_cannot_be_used_of_a_table_is_reported_and_the_rest_is_used(tmp_path: Path) -> None:
    table = "path,date,sektion\nferry.txt,2024,\nferry.txt,2025,\nmil.md,2024,\n2024/mill.md,May,Sea\n"
    assert findings(tmp_path, table) == [
        ("table-rows", f'{LABEL}:3: "ferry.txt" stands in the table twice\n{ROW}    Join the two rows.'),
        (
            "table-rows",
            f'{LABEL}:4: there is no article "mil.md"\n{ROW}    Write the path as it is below the articles folder.',
        ),
        (
            "unreadable-dates",
            f'{LABEL}:5: cannot read date "May"\n'
            "    The date places the article in its month listing.\n"
            "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.",
        ),
        (
            "misspelt-keys",
            f'{LABEL}:5: unknown key "sektion". Did you mean "section"?\n'
            "    What it says is kept with the article and shown on no page.\n"
            "    Correct it, or name it in site.yaml under front_matter: rename: or keep:.",
        ),
    ]
    rows = load_metadata(tmp_path, Site(), PATHS).rows
    assert rows == {
        "ferry.txt": {"published": FieldValue(PartialDate(2024), Origin(LABEL, 2))},
        "2024/mill.md": {"extra": FieldValue({"sektion": "Sea", "date": "May"}, Origin(LABEL, 5))},
    }


def test_a_row_without_a_path_belongs_to_no_article(tmp_path: Path) -> None:
    assert findings(tmp_path, "path,section\n,Sea\n") == [
        (
            "table-rows",
            f'{LABEL}:2: there is no article ""\n{ROW}    Write the path as it is below the articles folder.',
        )
    ]


def test_unclosed_quotes_are_reported_with_their_line(tmp_path: Path) -> None:
    assert failure(tmp_path, 'path,section\n2024/mill.md,Mills\nferry.txt,"Sea" and more\n') == (
        f"{LABEL}:3: cannot read the table: ',' expected after '\"'\n"
        "    Its row has no clear columns.\n"
        "    Check the quotes."
    )


def test_a_table_in_another_encoding_is_read_where_that_is_sure(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / LABEL).write_bytes("path,section\nferry.txt,Cafés und Gärten für Hörer\n".encode("latin-1"))
    section = load_metadata(tmp_path, Site(), PATHS).rows["ferry.txt"]["section"]
    assert section.value == ("Cafés und Gärten für Hörer",)


def test_entities_do_not_divide_names(tmp_path: Path) -> None:
    table = load(tmp_path, "path,section,byline\nferry.txt,Food &amp; Drink,Una O&#8217;Neill;Ben Oar\n")
    assert values(table["ferry.txt"]) == {"section": ("Food & Drink",), "byline": ("Una O’Neill", "Ben Oar")}
