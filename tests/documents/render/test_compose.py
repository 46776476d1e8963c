from dataclasses import replace
from datetime import date

import pytest

from tests.documents.shapes import FRONT, bare, letter, letter_to_thirteen, minutes, plan
from tongket.documents.render.columns import column_widths
from tongket.documents.render.compose import compose, title_of
from tongket.documents.render.compose_body import body_pieces, ended_bases
from tongket.documents.render.compose_foot import foot_pieces
from tongket.documents.render.compose_head import date_words, ended, number_line, subject_lines
from tongket.documents.render.flow import LINE_END, Columns, Gap, Grid, Line, Rule, composed, cut, plainly
from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import layout_of
from tongket.documents.render.line_ends import with_ends
from tongket.documents.render.styles import styles_of
from tongket.documents.render.values import (
    Align,
    Basis,
    Cell,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Profile,
    Run,
    Table,
    plain,
    text,
)

LAYOUT = layout_of(Profile.FRONT)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("5", "Số: 05/MTTQ-BTT"),
        ("12", "Số: 12/MTTQ-BTT"),
        ("5a", "Số: 5a/MTTQ-BTT"),
        ("", f"Số: {chr(160) * 8}/MTTQ-BTT"),
    ],
)
def test_number_below_ten_gets_a_zero_and_an_empty_one_its_room(number: str, line: str) -> None:
    assert number_line(replace(letter(), number=number), LAYOUT) == line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (date(2024, 3, 10), "ngày 10 tháng 3 năm 2024"),
        (date(2024, 10, 14), "ngày 14 tháng 10 năm 2024"),
        (None, "ngày … tháng … năm …"),
    ],
)
def test_day_is_padded_where_a_digit_could_be_added(day: date | None, words: str) -> None:
    assert date_words(day) == words


def test_lines_of_a_list_end_as_the_form_says() -> None:
    form = LAYOUT.foot.recipients

    assert ended(("Như trên", "Sở Nội vụ;", "Lưu: VT, PT."), form) == ["Như trên;", "Sở Nội vụ;", "Lưu: VT, PT."]


def test_grounds_end_in_semicolons_and_the_last_of_a_run_in_a_full_stop() -> None:
    blocks = (
        Basis(text("Căn cứ A.")),
        Basis((Run("Căn cứ "), Run("B, ", bold=True))),
        Paragraph(text("x")),
        Basis(text("Căn cứ C;")),
    )

    assert [plain(each.runs) for each in ended_bases(blocks, LAYOUT) if isinstance(each, Basis)] == [
        "Căn cứ A;",
        "Căn cứ B.",
        "Căn cứ C.",
    ]


def test_title_of_the_file_is_never_empty() -> None:
    assert title_of(replace(letter(), title="Thư\nmời")) == "Thư mời"
    assert title_of(plan()).startswith("KẾ HOẠCH Tổ chức hội nghị")
    assert title_of(bare()) == "VP"
    assert title_of(replace(bare(), symbol=" ")) == "Văn bản"


def test_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    columns = compose(letter()).sheets[0].pieces[0]

    assert isinstance(columns, Columns)
    rule = columns.rows[0][1][-1]
    assert isinstance(rule, Rule)
    assert rule.width_mm == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True))


def test_rule_under_a_long_subject_is_a_share_of_its_longest_line() -> None:
    subject = "Tổ chức hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo” trên địa bàn thành phố"
    pieces = compose(replace(plan(), subject=subject)).sheets[0].pieces
    place = next(place for place, piece in enumerate(pieces) if isinstance(piece, Line) and piece.style == "subject")

    line, rule = pieces[place : place + 2]

    first, second = "Tổ chức hội nghị tổng kết Phong trào thi đua", "“Đoàn kết sáng tạo” trên địa bàn thành phố"
    assert isinstance(line, Line)
    assert isinstance(rule, Rule)
    assert line.runs == (Run(first), LINE_END, Run(second))
    assert rule.width_mm == pytest.approx(0.4 * max(width_mm(words, 14, bold=True) for words in (first, second)))


def test_line_break_of_a_person_stays_and_each_part_is_balanced() -> None:
    dress, words = LAYOUT.title.letter_subject, "V/v xác nhận\nđại biểu dự hội nghị tổng kết phong trào thi đua"

    assert [[run.text for run in line] for line in subject_lines(words, dress, 65)] == [
        ["V/v xác nhận"],
        ["đại biểu dự hội nghị tổng", "\n", "kết phong trào thi đua"],
    ]


def test_last_paragraph_goes_with_the_signature() -> None:
    pieces = compose(letter()).sheets[0].pieces

    last, gap, foot = pieces[-3:]
    assert isinstance(last, Line)
    assert (last.keeps_next, gap, type(foot)) == (True, Gap(12, keeps_next=True), Columns)


def test_short_last_paragraph_takes_the_one_before_it_along() -> None:
    long, short = "Kính đề nghị các cơ quan, đơn vị quan tâm thực hiện. " * 3, "Trân trọng./."

    def held(*paragraphs: str) -> list[bool | None]:
        body = tuple(Paragraph(text(words)) for words in paragraphs)
        pieces = compose(replace(letter(), body=body)).sheets[0].pieces
        return [piece.keeps_next for piece in pieces if isinstance(piece, Line) and piece.style == "body"]

    assert held("Một.", long, short) == [None, True, True]
    assert held(short, short, short) == [None, True, True]
    assert held(short, short, long) == [None, None, True]
    assert held(short) == [True]


def test_head_of_recipients_never_stands_alone_below_two_signatures() -> None:
    def held(count: int) -> list[bool | None]:
        names = tuple(f"Đơn vị {number}" for number in range(count))
        pieces = foot_pieces(replace(minutes(), recipients=names), LAYOUT)
        return [piece.keeps_next for piece in pieces if isinstance(piece, Line)]

    assert held(2) == [True, True, None]
    assert held(13) == [True, True, *[None] * 9, True, True, None]


def test_document_without_signature_holds_nothing() -> None:
    last = compose(bare()).sheets[0].pieces[-1]

    assert isinstance(last, Line)
    assert last.keeps_next is None


def test_signatures_share_the_line_and_recipients_stand_below() -> None:
    pieces = foot_pieces(replace(minutes(), recipients=("Lưu: VT",)), LAYOUT)

    assert [type(each) for each in pieces] == [Gap, Columns, Gap, Line, Line]
    columns = pieces[1]
    assert isinstance(columns, Columns)
    assert columns.widths_mm == (82.5, 82.5)


def test_recipients_without_signature_and_signature_without_recipients() -> None:
    document = replace(bare(), recipients=("Lưu: VT",))

    assert [type(each) for each in foot_pieces(document, LAYOUT)] == [Gap, Columns]
    assert [type(each) for each in foot_pieces(replace(letter(), recipients=()), LAYOUT)] == [Gap, Columns]
    assert foot_pieces(bare(), LAYOUT) == []


def test_addressees_are_not_listed_where_there_is_one() -> None:
    one, many = (
        [
            plain(piece.runs)
            for piece in compose(made).sheets[0].pieces
            if isinstance(piece, Line) and piece.style == "addressee"
        ]
        for made in (letter(), letter_to_thirteen())
    )

    assert (len(one), len(many)) == (1, 14)


def test_line_breaks_of_the_body_are_lines_of_one_paragraph() -> None:
    pieces = body_pieces(
        (Paragraph(text("a\nb")), Item("-", text("c\nd")), Heading(text("e"), 2), PageBreak()), LAYOUT, 165
    )

    assert [(each.style, plain(each.runs), each.after_pt) for each in pieces if isinstance(each, Line)] == [
        ("body", "a", 0),
        ("body", "b", None),
        ("item", "- c", 0),
        ("item", "d", None),
        ("heading2", "e", None),
    ]
    assert pieces[-1] == Gap(1, breaks=True)


def test_centred_paragraph_is_not_set_in() -> None:
    (line,) = body_pieces((Paragraph(text("a"), Align.CENTER),), LAYOUT, 165)

    assert line == Line("body", text("a"), first_mm=0, align=Align.CENTER)


def test_mark_of_an_article_is_bold() -> None:
    (line,) = body_pieces((Item("Điều 1.", text("Tặng")),), LAYOUT, 165)

    assert line == Line("item", (Run("Điều 1. ", bold=True), Run("Tặng")))


def test_items_hang_where_the_layout_wants_it() -> None:
    hanging = replace(LAYOUT, body=replace(LAYOUT.body, item_hanging_mm=replace(LAYOUT.body.item_hanging_mm, use=5)))

    (line,) = body_pieces((Item("-", text("a")),), hanging, 165)

    dash_mm = width_mm("- ", 14)
    assert line == Line("item", (Run("- "), Run("a")), 12.7 + dash_mm, dash_mm, 0)


def test_table_is_a_grid_as_wide_as_the_line() -> None:
    table = Table((Cell(text("A")), Cell(text("B"))), ((Cell(text("a"), across=2),),), (1, 3))

    grid, gap = body_pieces((table,), LAYOUT, 100)

    assert isinstance(grid, Grid)
    assert (grid.widths_mm, grid.rows[0][0].across, gap) == ((25, 75), 2, Gap(6))


def test_columns_follow_their_texts_where_nobody_says() -> None:
    table = Table((Cell(text("STT")), Cell(text("Đơn vị"))), ((Cell(text("1")), Cell(text("từ " * 80))),))

    narrow, wide = column_widths(table, LAYOUT, 165)

    assert narrow + wide == pytest.approx(165)
    assert 10 < narrow < 30


def test_column_is_never_narrower_than_its_longest_word() -> None:
    word = "nghiêng" * 4
    table = Table((), ((Cell(text(word)), Cell(text("b " * 50)), Cell(text("c"))),), (1, 20, 1))

    widths = column_widths(table, LAYOUT, 165)

    assert widths[0] == pytest.approx(width_mm(word, 13) + 3.5)
    assert sum(widths) == pytest.approx(165)


def test_too_many_long_words_share_the_line() -> None:
    table = Table((), ((Cell(text("a" * 60)), Cell(text("b" * 60))),))

    assert sum(column_widths(table, LAYOUT, 100)) == pytest.approx(100)


@pytest.mark.parametrize(
    ("room_words", "ends"),
    [("Kế hoạch số 294/", True), ("Kế hoạch số 294/KH", True), ("Kế hoạch số 294/KH-", False), ("Kế hoạch", True)],
)
def test_line_ends_before_what_a_slash_holds_together(room_words: str, ends: bool) -> None:  # noqa: FBT001
    line = Line("table", text("Kế hoạch số 294/KH-MTTQ"))

    made = with_ends(line, styles_of(Profile.FRONT)["table"], width_mm(room_words, 13) + 0.1)

    assert (LINE_END in made, "".join(run.text for run in made if run is not LINE_END).replace(" ", "")) == (
        ends,
        "Kếhoạchsố294/KH-MTTQ",
    )


def test_line_without_a_slash_before_a_letter_is_left_alone() -> None:
    line = Line("body", text("Ngày 31/5/2024"))

    assert with_ends(line, styles_of(Profile.FRONT)["body"], 10) is line.runs


def test_text_becomes_nfc_and_loses_what_no_page_shows() -> None:
    assert plainly("e\u0302\u0301\x07\t") == (Run("ế "),)
    assert composed((Run("o\u031b", bold=True),)) == (Run("ơ", bold=True),)
    assert cut(text("a\n\nb")) == ((Run("a"),), (), (Run("b"),))


def test_sheet_ends_with_no_blank_room() -> None:
    document = replace(bare(), issuer=FRONT, body=(Table((), ((Cell(text("a")),),)), PageBreak()))

    assert isinstance(compose(document).sheets[0].pieces[-1], Grid)
