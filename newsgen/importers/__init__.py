"""From the files of other systems to articles in the site's folder, with an account of all that they hold."""
