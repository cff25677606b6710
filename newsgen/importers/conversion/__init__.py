"""From keys and values of other systems, in front matter or in the rows of a table, to articles."""
