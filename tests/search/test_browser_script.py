import gzip
import re
import subprocess
from pathlib import Path

import pytest

from newsgen.record.limits import QUERY_CHARACTERS
from newsgen.search.browser_script import ELSEWHERE_ORDER, ORDER, WORDS_ORDER, join_scripts
from newsgen.search.stemmer_scripts import BROWSER
from tests.support.javascript import need_node

# What a reader loads once for all searches, without the stemmers.
LARGEST = 21 * 1024


def sources() -> list[str]:
    return [(BROWSER / f"{name}.js").read_text(encoding="utf-8") for name in sorted({*ELSEWHERE_ORDER, *WORDS_ORDER})]


def test_the_script_is_small() -> None:
    assert len(gzip.compress(join_scripts(*ORDER), 9)) <= LARGEST


def test_a_query_is_as_long_in_the_browser_as_in_python() -> None:
    assert f"newsgen.mostLetters={QUERY_CHARACTERS};" in join_scripts(*ORDER).decode()


def test_every_file_is_part_of_the_script() -> None:
    assert sorted({*ELSEWHERE_ORDER, *WORDS_ORDER}) == sorted(file.stem for file in BROWSER.glob("*.js"))


def test_every_file_begins_with_its_purpose() -> None:
    assert [source.split("\n")[0][:3] for source in sources()] == ["// "] * len({*ELSEWHERE_ORDER, *WORDS_ORDER})


def test_what_searches_other_archives_is_there_where_a_site_names_some() -> None:
    assert b"findElsewhere" in join_scripts(*ELSEWHERE_ORDER)
    assert b"findElsewhere" not in join_scripts(*ORDER)


@pytest.mark.parametrize("order", [ORDER, ELSEWHERE_ORDER, WORDS_ORDER])
def test_the_script_is_valid_javascript(tmp_path: Path, order: list[str]) -> None:
    (tmp_path / "search.js").write_bytes(join_scripts(*order))
    assert subprocess.run([need_node(), "--check", str(tmp_path / "search.js")], check=False).returncode == 0


@pytest.mark.parametrize("order", [ELSEWHERE_ORDER, WORDS_ORDER])
def test_no_text_is_interpreted_as_html_or_code(order: list[str]) -> None:
    script = join_scripts(*order).decode()
    assert re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|srcdoc", script) == []
