"""Files of the web that somebody saved, as captures: mirrors, pages of browsers, MHTML, and ZIP archives of them."""
