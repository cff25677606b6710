"""The folders of Hugo: pages, bundles and static files, with their addresses and their shortcodes."""
