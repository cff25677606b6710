"""The versions of libraries are those that `importlib.metadata` tells."""

from importlib.metadata import PackageNotFoundError, version

import pytest

from newsgen.record.library_versions import library_version


@pytest.mark.parametrize("name", ["babel", "jinja2", "markdown-it-py", "nh3", "pillow", "Text_Unidecode"])
def test_the_version_is_that_of_the_metadata(name: str) -> None:
    assert library_version(name) == version(name)


def test_a_library_that_is_missing_is_told() -> None:
    with pytest.raises(PackageNotFoundError, match="no-such-library"):
        library_version("no-such-library")
