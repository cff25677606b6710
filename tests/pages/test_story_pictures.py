from newsgen.archive.archive import Archive
from newsgen.archive.images import ImageTable
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.pages.story import plan_story
from newsgen.record.article import Image
from newsgen.record.responsive_image import ResponsiveImage
from tests.support.records import PHOTOGRAPH, an_article, make_linked_index, photograph
from tests.support.rendering import texts
from tests.support.stories import SITE, markdown, read_story, view_of


def test_links_and_images_of_the_body_lead_to_their_targets() -> None:
    body = markdown("[the mill](mill.md), [far](https://far.example/), [lost](gone.html)\n\n![Wheel](wheel.jpg)")
    targets = {
        ("a.md", "mill.md"): "2023/mill.html",
        ("a.md", "wheel.jpg"): "media/wheel.jpg",
        ("a.md", "gone.html"): "https://old.example/gone.html",
    }
    view = view_of("a.md", [an_article("a.md", published="2024-01", body=body)], targets)
    assert view["body"] == (
        '<p><a href="../../2023/mill.html">the mill</a>, <a href="https://far.example/">far</a>, '
        '<a href="https://old.example/gone.html">lost</a></p>\n'
        '<p><picture><source type="image/avif" srcset="../../media/wheel-480.avif 480w, '
        '../../media/wheel-960.avif 960w, ../../media/wheel-1600.avif 1600w" sizes="(min-width: 40rem) 37rem, 94vw">'
        '<source type="image/webp" srcset="../../media/wheel-480.webp 480w, ../../media/wheel-960.webp 960w, '
        '../../media/wheel-1600.webp 1600w" sizes="(min-width: 40rem) 37rem, 94vw">'
        '<img src="../../media/wheel.jpg" width="1600" height="1000" alt="Wheel" loading="lazy" decoding="async">'
        "</picture></p>\n"
    )


def test_images_have_their_pictures_or_none() -> None:
    images = (Image("wheel.jpg"), Image("", caption="The race"), Image("gone.jpg"))
    targets = {("a.md", "wheel.jpg"): "media/wheel.jpg", ("a.md", "gone.jpg"): ""}
    view = view_of("a.md", [an_article("a.md", images=images)], targets)
    assert view["images"] == [(images[0], photograph("media/wheel.jpg")), (images[1], None), (images[2], None)]


def test_a_storys_digest_changes_with_the_metadata_of_its_pictures() -> None:
    articles = [an_article("a.md", images=(Image("wheel.jpg"),))]
    index = make_linked_index(articles, SITE, {("a.md", "wheel.jpg"): "media/wheel.jpg"})
    digests = set()
    for metadata in (
        PHOTOGRAPH,
        PHOTOGRAPH._replace(width=1500),
        PHOTOGRAPH._replace(formats=()),
        ImageMetadata(fault="it is empty"),
    ):
        ImageTable(index).put("media/wheel.jpg", ImageResult(metadata))
        (page,) = plan_story("a.md", Archive(index), SITE)
        digests.add(page.data())
    assert len(digests) == 4


def test_a_link_to_a_picture_that_is_shown_leads_to_its_published_file() -> None:
    body = markdown("[![Map](map.tiff)](map.tiff#cove) [map](map.tiff)")
    targets = {("a.md", "map.tiff"): "media/map.tiff", ("a.md", "map.tiff#cove"): "media/map.tiff#cove"}
    index = make_linked_index([an_article("a.md", body=body)], SITE, targets)
    index.execute("UPDATE links SET media = 'media/map.tiff'")
    archive = Archive(index)
    assert archive.links("a.md") == {
        "map.tiff": "media/map.tiff.jpg",
        "map.tiff#cove": "media/map.tiff.jpg#cove",
    }
    ImageTable(index).put("media/map.tiff", ImageResult(ImageMetadata(fault="it is cut short")))
    assert set(archive.links("a.md").values()) == {""}
    assert archive.images("a.md") == {}


def test_the_fragment_of_a_drawings_address_is_kept() -> None:
    article = an_article("a.md", body=markdown("![Cove](map.svg#cove)"))
    index = make_linked_index([article], SITE, {("a.md", "map.svg#cove"): "media/map.svg#cove"})
    index.execute("UPDATE links SET media = 'media/map.svg'")
    ImageTable(index).put("media/map.svg", ImageResult(ImageMetadata(300, 200)))
    assert Archive(index).images("a.md") == {"map.svg#cove": ResponsiveImage("media/map.svg#cove", 300, 200)}


def test_the_first_picture_of_a_story_loads_at_once_and_the_others_lazily() -> None:
    images = (Image("wheel.jpg", "A wheel"), Image("race.jpg", "The race"))
    targets = {("a.md", name): f"media/{name}" for name in ("wheel.jpg", "race.jpg", "pond.jpg")}
    html = read_story("a.md", [an_article("a.md", images=images, body=markdown("![The pond](pond.jpg)"))], targets)
    assert [dict(image.attrib) for image in html.xpath("//article//img")] == [
        {"src": f"../media/{name}.jpg", "width": "1600", "height": "1000", "alt": alt, **loading}
        for name, alt, loading in (
            ("wheel", "A wheel", {"fetchpriority": "high"}),
            ("pond", "The pond", {"loading": "lazy", "decoding": "async"}),
            ("race", "The race", {"loading": "lazy", "decoding": "async"}),
        )
    ]


def test_a_missing_picture_is_replaced_by_its_alternative_text() -> None:
    html = read_story(
        "a.md", [an_article("a.md", images=(Image("wheel.jpg", alt="A wheel in ice"),))], {("a.md", "wheel.jpg"): ""}
    )
    assert texts(html, "//figure[@class='absent']") == ["A wheel in ice"]
