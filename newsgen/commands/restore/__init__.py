"""The command `newsgen restore`."""
