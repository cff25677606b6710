"""A WACZ (WACZ 1.1.1) of a published site, made without a crawl, for web archives and ReplayWeb.page."""
