"""Printed lines become paragraphs again, and no word is lost on the way."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongket.plans.paragraphs import mend
from tongket.reading.document import Cell, Document, Line, Mending, Source

LONG = "Đánh giá kết quả thực hiện phong trào thi đua của các cơ quan, đơn vị trên địa bàn"


def document(*lines: Line | str, wrapped: bool = False, mendings: tuple[Mending, ...] = ()) -> Document:
    """A document of the lines, those given as bare text plain ones."""
    made = tuple(line if isinstance(line, Line) else Line(line) for line in lines)
    return Document(Source.TEXT, made, hard_wrapped=wrapped, mendings=mendings)


def texts(*lines: Line | str, wrapped: bool = False) -> list[str]:
    return [line.text for line in mend(document(*lines, wrapped=wrapped)).lines]


WHOLE = [
    ["I. MỤC ĐÍCH", "- Đánh giá kết quả.", "- Rút kinh nghiệm."],
    [LONG + ".", "các đơn vị thực hiện."],
    [LONG, "Các đơn vị thực hiện."],
    [LONG, "a) huyện"],
    ["Thành phần gồm", "lãnh đạo huyện"],
    ["UBND HUYỆN BÌNH SƠN", "PHÒNG NỘI VỤ"],
    ["KẾ HOẠCH", "tổ chức hội nghị tổng kết"],
    ["Nơi nhận:", "các xã"],
    [],
]


@pytest.mark.parametrize("lines", WHOLE)
def test_lines_that_end_something_stay_apart(lines: list[str]) -> None:
    assert texts(*lines) == lines


JOINED = [
    ([LONG, "huyện trong năm 2025."], [f"{LONG} huyện trong năm 2025."]),
    ([f"{LONG} trước ngày", "20/11/2025 về Phòng Nội vụ."], [f"{LONG} trước ngày 20/11/2025 về Phòng Nội vụ."]),
    ([f"{LONG},", "Phòng Nội vụ chủ trì."], [f"{LONG}, Phòng Nội vụ chủ trì."]),
    (["- Phong trào “Dân vận", "Khéo” năm 2025."], ["- Phong trào “Dân vận Khéo” năm 2025."]),
    (["- Khách mời (Lãnh đạo", "Tỉnh, huyện)."], ["- Khách mời (Lãnh đạo Tỉnh, huyện)."]),
    (["b) Gửi (qua địa chỉ e-mail:", "a@b.vn)."], ["b) Gửi (qua địa chỉ e-mail: a@b.vn)."]),
    (["Phần thứ nhất", "MỤC ĐÍCH"], ["Phần thứ nhất MỤC ĐÍCH"]),
    ([f"{LONG} theo Hướng dẫn", "số 1/HD-BTT ngày 2/5/2025."], [f"{LONG} theo Hướng dẫn số 1/HD-BTT ngày 2/5/2025."]),
    ([f"{LONG} giai đoạn 2020", "- 2025; Kế hoạch"], [f"{LONG} giai đoạn 2020 - 2025; Kế hoạch"]),
]


@pytest.mark.parametrize(("lines", "paragraphs"), JOINED)
def test_sentence_that_was_cut_is_one_paragraph(lines: list[str], paragraphs: list[str]) -> None:
    assert texts(*lines) == paragraphs


def test_printed_lines_of_a_page_are_joined() -> None:
    printed = [
        "1. Phòng Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên quan chuẩn",
        "bị nội dung, chương trình và các điều kiện phục vụ hội nghị tổng kết phong",
        "trào thi đua.",
        "2. Văn phòng bố trí hội trường.",
    ]

    assert texts(*printed, wrapped=True) == [" ".join(printed[:3]), printed[3]]


def test_dash_between_two_words_of_a_printed_sentence_is_no_bullet() -> None:
    printed = ["Đại diện lãnh đạo các cơ quan, ban, ngành và các tổ chức chính trị", "- xã hội của huyện."]

    assert texts(*printed, wrapped=True) == [" ".join(printed)]


def test_number_of_a_document_broken_at_its_sign_is_whole_again() -> None:
    printed = ["Thực hiện Chương trình phối hợp của Ban Chấp hành Trung ương Đoàn số 393-CTr/", "TWĐTN ngày 10/"]

    assert texts(*printed, "10/2024 về phong trào.", wrapped=True) == [
        f"{printed[0]}{printed[1]}10/2024 về phong trào."
    ]


def test_word_broken_at_its_hyphen_is_whole_again() -> None:
    printed = ["Gửi báo cáo tổng kết về Phòng Nội vụ huyện để tổng hợp (qua địa chỉ e-", "mail: a@b.vn)."]

    assert texts(*printed, wrapped=True) == [f"{printed[0]}{printed[1]}"]


def test_line_that_ends_in_a_word_that_ends_nothing_goes_on_though_it_had_room() -> None:
    printed = ["Căn cứ Hướng dẫn số 100/HD-MTTQ-BTT ngày 27 tháng 12 năm 2022 của", "Ban Thường trực tỉnh;"]

    assert texts(*printed, "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Quảng Long ban hành Kế hoạch tổ chức:") != printed


def test_line_at_the_margin_goes_on_where_paragraphs_begin_further_in() -> None:
    """Justified lines hold fewer letters than others, so that room for a word is no sign there."""
    lines = [
        Line("Căn cứ Hướng dẫn số 100/HD-MTTQ-BTT ngày 27/02/2025 của Ban", indent=28),
        Line("Thường trực Ủy ban MTTQ Việt Nam tỉnh về tổng kết phong trào thi đua năm 2025,"),
        Line("trong đó nêu rõ:"),
        Line("I. MỤC ĐÍCH", indent=28),
    ]

    assert texts(*lines, wrapped=True) == [" ".join(line.text for line in lines[:3]), "I. MỤC ĐÍCH"]


def test_table_with_long_cells_hides_no_wraps() -> None:
    printed = [
        "Đánh giá kết quả của các cơ quan, đơn",
        "vị trên địa bàn huyện trong việc thực",
        "hiện phong trào thi đua, qua đó rút",
    ]
    cell = Line(LONG * 2, cell=Cell(0, 0, 0))

    assert texts(*printed, "ra bài học của Ban Chỉ đạo phong trào", "Toàn dân.", cell) == [
        f"{' '.join(printed)} ra bài học của Ban Chỉ đạo phong trào Toàn dân.",
        cell.text,
    ]


def test_heading_in_capitals_goes_on_over_a_full_line() -> None:
    heading = ["II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM VÀ THÀNH PHẦN THAM DỰ HỘI NGHỊ TỔNG KẾT", "PHONG TRÀO"]

    assert texts(*heading, wrapped=True) == [" ".join(heading)]


def test_empty_line_parts_printed_paragraphs() -> None:
    lines = [
        Line("Hội nghị được tổ chức trong một buổi tại hội trường lớn của huyện"),
        Line("Khai mạc lúc 8 giờ", gap=True),
    ]

    assert texts(*lines, wrapped=True) == [line.text for line in lines]


def test_words_of_different_cells_are_never_joined() -> None:
    cells = [Line(LONG, cell=Cell(0, 0, 0)), Line("phòng nội vụ", cell=Cell(0, 0, 1))]

    assert texts(*cells) == [LONG, "phòng nội vụ"]


def test_lines_of_one_cell_are_joined_while_the_sentence_runs_on() -> None:
    cell = Cell(0, 0, 0)

    assert texts(Line("Viết báo cáo", cell=cell), Line("tổng kết", cell=cell), Line("In tài liệu", cell=cell)) == [
        "Viết báo cáo tổng kết",
        "In tài liệu",
    ]


NUMBERS = [
    ([LONG, "- 2 -", "huyện."], [f"{LONG} huyện."], "- 2 -"),
    ([LONG, "2", "huyện."], [f"{LONG} huyện."], "2"),
    (["Một.", "Trang 2/5", "Hai."], ["Một.", "Hai."], "Trang 2/5"),
    ([Line("Một.", page=1), Line("2", page=1), Line("Hai.", page=2)], ["Một.", "Hai."], "2"),
]


@pytest.mark.parametrize(("lines", "paragraphs", "number"), NUMBERS)
def test_page_number_is_dropped_and_noted(lines: list[Line | str], paragraphs: list[str], number: str) -> None:
    mended = mend(document(*lines))

    assert [line.text for line in mended.lines] == paragraphs
    assert [mending.before for mending in mended.mendings if mending.code == "page-number"] == [number]


@pytest.mark.parametrize("lines", [["Một.", "2", "Hai."], ["2", "Hai."]])
def test_number_that_cuts_no_sentence_is_kept(lines: list[str]) -> None:
    assert texts(*lines) == lines


def test_join_is_noted_with_the_paragraph_and_the_words_it_took() -> None:
    mended = mend(document("I. MỤC ĐÍCH", LONG, "huyện."))

    assert mended.mendings == (Mending("page-cut", 1, "huyện."),)


def test_earlier_repairs_count_the_paragraphs_now() -> None:
    earlier = (Mending("space", 0, "KẾ"), Mending("nfc", 3, "x"), Mending("horn", 9, "y"))

    mended = mend(document("KẾ HOẠCH", LONG, "huyện.", "Hai.", mendings=earlier))

    assert mended.mendings[:3] == (Mending("space", 0, "KẾ"), Mending("nfc", 2, "x"), Mending("horn", 0, "y"))


def test_emphasis_and_white_space_are_taken_off() -> None:
    assert texts("**I. MỤC   ĐÍCH**", "K Ế  H O Ạ C H", "* Ghi chú *một*") == [
        "I. MỤC ĐÍCH",
        "KẾ HOẠCH",
        "* Ghi chú một",
    ]


WORDS = st.sampled_from(
    ["KẾ HOẠCH", "I. MỤC ĐÍCH", "- Đánh giá", "huyện", LONG, "TT   Nội dung   Đơn vị", "1   Viết   Tổ", "2", "- 3 -",
     "Nơi nhận:   TM. ỦY BAN", "| a | b |", "ngày", "“Dân vận", "khéo”.", "Phần thứ nhất"]
)  # fmt: skip
LINES = st.lists(st.builds(Line, WORDS, gap=st.booleans(), indent=st.sampled_from([0.0, 36.0, 240.0])), max_size=14)


def words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.replace("|", " ").split())


@settings(deadline=None)
@given(LINES, st.booleans())
def test_no_word_is_lost(lines: list[Line], wrapped: bool) -> None:  # noqa: FBT001
    mended = mend(document(*lines, wrapped=wrapped))

    dropped = [mending.before for mending in mended.mendings if mending.code == "page-number"]
    assert words([line.text for line in mended.lines] + dropped) == words([line.text for line in lines])


@settings(deadline=None)
@given(LINES, st.booleans())
def test_every_repair_points_at_a_paragraph(lines: list[Line], wrapped: bool) -> None:  # noqa: FBT001
    mended = mend(document(*lines, wrapped=wrapped))

    assert [mending for mending in mended.mendings if not 0 <= mending.line < max(1, len(mended.lines))] == []
