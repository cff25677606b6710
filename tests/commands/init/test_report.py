"""What `newsgen init` prints."""

from pathlib import Path

import pytest

from newsgen.commands.init.report import report_created


def test_files_are_followed_by_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    report_created(Path("my desk"), ["articles/flood.txt", "site.yaml"])
    assert capsys.readouterr().out == (
        "my desk/articles/flood.txt\n"
        "my desk/site.yaml\n"
        "\nNext:\n"
        "    cd 'my desk'\n"
        "    newsgen build      makes the site in public/; open public/index.html\n"
        '    newsgen serve      shows it while you write; pip install "newsgen[serve]" adds what it needs\n'
        '    newsgen new        makes the file of an article: newsgen new "The ferry returns" --section News\n'
        "The three articles are examples: read them, then delete them, and permalinks.tsv, which has their addresses."
        " Settings are in site.yaml.\n"
    )
