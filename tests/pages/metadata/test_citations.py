from newsgen.pages.metadata.citations import Citations, cite
from newsgen.pages.metadata.citations.apa import cite_apa
from newsgen.pages.metadata.citations.bibtex import write_bibtex
from newsgen.pages.metadata.citations.chicago import cite_chicago
from newsgen.pages.metadata.citations.mla import cite_mla
from newsgen.pages.metadata.citations.ris import write_ris
from tests.support.references import a_reference


def test_an_article_is_cited_in_five_ways() -> None:
    reference = a_reference("Ada Quill", published="2024-02-03")
    assert cite(reference) == Citations(
        apa=cite_apa(reference),
        mla=cite_mla(reference),
        chicago=cite_chicago(reference),
        bibtex=write_bibtex(reference),
        ris=write_ris(reference),
    )
