"""The rules of a check, one a module; `settings.check_rules` has their names and severities."""
