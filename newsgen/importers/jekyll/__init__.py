"""The folders of Jekyll: posts, drafts, collections and pages, with their addresses and their Liquid."""
