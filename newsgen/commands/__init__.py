"""The commands, one folder each: the command line, its work and its report."""
