"""What a new site needs to be published by its host after every push: a workflow, and settings.

The workflow keeps the ledger: it commits permalinks.tsv before anything is published, so that no address is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from newsgen.version import __version__

StarterHost = Literal["github-pages", "cloudflare-pages", "netlify", "s3"]
STARTER_HOSTS: tuple[str, ...] = get_args(StarterHost)
WORKFLOW = ".github/workflows/publish.yml"
# What a build writes and git need not keep.
_IGNORED = "public/\nprivate/\n.newsgen/\n.newsgen-private/\n"


class _Recipe(NamedTuple):
    """How one host is published to: the steps of the workflow, what it may do, and the settings of the site."""

    steps: str
    settings: str
    permissions: str = ""
    environment: str = ""
    extra: str = ""
    ignored: str = ""


_GITHUB = """\
      - uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: public
      - id: deployment
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""
_CLOUDFLARE = """\
      - name: Publish the site
        run: npx --yes wrangler@4.164.0 pages deploy public --project-name "$PROJECT" --branch main
        env:
          # The name of the project at Cloudflare Pages.
          PROJECT: my-paper
          CLOUDFLARE_ACCOUNT_ID: ${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
          CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
"""
_NETLIFY = """\
      - name: Publish the site
        run: npx --yes netlify-cli@27.10.2 deploy --prod --no-build --dir public
        env:
          NETLIFY_SITE_ID: ${{ secrets.NETLIFY_SITE_ID }}
          NETLIFY_AUTH_TOKEN: ${{ secrets.NETLIFY_AUTH_TOKEN }}
"""
_S3 = """\
      - name: Publish the site
        run: newsgen publish
        env:
          AWS_REGION: us-east-1
          AWS_ACCESS_KEY_ID: ${{ secrets.AWS_ACCESS_KEY_ID }}
          AWS_SECRET_ACCESS_KEY: ${{ secrets.AWS_SECRET_ACCESS_KEY }}
"""
_RECIPES: Mapping[str, _Recipe] = {
    "github-pages": _Recipe(
        _GITHUB,
        "",
        "  pages: write\n  id-token: write\n",
        "    environment:\n      name: github-pages\n      url: ${{ steps.deployment.outputs.page_url }}\n",
    ),
    "cloudflare-pages": _Recipe(
        _CLOUDFLARE, "redirect_rules: [cloudflare]\nheader_rules: [cloudflare]\n", ignored=".wrangler/\n"
    ),
    "netlify": _Recipe(_NETLIFY, "redirect_rules: [netlify]\nheader_rules: [netlify]\n", ignored=".netlify/\n"),
    "s3": _Recipe(
        _S3,
        "# The bucket, and a folder in it if the site is to be there. endpoint: names a server that is not Amazon's.\n"
        "publish:\n  to: s3://my-paper\n",
        extra="[publish]",
    ),
}


def host_files(host: str) -> dict[str, str]:
    """The files that a site of a host has besides those of every new site."""
    recipe = _RECIPES[host]
    workflow = files("newsgen").joinpath("starter_hosts/publish.yml").read_text(encoding="utf-8")
    for mark, text in {
        "@PERMISSIONS@\n": recipe.permissions,
        "@ENVIRONMENT@\n": recipe.environment,
        "@EXTRA@": recipe.extra,
        "@VERSION@": __version__,
        "@HOST@": host,
    }.items():
        workflow = workflow.replace(mark, text)
    return {WORKFLOW: workflow + recipe.steps, ".gitignore": _IGNORED + recipe.ignored}


def host_settings(host: str) -> str:
    """The lines of site.yaml for a host."""
    told = "# The host, whose limits every build compares the site with, and what it reads besides the pages.\n"
    return f"\n{told}host: {host}\n{_RECIPES[host].settings}"
