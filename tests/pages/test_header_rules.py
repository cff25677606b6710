"""Fields of HTTP as rules for servers."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.pages.header_rules import HEADER_FILES, POLICY
from tests.support.paths import ROOT
from tests.support.site_builder import SiteBuilder

HOSTS = f"""\
/*
  Content-Security-Policy: {POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/media/*
  Cache-Control: public, max-age=3600
"""
KEPT = "avif|webp|jpg|jpeg|png|gif|svg|ico|woff|woff2|ttf|otf|mp4|webm|mov|mp3|m4a|ogg|wav"
APACHE = f"""\
<IfModule mod_headers.c>
Header always set Content-Security-Policy "{POLICY}"
Header always set X-Content-Type-Options "nosniff"
Header always set Referrer-Policy "strict-origin-when-cross-origin"
Header set Cache-Control "public, max-age=300"
<FilesMatch "(?i)\\.({KEPT})$">
Header set Cache-Control "public, max-age=3600"
</FilesMatch>
</IfModule>
<IfModule mod_mime.c>
AddCharset utf-8 .html .css .js .json .xml .svg .txt .md
AddType image/avif .avif
AddType image/webp .webp
AddType font/woff2 .woff2
AddType text/javascript .mjs
</IfModule>
"""
NGINX = f"""\
add_header Content-Security-Policy "{POLICY}" always;
add_header X-Content-Type-Options "nosniff" always;
add_header Referrer-Policy "strict-origin-when-cross-origin" always;
charset utf-8;
charset_types text/css text/javascript application/javascript application/json application/xml text/plain;
expires 300s;
location ~* "\\.(?:{KEPT})$" {{ expires 3600s; }}
"""


@pytest.mark.parametrize(
    ("server", "file", "rules"),
    [
        ("netlify", "_headers", HOSTS),
        ("cloudflare", "_headers", HOSTS),
        ("apache", ".htaccess", APACHE),
        ("nginx", "headers.nginx.conf", NGINX),
    ],
)
def test_each_server_has_them_in_its_language(server: str, file: str, rules: str) -> None:
    name, write = HEADER_FILES[server]
    assert name == file
    assert "\n".join([*write("", ()), ""]) == rules
    wider = rules.replace("script-src 'self'", "script-src 'self' https://courant.example/search/")
    assert "\n".join([*write("", ("https://courant.example/search/",)), ""]) == wider != rules


def test_a_site_in_a_folder_has_its_rules_there() -> None:
    assert [line for line in HEADER_FILES["netlify"][1]("/paper", ()) if line.startswith("/")] == [
        "/paper/*",
        "/paper/media/*",
    ]


def test_the_policy_allows_what_every_template_asks_for() -> None:
    allowed = dict(part.split(" ", 1) for part in POLICY.split("; "))
    for template in (ROOT / "templates").glob("*.html"):
        for name, value in re.findall(r"([a-z]+-(?:src|uri|action)) ('[a-z]+')", template.read_text(encoding="utf-8")):
            assert value in ("'none'", allowed[name]), f"{template.name}: {name} {value}"


def test_apache_has_fields_and_redirects_in_one_file_and_a_change_is_built(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.notes(range(1, 3))
    settings = "redirects: {/old: /feed.xml}\nredirect_rules: [apache]\nsearch: false\n"
    site.settings(settings)
    site.build()
    redirects = site.read(".htaccess")
    assert redirects == 'RedirectMatch 301 "^/old$" "/feed.xml"\n'
    site.settings(f"{settings}header_rules: [netlify, cloudflare, apache]\n")
    site.build()
    assert site.read(".htaccess") == APACHE + redirects
    assert site.read("_headers") == HOSTS
    assert site.files() == site.files_from_nothing()


def test_a_server_that_is_not_known_is_refused(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.settings("header_rules: [iis]\n")
    assert "cannot use header_rules.0" in CliRunner().invoke(main, ["build", "--root", str(tmp_path)]).stderr
