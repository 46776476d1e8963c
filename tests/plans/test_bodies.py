"""Names of bodies inside sentences: lists taken apart, and the body a sentence gives its work to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.bodies import brackets, given_unit, leading_unit, split_units, without_prefix
from tongket.plans.wording import Piece

LISTS = [
    ("Phòng Nội vụ", ["Phòng Nội vụ"]),
    ("Phòng Nội vụ; Phòng Kinh tế", ["Phòng Nội vụ", "Phòng Kinh tế"]),
    ("Phòng Nội vụ, Công an huyện và Hội Nông dân", ["Phòng Nội vụ", "Công an huyện", "Hội Nông dân"]),
    ("Hội LHPN; Hội Nông dân huyện.", ["Hội LHPN", "Hội Nông dân huyện"]),
    ("Hội LHPN & Hội Nông dân;", ["Hội LHPN", "Hội Nông dân"]),
    ("UBND các xã, phường, thị trấn", ["UBND các xã, phường, thị trấn"]),
    ("các phòng, ban, đơn vị và các xã", ["các phòng, ban, đơn vị và các xã"]),
    ("Phòng Văn hóa và Thông tin", ["Phòng Văn hóa và Thông tin"]),
    ("Sở Giáo dục và Đào tạo, Sở Nội vụ", ["Sở Giáo dục và Đào tạo", "Sở Nội vụ"]),
    ("các hội (Hội Nông dân, Hội LHPN); Công an", ["các hội (Hội Nông dân, Hội LHPN)", "Công an"]),
]


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_list_is_taken_apart_into_its_units(text: str, units: list[str]) -> None:
    assert [piece.text for piece in split_units(Piece(text, 0))] == units


LEADING = [
    ("Phòng Nội vụ: tham mưu kế hoạch.", "Phòng Nội vụ", "tham mưu kế hoạch."),
    ("Đối với các xã, thị trấn: gửi báo cáo.", "các xã, thị trấn", "gửi báo cáo."),
    ("Giao Phòng Nội vụ: chủ trì.", "Phòng Nội vụ", "chủ trì."),
    ("Phòng Nội vụ (chủ trì, phối hợp)", "Phòng Nội vụ", "chủ trì, phối hợp"),
    ("Phòng Nội vụ - Chủ trì hội nghị", "Phòng Nội vụ", "Chủ trì hội nghị"),
    ("Đồng chí Lê An – Trưởng ban - Chủ trì", "Đồng chí Lê An – Trưởng ban", "Chủ trì"),
]


@pytest.mark.parametrize(("text", "unit", "rest"), LEADING)
def test_unit_in_front_is_parted_from_its_work(text: str, unit: str, rest: str) -> None:
    found = leading_unit(Piece(text, 0))

    assert found is not None
    assert (found.unit.text, found.rest.text, found.inside) == (unit, rest, False)


NO_LEADING = [
    "",
    "Phòng Nội vụ",
    "Phòng Nội vụ:",
    "Thời gian: 8 giờ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Lao động - Thương binh và Xã hội",
    "Phòng Nội vụ - phối hợp",
    "Giao Phòng Nội vụ chủ trì - Phối hợp",
]


@pytest.mark.parametrize("text", NO_LEADING)
def test_name_without_work_behind_it_leads_nothing(text: str) -> None:
    assert leading_unit(Piece(text, 0)) is None


GIVEN = [
    ("Giao Phòng Nội vụ chủ trì, phối hợp chuẩn bị.", "Phòng Nội vụ"),
    ("Đề nghị UBND các xã gửi báo cáo.", "UBND các xã"),
    ("Phân công Hội Nông dân chuẩn bị tham luận.", "Hội Nông dân"),
    ("Phòng Nội vụ có trách nhiệm tổng hợp.", "Phòng Nội vụ"),
    ("Các xã, thị trấn chủ động triển khai.", "Các xã, thị trấn"),
    ("Ban Tổ chức phân công các thành viên.", "Ban Tổ chức"),
    ("Mời Công an huyện tham gia.", "Công an huyện"),
]


@pytest.mark.parametrize(("text", "unit"), GIVEN)
def test_sentence_gives_its_work_to_a_unit(text: str, unit: str) -> None:
    found = given_unit(Piece(text, 0))

    assert found is not None
    assert (found.unit.text, found.rest.text, found.inside) == (unit, text, True)


@pytest.mark.parametrize(
    "text",
    ["", "Gửi báo cáo về Phòng Nội vụ.", "Giáo dục truyền thống cho hội viên.", "Phòng Nội vụ",
     "Hội nghị được tổ chức trong một buổi.", "Mỗi xã 02 đại biểu."],
)  # fmt: skip
def test_sentence_without_a_unit_in_front_gives_nothing(text: str) -> None:
    assert given_unit(Piece(text, 0)) is None


PREFIXES = [
    ("Đối với các xã", "các xã"),
    ("Giao cho Phòng Nội vụ", "Phòng Nội vụ"),
    ("Đề nghị Công an", "Công an"),
    ("Trách nhiệm của Phòng Nội vụ", "Phòng Nội vụ"),
    ("Phòng Nội vụ", "Phòng Nội vụ"),
    ("Giáo viên chủ nhiệm", "Giáo viên chủ nhiệm"),
]


@pytest.mark.parametrize(("text", "bare"), PREFIXES)
def test_words_that_only_call_a_unit_are_taken_off(text: str, bare: str) -> None:
    assert without_prefix(Piece(text, 0)).text == bare


BRACKETS = [
    ("Lãnh đạo (02 đồng chí), hội viên (10 người)", ["02 đồng chí", "10 người"]),
    ("Hội (gồm cả (chi hội))", ["gồm cả (chi hội)"]),
    ("không có", []),
    ("đóng ) trước ( mở", []),
    ("()", [""]),
]


@pytest.mark.parametrize(("text", "inside"), BRACKETS)
def test_words_inside_the_outermost_brackets(text: str, inside: list[str]) -> None:
    assert [piece.text for piece in brackets(Piece(text, 0))] == inside


NAMES = st.sampled_from(
    ["Phòng Nội vụ", "các xã", "Hội Nông dân", "thị trấn", ", ", "; ", " và ", " - ", ": ", "(", ")", "Giao ",
     "chủ trì ", "có trách nhiệm ", "Đề nghị "]
)  # fmt: skip
SENTENCES = st.lists(NAMES, max_size=8).map("".join)


@given(SENTENCES, st.integers(0, 5))
def test_every_piece_stands_where_it_says(text: str, start: int) -> None:
    line = "x" * start + text
    whole = Piece(text, 0, start)
    assigned = [each for each in (leading_unit(whole), given_unit(whole)) if each]

    pieces = [*split_units(whole), *brackets(whole), *(part for each in assigned for part in (each.unit, each.rest))]

    assert [line[piece.start : piece.start + len(piece.text)] for piece in pieces] == [piece.text for piece in pieces]


@given(st.lists(st.sampled_from(["Phòng Nội vụ", "Hội Nông dân", "Công an huyện"]), min_size=1, max_size=5))
def test_units_between_semicolons_come_back_one_by_one(units: list[str]) -> None:
    assert [piece.text for piece in split_units(Piece("; ".join(units), 0))] == units
