"""Import saved web pages."""
