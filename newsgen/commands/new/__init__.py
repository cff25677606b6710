"""The command `newsgen new`."""
