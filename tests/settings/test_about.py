import pytest
from pydantic import ValidationError

from newsgen.settings.about import AboutSettings


def test_dates_may_be_numbers_and_parts_of_dates() -> None:
    about = AboutSettings.model_validate({"since": 2019, "renew_domain": "2031-6-30", "holder": None})
    assert (about.since, about.renew_domain, about.holder) == ("2019", "2031-06-30", "")


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"since": "May 2019"}, "a date is a year, a month or a day, such as 2009, 2009-05 or 2009-05-17"),
        ({"renew_domain": "2031-02-30"}, "a date is a year, a month or a day, such as 2009, 2009-05 or 2009-05-17"),
        ({"renew_domain": "2031-06"}, "a day is needed here, such as 2027-05-17"),
    ],
)
def test_a_date_that_is_none_is_refused(settings: dict[str, object], fault: str) -> None:
    with pytest.raises(ValidationError) as failed:
        AboutSettings.model_validate(settings)
    assert failed.value.errors()[0]["msg"] == f"Value error, {fault}"


@pytest.mark.parametrize("settings", [{"since": True}, {"copies": "The library"}, {"owner": "Ada"}])
def test_what_is_no_such_setting_is_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AboutSettings.model_validate(settings)
