"""The command `newsgen urls`."""
