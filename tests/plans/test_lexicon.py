"""What headings speak of, and which words open the name of a body."""

import pytest

from tongket.plans.lexicon import ORDER, Subject, is_unit, subjects_of
from tongket.plans.wording import spoken

SUBJECTS = [
    ("MỤC ĐÍCH, YÊU CẦU", {Subject.PURPOSE}),
    ("Mục tiêu", {Subject.PURPOSE}),
    ("CĂN CỨ", {Subject.BASIS}),
    ("Thành phần tham dự", {Subject.PARTICIPANTS}),
    ("Đại biểu và khách mời", {Subject.PARTICIPANTS}),
    ("THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN", {Subject.TIME, Subject.VENUE, Subject.PARTICIPANTS}),
    ("Thời gian nộp báo cáo", {Subject.DEADLINES}),
    ("Thời hạn gửi tham luận", {Subject.DEADLINES}),
    ("NỘI DUNG", {Subject.CONTENT}),
    ("Nội dung và hình thức", {Subject.CONTENT}),
    ("Nội dung tổng kết", {Subject.REVIEW}),
    ("Kết quả thực hiện phong trào", {Subject.REVIEW}),
    ("Nội dung tham luận", {Subject.PAPERS}),
    ("Khen thưởng", {Subject.AWARDS}),
    ("Cơ cấu giải thưởng", {Subject.AWARDS}),
    ("Giới thiệu các mô hình điển hình", {Subject.NOMINATION}),
    ("Trưng bày sản phẩm", {Subject.EXHIBITS}),
    ("TỔ CHỨC THỰC HIỆN", {Subject.TASKS}),
    ("Phân công nhiệm vụ", {Subject.TASKS}),
    ("NHIỆM VỤ", {Subject.TASKS}),
    ("KINH PHÍ", {Subject.BUDGET}),
    ("Kinh phí tổ chức thực hiện", {Subject.BUDGET}),
    ("GIẢI PHÁP CHUNG", set()),
    ("", set()),
]


@pytest.mark.parametrize(("heading", "subjects"), SUBJECTS)
def test_heading_announces_its_subjects(heading: str, subjects: set[Subject]) -> None:
    assert subjects_of(heading) == subjects


def test_heading_says_the_same_in_capitals_and_small_letters() -> None:
    headings = [heading for heading, _ in SUBJECTS]

    assert list(map(subjects_of, headings)) == [subjects_of(heading.upper()) for heading in headings]


UNITS = [
    "Phòng Nội vụ",
    "UBND các xã, thị trấn",
    "Ủy ban nhân dân huyện",
    "Uỷ ban nhân dân huyện",
    "Các phòng, ban",
    "Đề nghị Hội Nông dân",
    "Tất cả các chi hội",
    "Đồng chí Nguyễn Văn An",
    "Ban Tổ chức",
    "Tổ chức Đoàn xã",
    "Trường THPT Lê Quý Đôn",
    "Bộ phận Văn phòng",
    "  Công an huyện",
]
NO_UNITS = [
    "",
    "Báo cáo tổng kết",
    "Tổ chức hội nghị",
    "Hội nghị tổng kết",
    "Hội trường tầng 3",
    "Hội viên tiêu biểu",
    "Chủ trì hội nghị",
    "Giáo dục truyền thống",
    "Thời gian",
    "Cơ sở vật chất",
    "Bản báo cáo",
    "Phòngx Nội vụ",
    "Phòng " + "x" * 220,
]


@pytest.mark.parametrize("text", UNITS)
def test_name_of_a_body_is_a_unit(text: str) -> None:
    assert is_unit(text) is True


@pytest.mark.parametrize("text", NO_UNITS)
def test_other_words_are_no_unit(text: str) -> None:
    assert is_unit(text) is False


ORDERS = ["Chủ trì, phối hợp", "Gửi báo cáo", "Tổ chức hội nghị", "Viết báo cáo", "Cử đại biểu", "Tuỳ tình hình"]
NO_ORDERS = ["Tổ chức Đảng", "Tổ chức Đoàn", "Việt Nam", "Cư dân", "Thời gian"]


@pytest.mark.parametrize("text", ORDERS)
def test_sentence_that_begins_with_a_verb_gives_an_order(text: str) -> None:
    assert ORDER.match(spoken(text)) is not None


@pytest.mark.parametrize("text", NO_ORDERS)
def test_name_that_sounds_like_a_verb_gives_no_order(text: str) -> None:
    assert ORDER.match(spoken(text)) is None
