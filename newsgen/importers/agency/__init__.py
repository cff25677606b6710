"""News items of agencies and editorial systems: NITF, NewsML-G2, NewsML 1, ninjs, IPTC 7901 and ANPA 1312."""
