"""The settings of a check, and the problems of wrong ones."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.settings.check import CheckSettings
from newsgen.settings.check_rules import RULES
from newsgen.settings.site import Site, load_site

ALL = ", ".join(RULES)


def test_one_name_and_one_pattern_need_no_list() -> None:
    settings = CheckSettings.model_validate({"off": "links", "ignore": {"related": "briefs/*"}})
    assert (settings.off, dict(settings.ignore)) == (("links",), {"related": ("briefs/*",)})
    assert CheckSettings.model_validate({"off": None}) == CheckSettings()


@pytest.mark.parametrize("setting", ["off: [linsk]", "ignore: {linsk: [a/*]}"])
def test_an_unknown_rule_is_reported_with_the_one_probably_meant(tmp_path: Path, setting: str) -> None:
    (tmp_path / "site.yaml").write_text(f"title: Courant\ncheck: {{{setting}}}\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        load_site(tmp_path)
    assert str(failed.value) == (
        f"site.yaml:2: cannot use check.{setting.split(':')[0]}\n"
        f'    There is no rule "linsk". Did you mean "links"? Rules are: {ALL}.\n'
        "    newsgen's docs/settings.md shows what it may hold."
    )


def test_an_unknown_setting_is_reported(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("check:\n  of: [links]\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        load_site(tmp_path)
    assert str(failed.value) == (
        'site.yaml:1: unknown setting "check.of". Did you mean "off"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        "    Settings are: ignore, off."
    )


def test_no_page_depends_on_the_settings_of_checks() -> None:
    assert Site(check=CheckSettings(off=("links",))).model_dump_json() == Site().model_dump_json()
