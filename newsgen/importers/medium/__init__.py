"""Medium's exports: a ZIP of HTML, of which only the posts are articles."""
