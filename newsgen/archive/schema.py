"""The tables of the state: what the archive has, what pages are made from, and what was written.

Paths go through `newsgen.state.storable`. An article's `position` sorts the archive; it is NULL where the article is
not listed.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE inputs(area TEXT, path TEXT, size INTEGER, time INTEGER, PRIMARY KEY(area, path)) WITHOUT ROWID;
CREATE TABLE sources(path TEXT PRIMARY KEY, fields BLOB, draft INTEGER, record BLOB) WITHOUT ROWID;
CREATE TABLE spooled(
    path TEXT PRIMARY KEY, file TEXT, start INTEGER, size INTEGER, fields INTEGER, text INTEGER, cells INTEGER
) WITHOUT ROWID;
CREATE TABLE articles(
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, position TEXT, digest BLOB, content BLOB, section_id INTEGER,
    permalink TEXT, file TEXT, href TEXT, headline TEXT, dek TEXT, kicker TEXT, byline TEXT, section TEXT, tags TEXT,
    language TEXT, direction TEXT, published TEXT, updated TEXT, image TEXT, picture TEXT
);
CREATE INDEX articles_position ON articles(position);
CREATE INDEX articles_section ON articles(section_id, position);
CREATE INDEX articles_picture ON articles(picture) WHERE picture IS NOT NULL;
CREATE TABLE groups(
    id INTEGER PRIMARY KEY, kind TEXT, key TEXT, name TEXT, slug TEXT, plain_slug TEXT, articles INTEGER,
    UNIQUE(kind, key)
);
CREATE TABLE members(group_id INTEGER, article_id INTEGER, name TEXT, PRIMARY KEY(group_id, article_id)) WITHOUT ROWID;
CREATE TABLE names(article_id INTEGER, key INTEGER, PRIMARY KEY(article_id, key)) WITHOUT ROWID;
CREATE INDEX names_key ON names(key);
CREATE TABLE wants(article_id INTEGER, key INTEGER, PRIMARY KEY(article_id, key)) WITHOUT ROWID;
CREATE INDEX wants_key ON wants(key);
CREATE TABLE links(
    article_id INTEGER, address TEXT, is_image INTEGER, line INTEGER, target TEXT, media TEXT, lack TEXT,
    PRIMARY KEY(article_id, address)
) WITHOUT ROWID;
CREATE INDEX links_lack ON links(lack) WHERE lack <> '';
CREATE INDEX links_media ON links(media, is_image) WHERE media <> '';
CREATE TABLE pictures(
    media TEXT PRIMARY KEY, key TEXT, digest BLOB, width INTEGER, height INTEGER, fallback TEXT, widths TEXT,
    formats TEXT, fault TEXT
) WITHOUT ROWID;
CREATE INDEX pictures_fault ON pictures(fault) WHERE fault <> '';
CREATE TABLE gists(article_id INTEGER PRIMARY KEY, vector BLOB, sample BLOB);
CREATE TABLE postings(term INTEGER PRIMARY KEY, articles BLOB);
CREATE TABLE suggested(
    article_id INTEGER, place INTEGER, other_id INTEGER, is_copy INTEGER, likeness INTEGER,
    PRIMARY KEY(article_id, place)
) WITHOUT ROWID;
CREATE INDEX suggested_other ON suggested(other_id);
CREATE TABLE ledger(
    permalink TEXT PRIMARY KEY, article TEXT, is_current INTEGER, fingerprint TEXT, is_public INTEGER
) WITHOUT ROWID;
CREATE INDEX ledger_article ON ledger(article);
CREATE INDEX ledger_moved ON ledger(article) WHERE NOT is_current;
CREATE INDEX ledger_private ON ledger(article) WHERE NOT is_public;
CREATE TABLE words(path TEXT PRIMARY KEY, words BLOB, excerpt TEXT);
CREATE TABLE other_words(path TEXT PRIMARY KEY, words BLOB, excerpt TEXT);
CREATE TABLE numbered(
    path TEXT PRIMARY KEY, year INTEGER, published TEXT, number INTEGER, shown BLOB
) WITHOUT ROWID;
CREATE INDEX numbered_number ON numbered(number);
CREATE INDEX numbered_year ON numbered(year);
CREATE TABLE blocks(
    stem TEXT, form TEXT, start INTEGER, width INTEGER, articles INTEGER, first INTEGER, last INTEGER, postings BLOB,
    places BLOB, PRIMARY KEY(stem, form, start)
) WITHOUT ROWID;
CREATE TABLE shards(stem TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE search_files(
    shard TEXT, name TEXT, stem TEXT, form TEXT, held INTEGER, PRIMARY KEY(shard, name)
) WITHOUT ROWID;
CREATE INDEX search_files_name ON search_files(name);
CREATE TABLE outputs(
    place TEXT PRIMARY KEY, file TEXT, owner TEXT, planned INTEGER, fresh INTEGER, template TEXT, key BLOB, digest BLOB
) WITHOUT ROWID;
CREATE INDEX outputs_owner ON outputs(owner);
CREATE INDEX outputs_fresh ON outputs(owner) WHERE fresh = 1;
CREATE INDEX outputs_unplanned ON outputs(file) WHERE planned = 0;
CREATE TABLE pending(owner TEXT PRIMARY KEY, reason TEXT) WITHOUT ROWID;
"""
