"""Stage: read the sources that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.build.inputs import ARTICLES, ReadSource
from newsgen.build.options import OnProgress
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.state import State
from newsgen.build.tasks.read import ReadResult, read_articles
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.worker import Worker
from newsgen.errors import NewsgenError, Problem
from newsgen.record.paths import METADATA
from newsgen.search.index.word_table import WordTable
from newsgen.settings import SITE_FILE
from newsgen.settings.host_findings import find_host_findings
from newsgen.sources.comments import find_stray_comments
from newsgen.sources.files import find_symbolic_links
from newsgen.sources.scan import is_file
from newsgen.sources.unread_files import find_unread_texts

# Sources that one process reads before it returns what it read.
READ_BATCH = 50


def read_sources(
    state: State, inputs: SiteInputs, pool: Pool[Worker], on_progress: OnProgress, paths: Sequence[str]
) -> Iterator[list[ReadResult]]:
    """The sources that could be read, in batches; what was read is recorded.

    Raises NewsgenError at the end with the problems of all others and of the metadata table.
    """
    problems: list[Problem] = list(inputs.problems)
    words = WordTable(state.connection)
    done = 0
    host_findings = tuple(find_host_findings(inputs.site, inputs.static))
    files, label, ignored = inputs.snapshot.found[ARTICLES], inputs.site.articles, inputs.site.ignore
    links = find_symbolic_links(files, label, ignored)
    own = (path for path, stamp in files.items() if is_file(stamp))
    unread = find_unread_texts(own, frozenset(inputs.sources), ignored, label)
    strays = find_stray_comments(files, inputs.articles, inputs.site)
    state.findings.save({METADATA: inputs.table.findings, SITE_FILE: host_findings, ARTICLES: links + unread + strays})
    with pool.running(len(paths)):
        for batch in pool.map(read_articles, paths, READ_BATCH):
            problems += (problem for one in batch for problem in one.problems)
            done += len(batch)
            on_progress("reading", done, len(paths))
            read = [one for one in batch if not one.problems]
            state.sources.save(ReadSource(one.path, inputs.table.rows.get(one.path), one.status) for one in read)
            state.findings.save({one.path: one.findings for one in read})
            state.spooled.put((one.path, one.spooled) for one in read if one.spooled)
            words.save((one.path, one.searched) for one in read if one.searched)
            yield read
    if problems:
        raise NewsgenError(problems)
