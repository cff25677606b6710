"""What the site's owner decides: site.yaml and the theme's folders."""

# Defined here because a build that finds nothing to do needs the name, and not the libraries that read the file.
SITE_FILE = "site.yaml"
# The folder of the site's folder into which a private build writes.
PRIVATE_OUTPUT = "private"
