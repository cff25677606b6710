"""The command `newsgen dump`."""
