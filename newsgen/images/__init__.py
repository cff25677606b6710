"""Pictures: what articles show, published in several widths and formats and without what cameras write into files.

A picture is measured and made once for a content and the site's settings, in whatever process; `cache` keeps what was
made, `index` what pages may know of it, and `settle` is the step of a build that brings both up to date.
"""
