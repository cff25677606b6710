"""The folders of Pelican: articles, pages and static files, with their addresses."""
