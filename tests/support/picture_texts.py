"""The texts of pictures' files, as Photoshop, Lightroom and picture desks write them."""

import struct
from io import BytesIO

from PIL import Image

UTF_8 = b"\x1b%G"


def dataset(record: int, number: int, value: bytes) -> bytes:
    """A dataset of IPTC."""
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def iptc(*texts: tuple[int, bytes], character_set: bytes = b"") -> bytes:
    """A block of IPTC with texts of record 2 by their numbers."""
    head = dataset(1, 90, character_set) if character_set else b""
    return head + dataset(2, 0, b"\0\x04") + b"".join(dataset(2, number, text) for number, text in texts)


def jpeg_with_iptc(block: bytes, image: Image.Image) -> bytes:
    """A JPEG with a block of IPTC in Photoshop's part."""
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block + b"\0" * (len(block) % 2)
    part = b"Photoshop 3.0\0" + resource
    out = BytesIO()
    image.save(out, "JPEG")
    content = out.getvalue()
    return content[:2] + b"\xff\xed" + struct.pack(">H", len(part) + 2) + part + content[2:]


def xmp(description: str = "", creators: tuple[str, ...] = (), credit: str = "", more: str = "") -> bytes:
    """A packet of XMP; its texts are XML."""
    caption = (
        f'<dc:description><rdf:Alt><rdf:li xml:lang="de">Anders</rdf:li>'
        f'<rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>'
    )
    names = "".join(f"<rdf:li>{name}</rdf:li>" for name in creators)
    return (
        f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>{more}<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        f' photoshop:Credit="{credit}">{caption if description else ""}'
        f"<dc:creator><rdf:Seq>{names}</rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()
