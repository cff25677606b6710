"""NewsML-G2, NewsML 1 and the XML of agencies beside them."""
