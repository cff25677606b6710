"""Compare the built site with the limits of the host that it is for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsgen.errors import Problem
from newsgen.output.site_size import find_passed_limits
from newsgen.settings.host_limits import read_host_limits
from newsgen.settings.site import load_site


def check_host(root: Path, host: str) -> Sequence[Problem]:
    """The limits of a host that the built site of a folder passes.

    Raises NewsgenError where no site is built.
    """
    return tuple(find_passed_limits(root / load_site(root).output, read_host_limits(host)))


def check_own_host(root: Path, output: Path | None) -> Sequence[Problem]:
    """The limits that a site which has just been built passes, of the host that site.yaml names, if it does."""
    site = load_site(root)
    if not site.host:
        return ()
    return tuple(find_passed_limits(output or root / site.output, read_host_limits(site.host)))
