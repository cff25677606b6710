"""The limits of hosts, from `host_limits.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

Host = Literal["cloudflare-pages", "github-pages", "gitlab-pages", "netlify", "s3", "usb-fat32"]
HOSTS: tuple[str, ...] = get_args(Host)


class Limit(NamedTuple):
    """The most of something that a host takes, and what to do about a site that has more."""

    most: int
    fix: str


class HostLimits(NamedTuple):
    """The name of a host in a sentence, and its limits by what they limit."""

    name: str
    limits: Mapping[str, Limit]


def read_host_limits(host: str) -> HostLimits:
    """The limits of a host."""
    table = tomllib.loads(files("newsgen.settings").joinpath("host_limits.toml").read_text(encoding="utf-8"))[host]
    limits = {what: Limit(limit["most"], limit["fix"]) for what, limit in table.items() if what != "name"}
    return HostLimits(table["name"], limits)
