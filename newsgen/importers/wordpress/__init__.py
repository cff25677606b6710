"""WordPress: the export file (WXR) of a site, in one or several parts."""
