"""What the site's owner decides: site.yaml and the theme's folders."""

# Defined here because a build that finds nothing to do needs the names, and not the libraries that read the files.
SITE_FILE = "site.yaml"
READING_FILE = "reading.yaml"
REDIRECTS_FILE = "redirects.tsv"
# The folder of the site's folder into which a private build writes.
PRIVATE_OUTPUT = "private"
