"""Build the site, see that the target can be reached, and publish."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import FOLDER, open_last_build
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions, OnProgress
from newsgen.commands.extras import require_extra
from newsgen.errors import NewsgenError, Problem
from newsgen.output.publishing.publish import Publication, PublishOptions, publish_site
from newsgen.output.publishing.site_files import SiteFiles
from newsgen.output.publishing.stores.open_store import EXTRAS, TargetAddress, kind_of_target, open_store
from newsgen.output.publishing.stores.store import Store
from newsgen.output.publishing.transfer import Patience
from newsgen.output.publishing.unfinished import Record
from newsgen.output.register import OutputRegister
from newsgen.record.paths import case_folded_path
from newsgen.settings import SITE_FILE
from newsgen.settings.site import Site, load_site


class PublishRequest(NamedTuple):
    """What the command line asks for: "" and None stand for what site.yaml says."""

    target: str = ""
    delete_limit: int | None = None
    everything: bool = False
    is_dry: bool = False
    patience: Patience = Patience()


class Published(NamedTuple):
    """Where to, and what was done."""

    target: str
    publication: Publication


def publish(root: Path, request: PublishRequest, on_progress: OnProgress) -> Published:
    """Build the site of a folder, and bring the target to what it is.

    Raises NewsgenError where the site cannot be built, and for what `publish_site` does.
    """
    site = load_site(root)
    address = target_address(site, request.target, "publish")
    refuse_own_folder(root, site, address)
    build_site(root, BuildOptions(on_progress=on_progress))
    limit = site.publish.delete_limit if request.delete_limit is None else request.delete_limit
    with (
        closing(open_store(address)) as store,
        open_last_build(root, "Files go up in the order of what they are.") as state,
    ):
        options = PublishOptions(
            delete_limit=limit,
            kind_of_file=kinds_of_files(OutputRegister(state)),
            on_progress=on_progress,
            everything=request.everything,
            is_dry=request.is_dry,
            patience=request.patience,
        )
        files = SiteFiles(root / site.output, site.publish.gzip and not store.has_folders)
        return Published(address.name, publish_site(files, store, Record(root / FOLDER, address.name), options))


def target_address(site: Site, target: str, command: str) -> TargetAddress:
    """The address of a target, that of site.yaml by default.

    Raises NewsgenError where there is none, and where what its kind needs is not installed.
    """
    name = target or site.publish.to
    if not name:
        fix = f'Run "newsgen publish TARGET", or name it in {SITE_FILE}: "publish: s3://bucket".'
        reason = "newsgen knows no place of its own."
        raise NewsgenError([Problem(SITE_FILE, 0, "does not say where to publish to", reason, fix)])
    kind = kind_of_target(name)
    if kind in EXTRAS:
        extra, library = EXTRAS[kind]
        require_extra(command, extra, (library,))
    return TargetAddress(name, site.publish.endpoint, site.publish.region)


def open_target(root: Path, target: str, command: str) -> Store:
    """The store of a target that is no folder, with the settings of the site at `root`, if there is one."""
    return open_store(target_address(load_site(root), target, command))


def refuse_own_folder(root: Path, site: Site, address: TargetAddress) -> None:
    """Raise NewsgenError for a folder that is, holds or lies in the site's own, or lies among its sources."""
    if kind_of_target(address.name) != "folder":
        return
    folder = Path(address.name.removeprefix("file://")).resolve()
    output = (root / site.output).resolve()
    own = [output, *((root / name).resolve() for name in (site.articles, "static", "templates", FOLDER))]
    if folder in (root.resolve(), *root.resolve().parents) or any(
        folder == one or folder.is_relative_to(one) for one in own
    ):
        message, reason = "is part of the site's own folder, or holds it", "A site cannot be published into itself."
        raise NewsgenError([Problem(address.name, 0, message, reason, "Name another folder.")])


def kinds_of_files(register: OutputRegister) -> Callable[[str], str]:
    """What gives the kind of a file's target, "" for a file that has none."""

    def kind_of_file(file: str) -> str:
        target = register.target_at(case_folded_path(file))
        return target.kind if target else ""

    return kind_of_file
