"""Result cards and dates."""

import json
import zlib
from pathlib import Path

from newsgen.build.build import build_site
from newsgen.search.excerpts import make_excerpt


def _file(folder: Path, name: str) -> str:
    script = (folder / "public/search" / f"{name}.js").read_text(encoding="utf-16")
    packed = script.removeprefix(f'newsgen.put("{name}","').removesuffix('");\n')
    pairs = zip(packed[::2], packed[1::2], strict=True)
    return "".join(f"{(ord(high) - 0x2030) * 46_341 + ord(low) - 0x2030:031b}" for high, low in pairs)


def test_cards_and_dates_of_a_site(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name, front in (
        ("a", "title: Ferry “stuck”\ndate: 2004-02-29 07:15\nsection: Harbour\nsummary: For <hours>"),
        ("b", "title: Tide\ndate: 2004-03\nlang: fr"),
        ("c", "title: Hidden\ndate: 2004-04-05\ndelisted: true"),
    ):
        (tmp_path / f"articles/{name}.md").write_text(
            f"---\n{front}\n---\n\nText & more of {name}.\n", encoding="utf-8"
        )
    build_site(tmp_path)
    bits = _file(tmp_path, "cards/0")
    size = int(bits[:32], 2)
    content = int(bits[32 : 32 + 8 * size], 2).to_bytes(size, "big")
    cards = json.loads(zlib.decompress(content, -zlib.MAX_WBITS))
    assert sorted(card[1:] for card in cards) == [
        ["2004/02/ferry-stuck.html", "Ferry “stuck”", "2004-02-29", "Harbour", "en", "For <hours>"],
        ["2004/03/ .html", "Tide", "2004-03", "", "fr", "Text & more of b."],
    ]
    days = _file(tmp_path, "dates/2004")
    numbers = {card[2]: card[0] for card in cards}
    assert {title: int(days[9 * number : 9 * number + 9], 2) for title, number in numbers.items()} == {
        "Ferry “stuck”": 60,
        "Tide": 366 + 3,
    }


def test_an_excerpt_is_the_dek_or_the_beginning_and_ends_with_a_whole_word() -> None:
    assert make_excerpt("The  dek\nof it", ["The text"]) == "The dek of it"
    assert make_excerpt("", ["The text & more", "\nand", "more"]) == "The text & more and more"
    cut = make_excerpt("", ["word, " * 40])
    assert cut == f"{'word, ' * 12}word…"
    assert make_excerpt("", ["x" * 500]) == f"{'x' * 79}…"
