"""Sentences of recommendations."""

from dataclasses import replace

from tests.factories.materials import make_statement
from tongket.synthesis.composing.values import Earlier, Wish
from tongket.synthesis.composing.wishes import NOBODY, wishes


def wish(key: int, to: str, units: int) -> Wish:
    return Wish(key, f"bố trí kinh phí {key}.", to, units, tuple(make_statement(each) for each in range(1, units + 1)))


def test_recommendations_stand_under_who_can_answer_most_asked_first() -> None:
    parts = wishes([wish(1, "Phòng Kinh tế", 2), wish(2, "UBND thành phố", 3), wish(3, "UBND thành phố", 1)])

    assert [part.heading for part in parts] == ["1. Đối với UBND thành phố", "2. Đối với Phòng Kinh tế"]
    assert [each.text for each in parts[0].passages] == [
        "Bố trí kinh phí 2 (03 đơn vị kiến nghị).",
        "Bố trí kinh phí 3.",
    ]


def test_addressees_asked_one_thing_by_one_unit_share_a_section_with_nobodys() -> None:
    parts = wishes([wish(1, "A", 1), wish(2, "B", 1), wish(3, "", 2)])

    assert [(part.heading, len(part.passages)) for part in parts] == [(f"1. Đối với {NOBODY}", 3)]


def test_in_a_shared_section_each_names_whom_it_asks() -> None:
    asked = [
        wish(1, "Sở Y tế", 1),
        Wish(2, "Đề nghị quan tâm cán bộ.", "Thành ủy", 1, (make_statement(2),)),
        Wish(3, "Đề nghị Bưu điện tỉnh giảm cước.", "Bưu điện tỉnh", 1, (make_statement(3),)),
    ]

    (part,) = wishes(asked)

    assert [each.text for each in part.passages] == [
        "Đề nghị Sở Y tế bố trí kinh phí 1.",
        "Đề nghị quan tâm cán bộ (gửi Thành ủy).",
        "Đề nghị Bưu điện tỉnh giảm cước.",
    ]


def test_words_that_begin_with_a_name_are_not_run_into_whom_it_asks() -> None:
    said = {
        "Sở Tài chính": "Công an xã được bố trí xe.",
        "Sở Nội vụ": "Bộ Y tế sớm cấp thuốc.",
        "Bưu điện tỉnh": "Nâng mức hỗ trợ.",
    }
    asked = [Wish(key, text, to, 1, (make_statement(key),)) for key, (to, text) in enumerate(said.items(), 1)]

    (part,) = wishes(asked)

    assert [each.text for each in part.passages] == [
        "Công an xã được bố trí xe (gửi Sở Tài chính).",
        "Bộ Y tế sớm cấp thuốc (gửi Sở Nội vụ).",
        "Đề nghị Bưu điện tỉnh nâng mức hỗ trợ.",
    ]


def test_what_is_open_from_before_says_so_and_how_far_it_got() -> None:
    before = Earlier(9, "Bố trí kinh phí.", "hội nghị ngày 30/10/2024")
    told = [
        replace(wish(1, "A", 2), earlier=replace(before, is_sent=True)),
        replace(wish(2, "A", 1), earlier=replace(before, is_answered=True)),
        replace(wish(3, "A", 0), earlier=before),
    ]

    (part,) = wishes(told)

    assert [(each.text, len(each.sources)) for each in part.passages] == [
        ("Bố trí kinh phí 1 (kiến nghị đã nêu trước đây, chưa được trả lời; 02 đơn vị nêu lại).", 3),
        ("Bố trí kinh phí 2 (kiến nghị đã nêu trước đây, đã được trả lời; 01 đơn vị nêu lại).", 2),
        ("Bố trí kinh phí 3 (kiến nghị đã nêu trước đây).", 1),
    ]


def test_nothing_recommended_makes_no_section() -> None:
    assert wishes([]) == ()
