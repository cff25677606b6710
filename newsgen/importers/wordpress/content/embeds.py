"""Addresses that WordPress shows as the thing itself: by their hosts, and by the shortcodes of their sites."""

from __future__ import annotations

import re

from newsgen.importers.wordpress.content.shortcode_syntax import Shortcode

# Providers of oEmbed that WordPress asks, and others that Jetpack does (WordPress 6.4, class-wp-oembed.php).
_HOSTS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|dai\.ly|"
    r"flickr\.com|flic\.kr|smugmug\.com|scribd\.com|wordpress\.tv|crowdsignal\.net|polldaddy\.com|twitter\.com|x\.com|"
    r"soundcloud\.com|on\.soundcloud\.com|spotify\.com|imgur\.com|issuu\.com|mixcloud\.com|ted\.com|animoto\.com|"
    r"video\.wordpress\.com|videopress\.com|tumblr\.com|kickstarter\.com|kck\.st|cloudup\.com|reverbnation\.com|"
    r"reddit\.com|speakerdeck\.com|screencast\.com|amazon\.[a-z.]{2,6}|tiktok\.com|pinterest\.[a-z.]{2,6}|wolframcloud\."
    r"com|pca\.st|anghami\.com|bsky\.app|facebook\.com|instagram\.com|instagr\.am|slideshare\.net|vine\.co|hulu\.com|"
    r"funnyordie\.com|rdio\.com|meetup\.com|ustream\.tv|livestream\.com|storify\.com|documentcloud\.org|gist\.github\."
    r"com|google\.[a-z.]{2,6}/maps|maps\.google\.[a-z.]{2,6}|archive\.org/(?:details|embed)|bandcamp\.com|"
    r"audioboom\.com|twitch\.tv|rumble\.com|odysee\.com|datawrapper\.de|dwcdn\.net|flourish\.studio|infogram\.com|"
    r"knightlab\.com|brightcove\.net|jwplatform\.com|giphy\.com|t\.me|threads\.net|threads\.com|loom\.com)(?:/|$|\?)",
    re.IGNORECASE,
)
_BY_NUMBER = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtube_sc": "https://www.youtube.com/watch?v={}",
    "fusion_youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "fusion_vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "ted": "https://www.ted.com/talks/view/id/{}",
    "wpvideo": "https://videopress.com/v/{}",
    "videopress": "https://videopress.com/v/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "twitter": "https://twitter.com/i/status/{}",
    "gist": "https://gist.github.com/{}",
    "archiveorg": "https://archive.org/details/{}",
    "scribd": "https://www.scribd.com/document/{}",
    "polldaddy": "https://polldaddy.com/poll/{}/",
    "crowdsignal": "https://poll.fm/{}",
    "vine": "https://vine.co/v/{}",
    "kickstarter": "{}",
    "soundcloud": "{}",
    "spotify": "{}",
    "instagram": "{}",
    "facebook": "{}",
    "fb": "{}",
    "googlemaps": "{}",
    "googlemap": "{}",
    "documentcloud": "{}",
    "audioboom": "{}",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/{}",
    "bandcamp": "{}",
    "flickr": "{}",
    "tiktok": "{}",
    "reddit": "{}",
    "giphy": "{}",
    "twitch": "{}",
    "iframe": "{}",
    "embedyt": "{}",
    "pdf-embedder": "{}",
    "gview": "{}",
    "embeddoc": "{}",
    "mixcloud": "{}",
    "storify": "{}",
    "pinterest": "{}",
    "vc_video": "{}",
    "et_pb_video": "{}",
    "video_embed": "{}",
    "media": "{}",
}
_PLAIN_ID = re.compile(r"[\w./-]{1,120}")


def is_shown(url: str) -> bool:
    """Whether WordPress shows what is at an address that stands alone, instead of the address."""
    return _HOSTS.match(url) is not None


def embed_address(shortcode: Shortcode) -> str:
    """The address of what a shortcode of another site shows; "" where it is none of those or names nothing."""
    pattern = _BY_NUMBER.get(shortcode.name.lower())
    if pattern is None:
        return ""
    inner = re.sub(r"<[^>]*>", "", shortcode.inner or "").strip()
    named = shortcode.first("url", "src", "href", "link", "file", "id", "video_id", "video", "guid", "tweet", "poll")
    for value in (named, *shortcode.words, inner):
        value = value.strip().strip("\"'").replace("&#038;", "&").replace("&amp;", "&")
        if value.startswith("//"):
            value = f"https:{value}"
        if re.match(r"https?://\S+$", value):
            return value
        if value and pattern != "{}" and _PLAIN_ID.fullmatch(value):
            return pattern.format(value)
    return ""
