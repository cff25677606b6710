import pytest

from newsgen.pages.group_labels import GroupIndex, Labels, group_indexes, labels_of
from newsgen.settings.groups import GroupLabels
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive

GROUPS = {"people": GroupLabels(one="Figure"), "events": GroupLabels(one="Event"), "ships": GroupLabels(one="Ship")}


@pytest.mark.parametrize(
    ("kind", "site", "labels"),
    [
        ("publications", Site(), Labels("Newspaper", "Newspapers")),
        ("places", Site(language="de"), Labels("Ort", "Orte")),
        ("people", Site(language="fr"), Labels("Personne", "Personnes")),
        ("people", Site(groups=GROUPS), Labels("Figure", "People")),
        ("people", Site(groups={"people": GroupLabels(one="Figure", many="Figures")}), Labels("Figure", "Figures")),
        ("events", Site(groups=GROUPS), Labels("Event", "Events")),
        ("events", Site(groups={"events": GroupLabels(one="حدث", many="أحداث")}), Labels("حدث", "أحداث")),
    ],
)
def test_labels_are_those_of_site_yaml_or_the_languages(kind: str, site: Site, labels: Labels) -> None:
    assert labels_of(kind, site) == labels


def test_only_groups_that_articles_name_have_indexes_in_the_order_of_site_yaml() -> None:
    site = Site(groups=GROUPS)
    groups = {"ships": ("Heron",), "events": ("Flood",), "people": ("Bo Fenn",)}
    archive = make_archive([an_article(section="Sea", groups=groups)], site)
    assert group_indexes(archive, site) == (
        GroupIndex("people", Labels("Figure", "People"), "people/index.html"),
        GroupIndex("events", Labels("Event", "Events"), "events/index.html"),
        GroupIndex("ships", Labels("Ship", "Ships"), "ships/index.html"),
    )
