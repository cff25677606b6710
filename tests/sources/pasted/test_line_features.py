import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.line_features import LineFeatures, features_of, is_credited


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Related Articles", "related"),
        ("Mehr zum Thema", "related"),
        ("関連記事", "related"),
        ("3 comments", "comments"),
    ],
)
def test_a_line_that_is_a_known_phrase_has_its_kind_and_no_other_feature(text: str, kind: str) -> None:
    features = features_of(text)
    assert (features.kind, features.starts, features.prose, features.sentence, features.dated) == (
        kind,
        False,
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Read more: The vote", "promo"),
        ("By Nadia Sorrenby", "byline"),
        ("Von Greta Ahlbeck", "byline"),
        ("Par Odile Marchaubert", "byline"),
        ("Tagged: ferry, quay", "tags"),
        ("Filed under: Sport", "filed"),
        ("Photograph: Pru Dunmore", "credit"),
    ],
)
def test_first_words_name_a_kind(text: str, kind: str) -> None:
    features = features_of(text)
    assert (features.kind, features.starts) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry came back to the Salt Quay on Tuesday, four months after it was sold.",
        "Die Fähre kam am Dienstag zum Salzkai zurück, vier Monate nach dem Verkauf.",
        "Паром вернулся к Соляной пристани во вторник, через четыре месяца после продажи.",
        "渡し船は火曜日に塩の波止場へ戻ってきた。売られてから四か月が過ぎていた。",
    ],
)
def test_a_sentence_of_some_width_is_prose(text: str) -> None:
    features = features_of(text)
    assert (features.kind, features.prose, features.sentence, features.dated) == ("", True, True, False)


def test_a_very_wide_line_is_prose_without_a_full_stop() -> None:
    features = features_of("the ferry and the quay " * 8)
    assert (features.prose, features.sentence) == (True, False)


def test_a_short_sentence_is_not_prose() -> None:
    assert features_of("It rained on the quay again.") == LineFeatures("", False, 28, False, True, False)
    assert features_of("It rained.") == LineFeatures("", False, 10, False, True, False)


@pytest.mark.parametrize(
    "text", ["5 minor injuries on the ferry", "12 monthly reports", "40 minutes that changed the harbour for ever"]
)
def test_a_headline_with_a_number_is_not_dated(text: str) -> None:
    assert not features_of(text).dated


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "vor 3 Stunden",
        "il y a 3 heures",
        "hace 3 horas",
        "3 timer siden",
        "3 saat önce",
        "منذ 3 ساعات",
        "3시간 전",
        "3 घंटे पहले",
    ],
)
def test_a_distance_in_time_is_dated_in_many_languages(text: str) -> None:
    assert features_of(text).dated


def test_a_short_sentence_that_begins_with_by_is_not_a_byline() -> None:
    assert features_of("By noon the quay was under water.").kind == ""


def test_a_headline_has_no_feature_but_its_width() -> None:
    assert features_of("Ferry returns") == LineFeatures("", False, 13, False, False, False)


def test_prose_that_begins_with_by_is_not_a_byline() -> None:
    features = features_of("By noon the quay was under water and the ferry was gone from its berth.")
    assert (features.kind, features.starts, features.prose) == ("", False, True)


def test_a_byline_that_describes_its_author_is_not_prose() -> None:
    features = features_of("By Nadia Sorrenby, who has covered the harbour of Port Ellery since 1994.")
    assert (features.kind, features.starts, features.prose) == ("byline", True, False)


def test_prose_may_begin_with_words_that_name_a_kind() -> None:
    features = features_of(
        "Read more about how the ferry came back to the Salt Quay, four months after it left Port Ellery."
    )
    assert (features.kind, features.starts, features.prose) == ("promo", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2019",
        "12. März 2019",
        "le 12 mars 2019",
        "12 марта 2019 г.",
        "2019年3月12日",
        "3/4/2019",
        "Published 12 March 2019 at 07:15 GMT",
        "Updated 14 January 2015",
        "3 hours ago",
        "vor 3 Stunden",
        "il y a 3 jours",
        "20 минут назад",
        "3小时前",
        "07:15",
        "By Nadia Sorrenby | 12 March 2019",
    ],
)
def test_dates_times_and_distances_in_time_are_dated(text: str) -> None:
    assert features_of(text).dated


@pytest.mark.parametrize(
    "text",
    [
        "Ferry returns",
        "Eleven cars, 3 boats",
        "The boat left Port Ellery harbour at 07:15",
        "The ferry came back to the Salt Quay on 12 March 2019, four months after it was sold.",
        "",
    ],
)
def test_a_line_with_more_than_a_date_is_not_dated(text: str) -> None:
    assert not features_of(text).dated


@pytest.mark.parametrize(
    "text",
    [
        "The quay at dawn. Photo: Courant",
        "Foto: Greta Ahlbeck",
        "© Courant",
        "Der Kai am Morgen /dpa",
        "Причал утром. Фото Анны Сольцовой",
        "The quay (Getty)",
    ],
)
def test_a_caption_that_names_its_photographer_is_credited(text: str) -> None:
    assert is_credited(text)


@pytest.mark.parametrize(
    "text", ["The quay at dawn", "Photosynthesis on the quay", "A photo of the quay. " + "It rained. " * 40, ""]
)
def test_other_lines_are_not_credited(text: str) -> None:
    assert not is_credited(text)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    features = features_of(text)
    assert features.width >= len(text)
    assert not (features.prose and features.dated)
    assert not features.starts or features.kind
    is_credited(text)
