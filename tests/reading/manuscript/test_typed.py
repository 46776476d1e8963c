"""Text that was typed or pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.manuscript.typed import manuscript_of, pieces_of
from tongket.reading.manuscript.values import Cell, Manuscript, Nature, Paragraph, Piece, Role, Table

LONG = "Hội Nông dân thành phố đã vận động hội viên đăng ký thi đua, giúp nhau vốn và giống cây trồng"


def texts(text: str) -> list[str]:
    return [block.text for block in manuscript_of(text).blocks]


def shapes(text: str) -> list[tuple[str, int, str, str]]:
    blocks = [block for block in manuscript_of(text).blocks if isinstance(block, Paragraph)]
    return [(each.role.value, each.level, each.mark, "".join(piece.text for piece in each.pieces)) for each in blocks]


def said(text: str) -> Paragraph:
    return Paragraph((Piece(text),))


def test_plain_words_come_through_unchanged() -> None:
    text = "Kính thưa Hội nghị!\n\nNăm 2023 (từ 01/01) thu 312.500.000 đồng; 5 * 3 = 15, tệp_tên, #1 và C:\\bai."

    assert manuscript_of(text) == Manuscript(Nature.TEXT, (said("Kính thưa Hội nghị!"), said(text.split("\n\n")[1])))


@pytest.mark.parametrize("text", ["", " \n\t\n", "\f\f"])
def test_nothing_is_nothing(text: str) -> None:
    assert manuscript_of(text).blocks == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Một\n\nHai\n \nBa", ["Một", "Hai", "Ba"]),
        ("Một\r\nHai\rBa\u2028Bốn", ["Một", "Hai", "Ba", "Bốn"]),
        ("Kính thưa Hội nghị!\nTôi xin trình bày.", ["Kính thưa Hội nghị!", "Tôi xin trình bày."]),
        (f"{LONG}.\n{LONG}.", [f"{LONG}.", f"{LONG}."]),
        (f"{LONG},\nvà nhiều việc khác.", [f"{LONG}, và nhiều việc khác."]),
        ("Gồm:\n- giống\n- vốn", ["Gồm:", "- giống", "- vốn"]),
        ("Ngày 20 tháng 10\nnăm 2024", ["Ngày 20 tháng 10 năm 2024"]),
        ("Đoạn một.\n    Thụt vào.", ["Đoạn một.", "Thụt vào."]),
    ],
)
def test_where_paragraphs_end(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_lines_broken_throughout_are_joined() -> None:
    wrapped = (
        "Trong năm 2023, Hội Phụ nữ phường Tân Thạnh đã vận\n"
        "động 215 hộ tham gia mô hình, trong đó có 38 hộ là\n"
        "Hội viên mới. Cách làm là chọn tổ dân phố làm điểm\n"
        "rồi nhân rộng ra toàn phường, mỗi quý một lần sơ\n"
        "kết để rút kinh nghiệm cho quý sau.\n"
        "\n"
        "Kết quả là 12 tổ đạt chuẩn.\n"
    )

    assert texts(wrapped) == [
        " ".join(wrapped.split("\n\n")[0].split("\n")),
        "Kết quả là 12 tổ đạt chuẩn.",
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("# Kết quả", ("heading", 1, "", "Kết quả")),
        ("### Thuận lợi ###", ("heading", 3, "", "Thuận lợi")),
        ("#thẻ", ("text", 0, "", "#thẻ")),
        ("- giống lúa", ("item", 0, "-", "giống lúa")),
        ("+ vốn", ("item", 0, "+", "vốn")),
        ("1. Một là", ("item", 0, "1.", "Một là")),
        ("1.2. Hai là", ("item", 0, "1.2.", "Hai là")),
        ("12) Mười hai", ("item", 0, "12)", "Mười hai")),
        ("a) Điểm a", ("item", 0, "a)", "Điểm a")),
        ("(đ) Điểm đ", ("item", 0, "(đ)", "Điểm đ")),
        ("2024. Một năm", ("text", 0, "", "2024. Một năm")),
        ("-10 độ", ("text", 0, "", "-10 độ")),
        ("I. ĐẶC ĐIỂM", ("text", 0, "", "I. ĐẶC ĐIỂM")),
        ("A. Phần một", ("text", 0, "", "A. Phần một")),
        ("20/10/2024 là hạn", ("text", 0, "", "20/10/2024 là hạn")),
    ],
)
def test_headings_and_items(text: str, shape: tuple[str, int, str, str]) -> None:
    assert shapes(text) == [shape]


def test_items_stand_deeper_where_set_in() -> None:
    text = "- một\n  + hai\n    a) ba\n  + bốn\n- năm\n\nXong.\n  - lại từ đầu"

    assert [(level, mark) for _role, level, mark, _text in shapes(text)] == [
        (0, "-"),
        (1, "+"),
        (2, "a)"),
        (1, "+"),
        (0, "-"),
        (0, ""),
        (0, "-"),
    ]


def test_an_item_goes_on_in_small_letters() -> None:
    assert texts("- chọn tổ làm điểm,\n  rồi nhân rộng\n- sơ kết") == ["- chọn tổ làm điểm, rồi nhân rộng", "- sơ kết"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("**412** hộ", (Piece("412", bold=True), Piece(" hộ"))),
        ("*nghiêng* _nữa_", (Piece("nghiêng", italic=True), Piece(" "), Piece("nữa", italic=True))),
        ("***cả hai***", (Piece("cả hai", bold=True, italic=True),)),
        ("**đậm *và nghiêng***", (Piece("**đậm *và nghiêng***"),)),
        ("5 * 3 * 2", (Piece("5 * 3 * 2"),)),
        ("tệp_tên_dài và (*)", (Piece("tệp_tên_dài và (*)"),)),
        (r"\*không nghiêng\*", (Piece("*không nghiêng*"),)),
        ("", (Piece(""),)),
        ("a\u00a0b\u200bc", (Piece("a bc"),)),
    ],
)
def test_bold_and_italics(text: str, pieces: tuple[Piece, ...]) -> None:
    assert pieces_of(text) == pieces


def test_a_table_of_bars() -> None:
    text = "Kết quả:\n\n| TT | Nghề | Số |\n|---|:--|--:|\n| 1 | May | **45** |\n| 2 | Nấu ăn\n| 3 | a | b | c |\nHết."
    _before, table, after = manuscript_of(text).blocks

    assert table == Table(
        (
            (Cell((said("TT"),)), Cell((said("Nghề"),)), Cell((said("Số"),))),
            (Cell((said("1"),)), Cell((said("May"),)), Cell((Paragraph((Piece("45", bold=True),)),))),
            (Cell((said("2"),)), Cell((said("Nấu ăn"),)), Cell((said(""),))),
            (Cell((said("3"),)), Cell((said("a"),)), Cell((said("b | c"),))),
        ),
        heading_rows=1,
    )
    assert after == said("Hết.")


@pytest.mark.parametrize("text", ["a | b\nc | d", "| a | b |\n|---|\n", "| a |\n\n|---|", "a\n---"])
def test_bars_without_a_frame_are_words(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in manuscript_of(text).blocks)


def test_a_form_feed_begins_a_page_and_page_numbers_go() -> None:
    blocks = list(manuscript_of("Một.\n- 1 -\n\fHai.\nTrang 2\n\f3\nBa.").blocks)

    assert [(block.text, isinstance(block, Paragraph) and block.breaks_before) for block in blocks] == [
        ("Một.", False),
        ("Hai.", True),
        ("Ba.", True),
    ]


def test_an_item_keeps_its_role() -> None:
    assert manuscript_of("- một").blocks == (Paragraph((Piece("một"),), Role.ITEM, 0, "-"),)


@given(st.lists(st.text(st.characters(categories=["L", "N", "Po", "Zs"], exclude_characters="#*_|\\"), max_size=30)))
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = [letter for letter in manuscript_of(text).text if letter.isalnum() and letter.isascii()]

    assert kept == [letter for letter in text if letter.isalnum() and letter.isascii()]
