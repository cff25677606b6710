"""The commands, one folder each: `command.py` has its options, `report.py` its output, the other modules its work."""
