"""Ghost's exports: JSON, alone or in a ZIP or folder with pictures and redirects."""
