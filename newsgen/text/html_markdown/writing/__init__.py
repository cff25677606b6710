"""Parts of Markdown, as newsgen reads it: escaped text, lines, blocks, and HTML where Markdown has no sign."""
