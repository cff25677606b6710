from newsgen.citations import Citations, cite
from newsgen.citations.apa import cite_apa
from newsgen.citations.bibtex import write_bibtex
from newsgen.citations.chicago import cite_chicago
from newsgen.citations.mla import cite_mla
from newsgen.citations.ris import write_ris
from tests.citations.references import a_reference


def test_an_article_is_cited_in_five_ways() -> None:
    reference = a_reference("Ada Quill", published="2024-02-03")
    assert cite(reference) == Citations(
        apa=cite_apa(reference),
        mla=cite_mla(reference),
        chicago=cite_chicago(reference),
        bibtex=write_bibtex(reference),
        ris=write_ris(reference),
    )
