"""Likeness as a whole: from two articles to how like they are."""

from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.similarity.fingerprint import make_fingerprint
from newsgen.text.similarity.vector import SAME, comparing
from tests.support.records import an_article


def likeness(one: str, other: str, language: str = "en") -> float:
    """How like two texts are, as a share."""
    article = an_article(headline="", language=language)
    gists = [make_fingerprint(tokenise_article(article, f"<p>{text}</p>")) for text in (one, other)]
    return comparing(gists[0].vector)(gists[1].vector) / SAME


def test_texts_of_one_matter_are_like_each_other_in_many_languages() -> None:
    texts = {
        "en": (
            "The ferries were late because of the fog",
            "Fog delayed a ferry",
            "Voters chose the mayor of the town again",
        ),
        "de": (
            "Die Fähren kamen wegen des Nebels zu spät",
            "Im Nebel liegt eine Fähre",
            "Die Stadt hat den Bürgermeister wieder gewählt",
        ),
        "ru": ("Паромы опоздали из-за тумана", "Туман задержал паром", "Город снова выбрал мэра"),
        "ar": ("تأخرت العبارات بسبب الضباب", "الضباب يؤخر العبارة", "انتخبت المدينة رئيس البلدية"),
        "zh": ("渡轮因大雾延误", "大雾使渡轮停航", "市民选举市长"),
        "ja": ("濃霧で連絡船が遅れた", "連絡船は濃霧のため欠航", "市長選挙の投票が行われた"),
        "th": ("หมอกหนาทำให้เรือข้ามฟากล่าช้า", "เรือข้ามฟากหยุดเพราะหมอกหนา", "ชาวเมืองเลือกนายกเทศมนตรี"),
    }
    for language, (one, near, far) in texts.items():
        assert likeness(one, near, language) > max(0.2, 2 * likeness(one, far, language)), language
