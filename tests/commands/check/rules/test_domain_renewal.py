import datetime

import pytest

from newsgen.commands.check.rules.domain_renewal import find_domain_renewal
from newsgen.settings.site import Site

TODAY = datetime.date(2030, 1, 31)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2030-01-30", "the domain was to be renewed by 2030-01-30"),
        ("2030-01-31", "the domain must be renewed by 2030-01-31: in 0 days"),
        ("2030-04-01", "the domain must be renewed by 2030-04-01: in 60 days"),
        ("2030-04-02", ""),
        ("", ""),
    ],
)
def test_a_domain_that_ends_soon_or_has_ended_is_told(day: str, message: str) -> None:
    found = list(find_domain_renewal(Site.model_validate({"about": {"renew_domain": day}}), TODAY))
    assert [problem.message for problem in found] == ([message] if message else [])
    for problem in found:
        assert problem.path == "site.yaml"
        assert (
            problem.reason
            == "A domain that runs out takes every address of the archive with it, and others may buy it."
        )
        assert problem.fix == "Renew it, and write the next day as about.renew_domain."


def test_a_site_that_says_nothing_of_its_domain_has_no_finding() -> None:
    assert not list(find_domain_renewal(Site(), TODAY))
