"""A judgement put into words."""

import pytest

from tongket.core.findings import Finding, Level, Result, Sentence, as_json, compose, words

WHOLE = Finding(
    "margin",
    Level.BLOCKER,
    found="Lề trái {found} cm.",
    wanted="Cần {wanted} cm.",
    where="Trang {page}.",
    todo="Chỉnh lại lề.",
    clause="III.2",
    quote="3,0 cm",
    values={"found": "1,5", "wanted": "3,0", "page": 1},
)
BARE = Finding("empty", Level.ADVICE, found="Không có nội dung.")
ENGLISH = {"Lề trái {found} cm.": "Left margin {found} cm.", "Cần {wanted} cm.": "Wanted {wanted} cm."}


def test_compose_fills_the_gaps_of_each_part() -> None:
    assert compose(WHOLE) == Sentence("Lề trái 1,5 cm.", "Cần 3,0 cm.", "Trang 1.", "Chỉnh lại lề.")


def test_compose_translates_before_it_fills() -> None:
    sentence = compose(WHOLE, lambda text: ENGLISH.get(text, text))

    assert (sentence.found, sentence.wanted) == ("Left margin 1,5 cm.", "Wanted 3,0 cm.")


def test_empty_part_is_never_translated() -> None:
    asked: list[str] = []
    sentence = compose(BARE, lambda text: asked.append(text) or text)  # type: ignore[func-returns-value]

    assert (asked, sentence) == (["Không có nội dung."], Sentence("Không có nội dung.", "", "", ""))


@pytest.mark.parametrize(
    ("finding", "text"),
    [(WHOLE, "Lề trái 1,5 cm. Cần 3,0 cm. Trang 1. Chỉnh lại lề."), (BARE, "Không có nội dung.")],
    ids=["whole", "bare"],
)
def test_sentence_leaves_out_what_is_empty(finding: Finding, text: str) -> None:
    assert str(compose(finding)) == text


def test_json_keeps_place_and_quote_beside_the_message() -> None:
    assert as_json(WHOLE) == {
        "code": "margin",
        "level": "blocker",
        "message": "Lề trái 1,5 cm. Cần 3,0 cm. Chỉnh lại lề.",
        "where": "Trang 1.",
        "clause": "III.2",
        "quote": "3,0 cm",
    }


def test_json_of_a_bare_finding_says_null() -> None:
    assert as_json(BARE) == {
        "code": "empty",
        "level": "advice",
        "message": "Không có nội dung.",
        "where": None,
        "clause": None,
        "quote": None,
    }


def test_json_names_the_clause_where_no_words_say_the_place() -> None:
    assert as_json(Finding("x", Level.APPROVAL, "Sai.", clause="IV.2"))["where"] == "IV.2"


def test_braces_in_values_stay_as_they_are() -> None:
    assert str(compose(Finding("x", Level.ADVICE, "“{what}”.", values={"what": "{0} {x}"}))) == "“{0} {x}”."


def test_words_are_marked_and_left_unchanged() -> None:
    assert words("Hạn gửi") == "Hạn gửi"


def test_check_that_passed_has_no_findings() -> None:
    assert Result("margins").findings == ()
