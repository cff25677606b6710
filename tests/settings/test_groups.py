from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.record.field_keys import KEYS, LISTED
from newsgen.record.serialise import ADDRESS, FIELDS
from newsgen.settings.groups import RESERVED, GroupLabels, group_kind, keys_of_groups, many_of, own_kinds
from newsgen.settings.site import Site, load_site

FIX = "newsgen's docs/settings.md shows what it may hold."
RENAME = "where your files have this key, map it in front_matter: rename: {{{key}: the group's name}}."


def load(root: Path, groups: str) -> Site:
    (root / "site.yaml").write_text(f"groups: {groups}\n", encoding="utf-8")
    return load_site(root)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("{}", {}),
        ("{events: Event}", {"events": GroupLabels(one="Event")}),
        ("{Events: {one: Event, many: All events}}", {"events": GroupLabels(one="Event", many="All events")}),
        ("{people: Person}", {"people": GroupLabels(one="Person")}),
        # Other keys of newsgen's own groups mean these.
        (
            "{person: Person, newspaper: Zeitung}",
            {"people": GroupLabels(one="Person"), "publications": GroupLabels(one="Zeitung")},
        ),
        (
            "{court-cases: Case, ship_names: Ship}",
            {"court-cases": GroupLabels(one="Case"), "ship_names": GroupLabels(one="Ship")},
        ),
    ],
)
def test_a_group_is_a_key_with_its_labels(tmp_path: Path, text: str, groups: dict[str, GroupLabels]) -> None:
    assert load(tmp_path, text).groups == groups


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("[events]", "groups", "It is keys of front matter, each with what one is called, such as {people: Person}."),
        ("{events: }", "groups.events.one", "A group needs what one of it is called, such as people: Person."),
        ("{events: ' '}", 'groups.events.one: " "', "A group needs what one of it is called, such as people: Person."),
        ("{events: [Event]}", "groups.events", "It holds settings of its own: many, one."),
        (
            "{person: A, people: B}",
            "groups",
            '"people" and another key are the same group, people; keep one of the two.',
        ),
        (
            "{tags: Tag}",
            "groups",
            '"tags" is a key that newsgen knows, for the field tags; name the group otherwise, and '
            + RENAME.format(key="tags"),
        ),
        (
            "{author: Author}",
            "groups",
            '"author" is a key that newsgen knows, for the field byline; name the group otherwise, and '
            + RENAME.format(key="author"),
        ),
        *(
            (
                f"{{{key}: A}}",
                "groups",
                f'"{key}" is what newsgen calls something else; name the group otherwise, and {RENAME.format(key=key)}',
            )
            for key in ("search", "path", "on-this-day", "article_tags", "con", "from")
        ),
        *(
            (
                f"{{{key}: A}}",
                "groups",
                f'"{key.lower()}" cannot name a folder of the site; a group has a name of a to z, 0 to 9, "-" and "_",'
                f' and front_matter: rename: maps a key to it, such as {{"{key.lower()}": events}}.',
            )
            for key in ("Événements", "court cases", "1998", "a/b", "события")
        ),
    ],
)
def test_what_cannot_be_a_group_is_refused(tmp_path: Path, text: str, name: str, reason: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        load(tmp_path, text)
    assert str(failed.value) == f"site.yaml:1: cannot use {name}\n    {reason}\n    {FIX}"


def test_an_unknown_setting_of_a_group_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        load(tmp_path, "{events: {one: Event, mny: Events}}")
    assert str(failed.value) == (
        'site.yaml:1: unknown setting "groups.events.mny". Did you mean "many"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        "    Settings are: many, one."
    )


def test_no_group_has_a_name_that_records_have() -> None:
    assert {*ADDRESS, *FIELDS} <= RESERVED | {key for keys in KEYS.values() for key in keys}


@pytest.mark.parametrize(
    ("groups", "keys"),
    [
        ({"events": GroupLabels(one="Event")}, {"events": "events", "event": "events"}),
        ({"company": GroupLabels(one="Firm")}, {"company": "company", "firm": "company", "companies": "company"}),
        (
            {"cases": GroupLabels(one="Court case")},
            dict.fromkeys(("cases", "case", "court case", "court_case", "court-case"), "cases"),
        ),
        # Keys that newsgen knows, or that are groups themselves, keep their meaning.
        ({"subjects": GroupLabels(one="Tag")}, {"subjects": "subjects", "subject": "subjects"}),
        (
            {"events": GroupLabels(one="Event"), "event": GroupLabels(one="Happening")},
            {"events": "events", "event": "event", "happening": "event"},
        ),
        ({"people": GroupLabels(one="Person")}, {}),
    ],
)
def test_a_group_is_meant_by_its_singular_plural_and_labels(
    groups: dict[str, GroupLabels], keys: dict[str, str]
) -> None:
    assert keys_of_groups(groups) == keys


@pytest.mark.parametrize(
    ("key", "labels", "many"),
    [
        ("events", GroupLabels(one="Event"), "Events"),
        ("court_cases", GroupLabels(one="Case"), "Court cases"),
        ("events", GroupLabels(one="Ereignis", many="Ereignisse"), "Ereignisse"),
    ],
)
def test_many_are_called_by_the_key_unless_the_setting_says_more(key: str, labels: GroupLabels, many: str) -> None:
    assert many_of(key, labels) == many


def test_the_groups_of_every_site_have_several_keys() -> None:
    assert {group_kind(key) for field in LISTED for key in KEYS[field]} == set(LISTED.values())
    assert group_kind("events") == "events"
    assert own_kinds(["people", "events", "publications"]) == ("events",)
