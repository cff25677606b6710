"""The commands that check, copy and restore an archive: `verify`, `bag`, `restore`."""
