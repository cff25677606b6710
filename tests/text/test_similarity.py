"""The similarity of whole articles, in many languages."""

from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.similarity.fingerprint import make_fingerprint
from newsgen.text.similarity.vector import MAX_SIMILARITY, compare_with
from tests.support.records import an_article


def similarity(one: str, other: str, language: str = "en") -> float:
    """The similarity of two texts, from 0 to 1."""
    article = an_article(headline="", language=language)
    fingerprints = [make_fingerprint(tokenise_article(article, f"<p>{text}</p>")) for text in (one, other)]
    return compare_with(fingerprints[0].vector)(fingerprints[1].vector) / MAX_SIMILARITY


def test_texts_about_one_event_are_similar() -> None:
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
        assert similarity(one, near, language) > max(0.2, 2 * similarity(one, far, language)), language
