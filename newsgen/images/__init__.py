"""Images that articles show: published in several widths and formats, without the metadata that cameras write.

An image is measured and encoded once per content and site settings, in any process. `cache` holds the encoded files,
`newsgen.archive.images` what pages may show of them, and `newsgen.build.stages.images` brings both up to date.
"""
