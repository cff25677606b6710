"""The blocks of a page: runs of text without a break, each with the elements around it."""
