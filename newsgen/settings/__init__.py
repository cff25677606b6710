"""What the site's owner decides: site.yaml and the theme's folders."""
