-- The tables of the state, each with the module that owns it. Paths are encoded by `archive.database.encode_path`, for
-- SQLite holds no text that is not UTF-8.

-- archive/database.py
CREATE TABLE memo(
    name TEXT PRIMARY KEY,
    value                      -- text, bytes or a number
) WITHOUT ROWID;

-- build/inputs.py: every input file as the last build saw it
CREATE TABLE inputs(
    area TEXT,                 -- "articles", "own templates" …
    path TEXT,                 -- below the area's folder; "" where the area is one file
    size INTEGER,              -- in bytes; -1 for a symbolic link
    time INTEGER,              -- of the last change, in nanoseconds
    PRIMARY KEY(area, path)
) WITHOUT ROWID;

-- build/inputs.py: every source that was read
CREATE TABLE sources(
    path TEXT PRIMARY KEY,     -- below the articles folder
    row_digest BLOB,           -- of its row of metadata.csv; empty for none
    status TEXT                -- why it is left out, such as "draft"; "" where it is published
) WITHOUT ROWID;

-- build/findings.py: what the readers found that an editor should know
CREATE TABLE findings(
    source TEXT,               -- the path of the source, or of the metadata table
    rule TEXT,                 -- of newsgen check
    path TEXT,                 -- from here on the problem
    line INTEGER,
    message TEXT,
    reason TEXT,
    fix TEXT
);
CREATE INDEX findings_source ON findings(source);

-- build/workers/spool.py: where articles lie between reading and rendering, during one build
CREATE TABLE spooled(
    path TEXT PRIMARY KEY,
    file TEXT,                 -- the spool's name
    start INTEGER,             -- the first byte in it
    size INTEGER,              -- bytes of the article; behind it lie the three parts of its record
    fields INTEGER,            -- bytes of each part
    text INTEGER,
    cells INTEGER
) WITHOUT ROWID;

-- archive/articles.py; archive/archive.py reads them too
CREATE TABLE articles(
    id INTEGER PRIMARY KEY,
    path TEXT UNIQUE,
    sort_key TEXT,             -- sorts the archive; NULL where the article is not listed
    card_digest BLOB,          -- of what other pages may show of it
    story_digest BLOB,         -- of what its own page shows of it
    record_digest BLOB,        -- of its record in the dumps; empty where the site has none
    comments INTEGER,          -- 0 for none, 1 where its record has some, 2 where its page shows them
    takedown TEXT,             -- what was taken down of it: the kind, U+001F and the date; "" for nothing
    section_id INTEGER,        -- the group of its section
    permalink TEXT,            -- from here on the fields of its card
    file TEXT,
    href TEXT,
    headline TEXT,
    dek TEXT,
    kicker TEXT,
    byline TEXT,               -- names, separated by U+001F
    section TEXT,
    tags TEXT,
    language TEXT,
    direction TEXT,
    published TEXT,            -- ISO 8601 as far as known; "" for none
    updated TEXT,
    image TEXT,                -- the first declared image: file, alt, caption and credit, separated by U+001F
    publication TEXT,          -- the newspaper; "" for the site's own
    group_names TEXT,          -- of other listings: kind and names, separated by U+001F, and kinds by U+001E
    image_media TEXT           -- the file that is published for it; NULL for none
);
CREATE INDEX articles_sort_key ON articles(sort_key);
CREATE INDEX articles_section ON articles(section_id, sort_key);
CREATE INDEX articles_image_media ON articles(image_media) WHERE image_media IS NOT NULL;
CREATE INDEX articles_publication ON articles(publication) WHERE publication <> '';
CREATE INDEX articles_comments ON articles(comments) WHERE comments > 0;
CREATE INDEX articles_group_names ON articles(group_names) WHERE group_names <> '';

-- archive/identifiers.py: by what other texts may refer to an article
CREATE TABLE identifiers(article_id INTEGER, key INTEGER, PRIMARY KEY(article_id, key)) WITHOUT ROWID;
CREATE INDEX identifiers_key ON identifiers(key);

-- archive/identifiers.py: by what an article's text may refer to others
CREATE TABLE article_references(article_id INTEGER, key INTEGER, PRIMARY KEY(article_id, key)) WITHOUT ROWID;
CREATE INDEX article_references_key ON article_references(key);

-- archive/groups.py: sections, tags, authors, dates and others
CREATE TABLE groups(
    id INTEGER PRIMARY KEY,
    kind TEXT,
    key TEXT,                  -- what all spellings of its name share
    name TEXT,                 -- as pages show it
    slug TEXT,                 -- in its URL
    plain_slug TEXT,           -- the slug that it would have alone
    articles INTEGER,          -- the number of its members
    UNIQUE(kind, key)
);
CREATE TABLE members(
    group_id INTEGER,
    article_id INTEGER,
    name TEXT,                 -- of the group, as the article spells it
    PRIMARY KEY(group_id, article_id)
) WITHOUT ROWID;

-- archive/links.py: local addresses in articles' texts
CREATE TABLE links(
    article_id INTEGER,
    address TEXT,              -- as the text has it
    is_image INTEGER,          -- whether it is shown, and not only linked
    line INTEGER,              -- of the source; 0 where it is not found as written
    target TEXT,               -- where it leads; "" for nowhere
    media TEXT,                -- the file that is published for it; "" for none
    fault TEXT,                -- "missing", "dangling" or "open"; "" for none
    PRIMARY KEY(article_id, address)
) WITHOUT ROWID;
CREATE INDEX links_fault ON links(fault) WHERE fault <> '';
CREATE INDEX links_media ON links(media, is_image) WHERE media <> '';

-- archive/images.py
CREATE TABLE images(
    media TEXT PRIMARY KEY,    -- the path of the original in the output
    key TEXT,                  -- by which the cache has its renditions
    digest BLOB,               -- of all that pages show of it
    width INTEGER,
    height INTEGER,
    fallback TEXT,             -- the format of the rendition for every browser
    widths TEXT,               -- of its renditions, separated by spaces
    formats TEXT,
    fault TEXT,                -- why it cannot be shown; "" for none
    caption TEXT,              -- what its file says of it
    credit TEXT
) WITHOUT ROWID;
CREATE INDEX images_fault ON images(fault) WHERE fault <> '';

-- archive/suggestions.py
CREATE TABLE fingerprints(
    article_id INTEGER PRIMARY KEY,
    vector BLOB,               -- the weights of its terms
    sample BLOB                -- digests of its sentences
);
CREATE TABLE postings(
    term INTEGER PRIMARY KEY,
    articles BLOB              -- the listed articles that have it among their strongest, in the archive's order
);
CREATE TABLE suggestions(
    article_id INTEGER,
    place INTEGER,             -- the nearest has 0
    other_id INTEGER,
    is_copy INTEGER,           -- whether it is the same text
    similarity INTEGER,
    PRIMARY KEY(article_id, place)
) WITHOUT ROWID;
CREATE INDEX suggestions_other ON suggestions(other_id);

-- archive/translations/table.py: by what articles name those that they are a translation of
CREATE TABLE translation_names(
    article_id INTEGER,
    place INTEGER,             -- among the article's names
    written TEXT,
    label TEXT,                -- the file in which it stands, as messages name it; "" where that is not known
    line INTEGER,
    identifiers TEXT,          -- what it may mean, the best first, separated by spaces
    other_id INTEGER,          -- the article that it means; NULL for none
    fault TEXT,                -- why that is no translation; "" where it is one
    PRIMARY KEY(article_id, place)
) WITHOUT ROWID;

-- archive/translations/table.py: ids that several articles declare, as identifiers
CREATE TABLE shared_ids(key INTEGER PRIMARY KEY);

-- archive/translations/table.py: listed articles that are each other's translation
CREATE TABLE translations(
    article_id INTEGER PRIMARY KEY,
    group_id INTEGER
);
CREATE INDEX translations_group ON translations(group_id);

-- archive/permalinks/ledger_table.py
CREATE TABLE ledger(
    permalink TEXT PRIMARY KEY,
    article TEXT,              -- "id:…" where it declares one, else its path
    is_current INTEGER,        -- whether the article is there, and not moved on
    fingerprint TEXT,          -- of the opening of its text
    is_public INTEGER,         -- whether permalinks.tsv has it
    address TEXT               -- what it shares with those that some file system answers with the same file
) WITHOUT ROWID;
CREATE INDEX ledger_article ON ledger(article);
CREATE INDEX ledger_moved ON ledger(article) WHERE NOT is_current;
CREATE INDEX ledger_private ON ledger(article) WHERE NOT is_public;
CREATE INDEX ledger_address ON ledger(address);

-- archive/permalinks/listing_table.py: where listings are published
CREATE TABLE listings(
    permalink TEXT PRIMARY KEY,
    kind TEXT,
    key TEXT,                  -- of the group
    is_current INTEGER         -- whether the listing is there, and not only led to
) WITHOUT ROWID;
CREATE INDEX listings_group ON listings(kind, key);

-- archive/permalinks/unmet_table.py: addresses that an article asks for and another has, or a page of newsgen's own
CREATE TABLE unmet(
    path TEXT,                 -- of the article that asks
    permalink TEXT,
    is_alias INTEGER,          -- whether it would only lead to the article
    is_reserved INTEGER,       -- whether it is that of a page of newsgen's own
    address TEXT,              -- as in the ledger
    PRIMARY KEY(path, permalink)
) WITHOUT ROWID;
CREATE INDEX unmet_address ON unmet(address);

-- search/index/word_table.py: the words and the text of each article that is searched, as the index has it
CREATE TABLE words(
    path TEXT PRIMARY KEY,
    words BLOB,                -- packed
    excerpt TEXT,              -- what a list of results shows
    text BLOB                  -- of which a result shows a passage
);

-- search/index/word_table.py: the same for articles that were read since the last update of the index
CREATE TABLE changed_words(path TEXT PRIMARY KEY, words BLOB, excerpt TEXT, text BLOB);

-- search/index/word_table.py: each article that is searched, as the index has it
CREATE TABLE article_numbers(
    path TEXT PRIMARY KEY,
    year INTEGER,              -- 0 for an undated article
    published TEXT,
    number INTEGER,            -- by which the index knows it
    card_digest BLOB
) WITHOUT ROWID;
CREATE INDEX article_numbers_number ON article_numbers(number);
CREATE INDEX article_numbers_year ON article_numbers(year);

-- search/index/block_table.py: the articles of a term in the 2^width numbers from start on. Rows of some 1,000 bytes take
-- half the room in a table with row ids that they take in a tree of keys, most of whose pages they would overflow.
CREATE TABLE blocks(
    stem TEXT,
    form TEXT,
    start INTEGER,
    width INTEGER,
    articles INTEGER,          -- how many they are
    first INTEGER,             -- the first and the last number
    last INTEGER,
    postings BLOB,
    positions BLOB,
    PRIMARY KEY(stem, form, start)
);

-- search/index/block_table.py: the stems at which shards begin, without the first shard's
CREATE TABLE shards(stem TEXT PRIMARY KEY) WITHOUT ROWID;

-- search/index/block_table.py: each file of a shard
CREATE TABLE search_files(
    shard TEXT,
    name TEXT,
    stem TEXT,                 -- the first term in it
    form TEXT,
    checksum INTEGER,          -- of the terms and ranges that it holds
    PRIMARY KEY(shard, name)
) WITHOUT ROWID;
CREATE INDEX search_files_name ON search_files(name);

-- search/index/block_table.py: how many articles of each year a common term has
CREATE TABLE year_counts(
    stem TEXT,
    form TEXT,                 -- "" for articles with any form of the stem
    counts TEXT,               -- JSON: pairs of a year and a number
    PRIMARY KEY(stem, form)
) WITHOUT ROWID;

-- output/register.py: every file of the output
CREATE TABLE outputs(
    folded TEXT PRIMARY KEY,   -- its path in NFC and without case, by which file systems may take two for one
    file TEXT,                 -- its path below the output folder
    kind TEXT,                 -- of the target that it belongs to
    key TEXT,
    is_planned INTEGER,        -- whether the target has it still
    is_new INTEGER,            -- whether it is not written yet
    template TEXT,
    page_key BLOB,             -- the digest of what it was made from; NULL where that is not known
    digest BLOB                -- its SHA-256; NULL where that is not known
) WITHOUT ROWID;
CREATE INDEX outputs_target ON outputs(kind, key);
CREATE INDEX outputs_new ON outputs(kind, key) WHERE is_new = 1;
CREATE INDEX outputs_stale ON outputs(file) WHERE is_planned = 0;

-- output/pending.py: the targets whose files may be outdated, while a build writes
CREATE TABLE pending(kind TEXT, key TEXT, reason TEXT, PRIMARY KEY(kind, key)) WITHOUT ROWID;
