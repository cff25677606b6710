import time

import pytest

from newsgen.sources.pasted.authors.name_list import byline_names, split_names

ADA_AND_BO = ("Ada Quill", "Bo Fenn")


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill in Eastmere and Bo Fenn in London",
        "By Ada Quill in Eastmere, and Bo Fenn",
        "By Ada Quill, Political Editor, and Bo Fenn, Chief Reporter",
        "By Ada Quill, Political Editor and Bo Fenn, Chief Reporter",
        "By Ada Quill, Political Editor, Bo Fenn, Chief Reporter",
        "By Ada Quill, Ph.D., and Bo Fenn",
        "By Ada Quill, MD, and Bo Fenn, M.D.",
        "By Ada Quill, Eastmere, and Bo Fenn, London",
        "By Ada Quill of the Courant and Bo Fenn of the Herald",
        "By Ada Quill (Courant) and Bo Fenn (Herald)",
        "By Ada Quill (@adaq) and Bo Fenn (@bofenn)",
        "By Ada Quill with Bo Fenn",
        "By Ada Quill and Bo Fenn, with files from The Canadian Press",
        "By Ada Quill, Bo Fenn and the Herald staff",
        "Story by Ada Quill and Bo Fenn Photos by Lowenna Hext",
        "Byline: Ada Quill and Bo Fenn",
        "BYLINE: By Ada Quill and Bo Fenn, Staff Writers",
        "Author(s): Quill, Ada; Fenn, Bo",
        "By Political Editor Ada Quill and Bo Fenn",
        "Von Ada Quill und Bo Fenn, Berlin",
        "Von Ada Quill, Korrespondentin, und Bo Fenn, Redakteur",
        "Von Ada Quill (Berlin) und Bo Fenn (Hamburg)",
        "Von Ada Quill aus Berlin und Bo Fenn",
        "Par Ada Quill (à Paris) avec Bo Fenn",
        "Par Ada Quill à Paris et Bo Fenn à Lyon",
        "Por Ada Quill en Madrid y Bo Fenn en Sevilla",
        "Por Ada Quill, corresponsal, y Bo Fenn",
        "di Ada Quill e Bo Fenn",
        "Por Ada Quill, em Lisboa, e Bo Fenn",
        "Door Ada Quill en Bo Fenn",
        "Av Ada Quill och Bo Fenn",
        "Af Ada Quill og Bo Fenn",
    ],
)
def test_every_author_is_read_past_roles_places_degrees_and_employers(line: str) -> None:
    assert byline_names(line) == ADA_AND_BO


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Quill, Staff Writer",
        "By Ada Quill of the Courant",
        "By Ada Quill, for The Courant",
        "By Ada Quill, Special to the Courant",
        "By Ada Quill, Head of News and Current Affairs",
        "By Ada Quill, Professor of Science and Technology Studies",
        "By Ada Quill, editor of Trade and Industry Weekly",
        "By Ada Quill, Shipping Expert",
        "By Ada Quill, Guest Columnist",
        "By Ada Quill, Trinidad and Tobago Guardian",
        "By Ada Quill, Senior Technologist, Courant Speech, Privacy, and Technology Project",
        "By Ada Quill with agencies",
        "By Ada Quill, with Reuters",
        "By Ada Quill, with photographs by Bo Fenn",
        "By Ada Quill and photography by Bo Fenn",
        "By Ada Quill (text) and Bo Fenn (photography)",
        "By Ada Quill | Staff Writer | aquill@courant.example",
        "Ein Interview von Ada Quill mit Bo Fenn",
        "By Courant Reporter Ada Quill",
        "Von unserer Korrespondentin Ada Quill, Berlin",
        "De notre envoyée spéciale Ada Quill",
        "By Quill, Ada",
        "Author: Quill, Ada",
        "Story by Ada Quill Photos by Bo Fenn",
        "Text: Ada Quill, Fotos: Bo Fenn",
    ],
)
def test_what_follows_an_author_is_no_author(line: str) -> None:
    assert byline_names(line) == ("Ada Quill",)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By QUILL, ADA", ("ADA QUILL",)),
        ("By QUILL, Ada", ("Ada QUILL",)),
        ("By van der Molen, Jan", ("Jan van der Molen",)),
        ("By ADA QUILL AND BO FENN", ("ADA QUILL", "BO FENN")),
        ("BY ADA QUILL, POLITICAL EDITOR, AND BO FENN, CHIEF REPORTER", ("ADA QUILL", "BO FENN")),
        ("By Bo Fenn Jr. and Ada Quill", ("Bo Fenn Jr.", "Ada Quill")),
        ("By Bo Fenn, Jr., and Ada Quill", ("Bo Fenn Jr.", "Ada Quill")),
        ("By Dr. Ada Quill, Ph.D., Bo Fenn Jr. and the Herald staff", ("Dr. Ada Quill", "Bo Fenn Jr.")),
        ("By Reuters, London", ("Reuters",)),
        ("By Argus, London", ("Argus",)),
        ("By ada quill", ("ada quill",)),
        ("By Our Own Correspondent", ("Our Own Correspondent",)),
        ("By", ()),
        ("Von", ()),
    ],
)
def test_names_keep_their_letters_and_doubtful_ones_their_order(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize("row", ["@", "\t", "\u00a0", " \t", "a@b ", "Ada Quill "])
@pytest.mark.parametrize("length", [3_900, 1_000_000])
def test_rows_of_one_sign_among_names_take_no_time(row: str, length: int) -> None:
    text = (row * length)[:length]
    started = time.process_time()
    byline_names(f"By Ada Quill, {text}")
    split_names(f"{text}, Ada Quill")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Quill  ada@courant.example", ("Ada Quill",)),
        ("By Ada Quill,   Bo Fenn", ADA_AND_BO),
        ("By Ada Quill \t  Bo Fenn", ADA_AND_BO),
        (f"By Ada Quill and Bo Fenn{' ' * 3_900}", ADA_AND_BO),
        (f"By Ada Quill and Bo Fenn{' ' * 4_000}", ()),
    ],
)
def test_spaces_in_rows_count_as_one(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line) == names


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("记者 李晓明", "李晓明"),
        ("本报记者 李晓明", "李晓明"),
        ("本報記者：李曉明", "李曉明"),
        ("記者　山田太郎", "山田太郎"),
        ("李晓明 记者", "李晓明"),
    ],
)
def test_the_word_for_a_reporter_is_no_part_of_a_chinese_or_japanese_name(line: str, name: str) -> None:
    assert split_names(line) == (name,)
