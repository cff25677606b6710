"""The fields of an article, from those of WordPress and of its plug-ins."""
