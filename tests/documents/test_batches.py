"""Orders of print, parts, file names: values only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.documents.batches import (
    download_stem,
    file_name,
    file_stem,
    missing_values,
    parts_of,
    print_order,
    sheets_of,
)


@pytest.mark.parametrize(
    ("copies", "per_sheet", "is_stacked", "order"),
    [
        (3, 1, False, [0, 1, 2]),
        (3, 2, False, [0, 1, 2, None]),
        (5, 2, True, [0, 3, 1, 4, 2, None]),
        (5, 4, True, [0, 2, 4, None, 1, 3, None, None]),
        (4, 4, True, [0, 1, 2, 3]),
        (0, 2, True, []),
    ],
)
def test_copies_stand_in_print_order(copies: int, per_sheet: int, order: list[int | None], *, is_stacked: bool) -> None:
    assert print_order(copies, per_sheet, is_stacked=is_stacked) == order


@given(st.integers(0, 500), st.sampled_from([1, 2, 4]))
def test_cut_pile_is_in_order(copies: int, per_sheet: int) -> None:
    order = print_order(copies, per_sheet, is_stacked=True)

    piles = [order[place::per_sheet] for place in range(per_sheet)]

    assert [copy for pile in piles for copy in pile if copy is not None] == list(range(copies))
    assert len(order) == sheets_of(copies, per_sheet) * per_sheet


@given(st.integers(0, 1000), st.integers(1, 200))
def test_parts_cover_every_place_once(places: int, size: int) -> None:
    covered = [place for first, count in parts_of(places, size) for place in range(first, first + count)]

    assert covered == list(range(places))


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("../../etc/passwd", "etc passwd"),
        ("a\\b:c*?", "a b c"),
        ("CON.pdf", "_CON.pdf"),
        ("...", "ban"),
        ("", "ban"),
        ("a" * 300, "a" * 100),
        ("x" * 99 + " . y", "x" * 99),
        ("tên\u0000có\nsố", "tên có số"),
    ],
)
def test_name_of_a_file_is_fit_for_any_system(name: str, stem: str) -> None:
    assert file_stem(name) == stem


def test_names_of_namesakes_differ() -> None:
    assert [file_name(place, 5000, "Lê B") for place in (0, 4999)] == ["0001 Lê B.pdf", "5000 Lê B.pdf"]


@pytest.mark.parametrize(
    ("given", "stem"),
    [
        (("GIẤY MỜI", "12", "bản in đợt 1", "Dự hội nghị"), "Giấy mời 12 - bản in đợt 1 - dự hội nghị"),
        (("GIẤY MỜI", "", "bản xem thử", "Dự"), "Giấy mời chưa có số - bản xem thử - dự"),
        (("", "212", "từng bản đợt 2", "chuẩn bị tham luận"), "Công văn 212 - từng bản đợt 2 - chuẩn bị tham luận"),
        (("GIẤY MỜI", "12", "", "«nội dung mời» hội nghị: “a/b”?"), "Giấy mời 12 - nội dung mời hội nghị “a b”"),
        (("GIẤY KHEN", "03", "bản in đợt 1", ""), "Giấy khen 03 - bản in đợt 1"),
    ],
)
def test_download_is_named_as_people_look_for_it(given: tuple[str, str, str, str], stem: str) -> None:
    type_name, number, part, subject = given

    assert download_stem(type_name, number, subject, part=part) == stem


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=40))
def test_download_has_a_name_that_every_system_takes(type_name: str, subject: str, part: str) -> None:
    stem = download_stem(type_name, "12", subject, part=part)

    assert 0 < len(stem) <= 80
    assert file_stem(stem) == stem


def test_long_subject_of_a_download_is_cut_between_words() -> None:
    subject = "tổng kết phong trào thi đua đoàn kết sáng tạo, nâng cao năng suất, chất lượng"

    stem = download_stem("KẾ HOẠCH", "305", subject)

    assert stem == "Kế hoạch 305 - tổng kết phong trào thi đua đoàn kết sáng tạo, nâng cao năng suất"


def test_quotation_that_is_cut_leaves_no_sign_behind() -> None:
    subject = "Dự hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"

    stem = download_stem("GIẤY MỜI", "12", subject, part="từng bản đợt 1")

    assert stem == "Giấy mời 12 - từng bản đợt 1 - dự hội nghị tổng kết Phong trào thi đua Đoàn kết"


def test_missing_values_are_named_in_order() -> None:
    assert missing_values(["a", "b", "c"], {"b": "x", "c": " "}) == ("a", "c")
