"""Where the parts of a document begin, in documents of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.zones import Zones, closed_up, find_kind, kind_words, locate
from tongket.reading.document import Cell, Line

HEAD = ["UBND HUYỆN BÌNH SƠN", "PHÒNG NỘI VỤ", "Số: 45/KH-PNV", "Bình Sơn, ngày 05 tháng 11 năm 2025"]
TITLE = ["KẾ HOẠCH", "Tổ chức hội nghị tổng kết phong trào thi đua"]
OPENING = ["Căn cứ Luật Thi đua, khen thưởng;", "Phòng Nội vụ ban hành kế hoạch như sau:"]
BODY = ["I. MỤC ĐÍCH", "- Đánh giá phong trào.", "II. KINH PHÍ", "Từ ngân sách huyện."]
TAIL = ["Nơi nhận:", "- UBND huyện;", "- Lưu: VT.", "TRƯỞNG PHÒNG", "Trần Quốc Bảo"]
ANNEX = ["PHỤ LỤC", "Danh sách đại biểu"]


def lines(*parts: list[str]) -> list[Line]:
    return [Line(text) for part in parts for text in part]


def test_plan_has_all_its_parts() -> None:
    assert locate(lines(HEAD, TITLE, OPENING, BODY, TAIL, ANNEX)) == Zones(0, 4, 4, 6, 12, 17)


MISSING = [
    ((TITLE, OPENING, BODY, TAIL), Zones(0, 0, 0, 2, 8, 13)),
    ((HEAD, TITLE, BODY, TAIL), Zones(0, 4, 4, 6, 10, 15)),
    ((HEAD, TITLE, OPENING, BODY), Zones(0, 4, 4, 6, 12, 12)),
    ((HEAD, TITLE), Zones(0, 4, 4, 6, 6, 6)),
    ((["KẾ HOẠCH"],), Zones(0, 0, 0, 1, 1, 1)),
    ((), Zones(0, None, 0, 0, 0, 0)),
]


@pytest.mark.parametrize(("parts", "zones"), MISSING)
def test_part_that_is_missing_begins_where_the_next_one_does(parts: tuple[list[str], ...], zones: Zones) -> None:
    assert locate(lines(*parts)) == zones


def test_what_a_site_puts_before_the_letterhead_is_left_out() -> None:
    banner = ["Cổng thông tin điện tử của Ủy ban nhân dân huyện Bình Sơn đưa tin như mọi ngày"]

    assert locate(lines(banner, HEAD, TITLE, OPENING, BODY)).head == 1


def test_letter_has_a_subject_and_an_address_instead_of_a_type() -> None:
    letter = ["V/v tổng kết phong trào", "Kính gửi: Các phòng, ban", "Phòng Nội vụ đề nghị:", "1. Gửi báo cáo."]

    assert locate(lines(HEAD, letter)) == Zones(0, None, 4, 5, 8, 8)


def test_letter_may_have_an_address_only() -> None:
    assert locate(lines(HEAD, ["Kính gửi: Các phòng, ban", "Đề nghị gửi báo cáo."])) == Zones(0, None, 4, 4, 6, 6)


def test_article_begins_behind_its_letterhead_if_it_has_one() -> None:
    article = ["Hội nghị tổng kết được tổ chức sáng nay.", "Nhiều đại biểu tham dự."]

    assert locate(lines(article)) == Zones(0, None, 0, 0, 2, 2)
    assert locate(lines(HEAD, article)) == Zones(0, None, 4, 4, 6, 6)


TAILS = [
    "Nơi nhận:",
    "Nơi gửi: - Các thôn;",
    "TM. ỦY BAN NHÂN DÂN",
    "T/M BAN CHẤP HÀNH",
    "KT. TRƯỞNG PHÒNG",
    "TUQ. CHỦ TỊCH",
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Q. GIÁM ĐỐC",
    "HIỆU TRƯỞNG",
    "NGƯỜI LẬP",
]


@pytest.mark.parametrize("first", TAILS)
def test_ending_begins_with_recipients_authority_or_post(first: str) -> None:
    assert locate(lines(HEAD, TITLE, OPENING, BODY, [first, "Trần Quốc Bảo"])).tail == 12


NO_TAILS = ["Chủ tịch Công đoàn chủ trì hội nghị.", "1. HIỆU TRƯỞNG CHỈ ĐẠO", "Hội trường Ủy ban", "TM là viết tắt."]


@pytest.mark.parametrize("last", NO_TAILS)
def test_sentence_about_a_post_begins_no_ending(last: str) -> None:
    assert locate(lines(HEAD, TITLE, OPENING, BODY, [last])).tail == 13


AFTER = [
    "PHỤ LỤC 1",
    "Mẫu số 01",
    "DANH SÁCH ĐẠI BIỂU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "BÁO CÁO",
    "Các tin khác",
    "Tải về",
]


@pytest.mark.parametrize("first", AFTER)
def test_annex_begins_with_its_name_or_a_second_letterhead(first: str) -> None:
    assert locate(lines(HEAD, TITLE, BODY, TAIL, [first, "Kèm theo kế hoạch"])).after == 15


KINDS = [
    ("KẾ HOẠCH", "KẾ HOẠCH"),
    ("KẾ HOẠCH TỔ CHỨC HỘI NGHỊ", "KẾ HOẠCH"),
    ("KẾ HOẠCH Tổ chức hội nghị", "KẾ HOẠCH"),
    ("Kế hoạch", "Kế hoạch"),
    ("Kế hoạch:", "Kế hoạch"),
    ("DỰ THẢO KẾ HOẠCH", "KẾ HOẠCH"),
    ("GIẤY MỜI", "GIẤY MỜI"),
    ("Kế hoạch này được gửi đến các đơn vị", None),
    ("KẾ HOẠCHX", None),
    ("Căn cứ KẾ HOẠCH", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "words"), KINDS)
def test_type_stands_in_capitals_or_alone(text: str, words: str | None) -> None:
    found = kind_words(text)

    assert (found and text[found.start(1) : found.end(1)]) == words


CLOSED = [
    ("K Ế H O Ạ C H", "KẾ HOẠCH"),
    ("T H Ô N G B Á O", "THÔNG BÁO"),
    ("k ế h o ạ c h", "KẾ HOẠCH"),
    ("KẾ HOẠCH", "KẾ HOẠCH"),
    ("H Ộ I N G H Ị", "H Ộ I N G H Ị"),
    ("a b c", "a b c"),
]


@pytest.mark.parametrize(("text", "closed"), CLOSED)
def test_spread_letters_are_closed_up_when_they_name_a_type(text: str, closed: str) -> None:
    assert closed_up(text) == closed


FOUND = [
    (["KẾ HOẠCH"], 0),
    ([*HEAD, "KẾ HOẠCH", "Tổng kết"], 4),
    (["Kế hoạch", "Tin mới", *HEAD, "KẾ HOẠCH"], 6),
    (["THÔNG BÁO", "KẾ HOẠCH", "I. MỤC ĐÍCH", "BÁO CÁO"], 1),
    (["Hội nghị tổng kết", "I. MỤC ĐÍCH", "- KẾ HOẠCH"], None),
    (["x"] * 80 + ["KẾ HOẠCH"], None),
    ([], None),
]


@pytest.mark.parametrize(("texts", "place"), FOUND)
def test_type_is_found_under_the_letterhead_or_before_the_first_heading(texts: list[str], place: int | None) -> None:
    assert find_kind(lines(texts)) == place


PARTS = st.sampled_from([*HEAD, *TITLE, *OPENING, *BODY, *TAIL, *ANNEX, "Kính gửi: Các xã", "V/v tổng kết", "-----"])
CELLS = st.none() | st.builds(Cell, st.just(0), st.integers(0, 1), st.integers(0, 1))


@given(st.lists(st.builds(Line, PARTS, cell=CELLS), max_size=25))
def test_parts_follow_each_other_in_any_document(document: list[Line]) -> None:
    zones = locate(document)

    places = [zones.head, zones.title, zones.opening, zones.tail, zones.after, len(document)]
    assert places == sorted(places)
    assert zones.kind in {None, zones.title}
