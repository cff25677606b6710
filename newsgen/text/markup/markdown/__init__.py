"""The Markdown parser: CommonMark with tables, footnotes, definition lists, tasks and newsgen's rules of safety."""
