"""What an index holds, without the numbers of its rows: two indexes are equal where these are."""

import sqlite3

_QUERIES = (
    "SELECT a.path, a.sort_key, a.card_digest, a.story_digest, a.record_digest, a.permalink, a.file, a.href,"
    " a.headline, a.byline, a.section, a.tags, a.published, a.image_media, g.key"
    " FROM articles a LEFT JOIN groups g ON g.id = a.section_id",
    "SELECT kind, key, name, slug, plain_slug, articles FROM groups",
    "SELECT g.kind, g.key, a.path, m.name FROM members m LEFT JOIN groups g ON g.id = m.group_id"
    " LEFT JOIN articles a ON a.id = m.article_id",
    "SELECT a.path, i.key FROM identifiers i LEFT JOIN articles a ON a.id = i.article_id",
    "SELECT a.path, r.key FROM article_references r LEFT JOIN articles a ON a.id = r.article_id",
    "SELECT a.path, l.address, l.is_image, l.line, l.target, l.media, l.fault FROM links l"
    " LEFT JOIN articles a ON a.id = l.article_id",
    "SELECT a.path, f.vector, f.sample FROM fingerprints f LEFT JOIN articles a ON a.id = f.article_id",
    "SELECT a.path, s.place, s.is_copy, s.similarity, o.path FROM suggestions s"
    " LEFT JOIN articles a ON a.id = s.article_id LEFT JOIN articles o ON o.id = s.other_id",
)


def index_contents(state: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    """The rows of the index's tables, each with paths and keys in the place of numbers."""
    return [sorted(state.execute(query).fetchall(), key=repr) for query in _QUERIES]
