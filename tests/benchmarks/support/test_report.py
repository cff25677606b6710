"""Results are saved, and written as tables and a plot."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

from benchmarks.support.report import write_plot, write_report, write_tables
from benchmarks.support.results import Result, read_results, save_results

HUGO = Result(
    engine="hugo",
    version="0.168.0",
    size=10_000,
    case="cold",
    related=False,
    wall=(8.0, 12.0, 10.0),
    cpu=(16.0, 20.0, 15.0),
    memory=800.4,
    written=11_000,
    pages=10_900,
    machine={"cores": 2, "cpu": "Example", "memory": 8},
    date="2026-01-02",
)
NEWSGEN = replace(HUGO, engine="newsgen", version="1.0", wall=(5.0, 4.0, 6.0), cpu=(8.0,), memory=100.0)
NEWSGEN_BODY = replace(NEWSGEN, case="body", wall=(0.25,), cpu=(0.2,), written=3)
HUGO_BODY = replace(HUGO, case="body")


def test_tables_show_medians_and_ratios() -> None:
    assert write_tables([HUGO, NEWSGEN, NEWSGEN_BODY, HUGO_BODY]).startswith(
        "## 10,000 articles, the same pages; related articles left out\n\n"
        "**Wall time, seconds**\n\n"
        "|  | newsgen | hugo | newsgen / hugo |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| everything, cold | 5.00 | 10.00 | 0.50 |\n"
        "| one body changed | 0.25 | 10.00 | 0.025 |\n"
        "\n"
        "**CPU time, seconds**\n\n"
        "|  | newsgen | hugo | newsgen / hugo |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| everything, cold | 8.00 | 16.00 | 0.50 |\n"
    )


def test_what_newsgen_does_without_settings_comes_first_and_is_compared_with_nothing() -> None:
    default = replace(NEWSGEN, engine="newsgen-default", wall=(20.0,))

    assert write_tables([HUGO, NEWSGEN, default]).startswith(
        "## 10,000 articles, newsgen's default settings\n\n"
        "**Wall time, seconds**\n\n"
        "|  | newsgen-default |\n"
        "| --- | ---: |\n"
        "| everything, cold | 20.00 |\n"
    )


def test_a_table_without_newsgen_has_no_ratios() -> None:
    assert "|  | hugo |\n| --- | ---: |\n| everything, cold | 10.00 |\n" in write_tables([HUGO])


def test_the_report_names_machine_versions_and_date() -> None:
    report = write_report([HUGO, NEWSGEN])
    assert "- Machine: 2 cores of Example, 8 GB\n- Versions: hugo 0.168.0, newsgen 1.0\n- Date: 2026-01-02\n" in report


def test_the_plot_is_an_svg_with_its_figures_in_words() -> None:
    plot = write_plot([HUGO, replace(HUGO, size=100_000, wall=(150.0,)), NEWSGEN])
    svg = ET.fromstring(plot)
    name = "{http://www.w3.org/2000/svg}"
    assert svg.findtext(f"{name}title") == "Building a whole archive: time and memory by its size"
    assert "newsgen, 10,000 articles: 5.0 s, 100 MB" in str(svg.findtext(f"{name}desc"))
    assert len(svg.findall(f".//{name}circle")) == 6
    assert "prefers-color-scheme: dark" in plot


def test_saved_results_replace_older_ones(tmp_path: Path) -> None:
    file = tmp_path / "results.jsonl"
    save_results(file, [HUGO, NEWSGEN])
    later = replace(HUGO, wall=(7.0,), date="2026-02-01")
    save_results(file, [later])
    assert read_results(file) == [later, NEWSGEN]
