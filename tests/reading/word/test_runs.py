"""The words of one paragraph: what is read, what is struck, what is drawn beside it."""

import pytest
from lxml import etree

from tests.reading.making import NAMES, paragraph, run
from tongket.reading.word.markup import W, parse, path
from tongket.reading.word.runs import Words, read_words

CHOICE = "<mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{other}</mc:Fallback></mc:AlternateContent>"
BOX = "<w:txbxContent>{inside}</w:txbxContent>"


def words_of(inside: str) -> Words:
    return read_words(parse(f"<w:p {NAMES}>{inside}</w:p>".encode()))


def text_of(inside: str) -> str:
    return "".join(piece.text for piece in words_of(inside).pieces)


def texts_in(boxes: list[etree._Element]) -> list[str]:
    return ["".join(text.text or "" for text in box.iter(W + "t")) for box in boxes]


READ = [
    ("", ""),
    (run("Kế ") + run("hoạch"), "Kế hoạch"),
    ('<w:r><w:t>8</w:t><w:tab/><w:t>giờ</w:t></w:r>', "8\tgiờ"),
    ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:cr/></w:r>", "một\nhai\n"),
    ("<w:r><w:t>xã</w:t><w:noBreakHyphen/><w:t>phường</w:t></w:r>", "xã-phường"),
    ('<w:r><w:t>trái</w:t><w:ptab/><w:t>phải</w:t></w:r>', "trái\tphải"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0B0"/></w:r>', "\uf0b0"),
    ('<w:r><w:sym w:font="Wingdings" w:char="khong"/></w:r>', ""),
    ('<w:r><w:sym w:font="Wingdings" w:char="110000"/></w:r>', ""),
    ("<w:r><w:sym/></w:r>", ""),
    (f'<w:hyperlink w:anchor="a">{run("noivu@binhson.gov.vn")}</w:hyperlink>', "noivu@binhson.gov.vn"),
    (f"<w:smartTag>{run('Tam Kỳ')}</w:smartTag>", "Tam Kỳ"),
    (f"<w:fldSimple>{run('15')}</w:fldSimple>", "15"),
    ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("2"), "2"),
    ("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"),
    (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('ngày')}</w:sdtContent></w:sdt>", "ngày"),
    (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm')}</w:sdtContent></w:sdt>", ""),
    ("<w:sdt/>", ""),
    (CHOICE.format(choice=run("mới"), other=run("cũ")), "mới"),
    (f"<mc:AlternateContent><mc:Fallback>{run('cũ')}</mc:Fallback></mc:AlternateContent>", "cũ"),
    ("<mc:AlternateContent/>", ""),
    (f"<w:r>{CHOICE.format(choice='<w:t>mới</w:t>', other='<w:t>cũ</w:t>')}</w:r>", "mới"),
    ("<w:r><mc:AlternateContent/></w:r>", ""),
    (f"<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{run('chữ')}", "chữ"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text"), READ)
def test_words_are_those_that_word_shows(inside: str, text: str) -> None:
    assert text_of(inside) == text


def test_piece_keeps_the_properties_of_its_run() -> None:
    words = words_of(run("đậm", "<w:b/>") + "<w:r><w:t>thường</w:t></w:r>")

    assert [piece.properties is not None and piece.properties.find(W + "b") is not None for piece in words.pieces] == [
        True,
        False,
    ]


def test_line_break_is_a_piece_of_its_own() -> None:
    words = words_of("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>")

    assert [piece.text for piece in words.pieces] == ["một", "\n", "hai"]


CORRECTED = [
    (f"<w:ins>{run('mới ')}</w:ins>{run('cũ')}", "mới cũ", "", "mới "),
    ("<w:del><w:r><w:delText>thừa</w:delText></w:r></w:del>" + run("đủ"), "đủ", "thừa", ""),
    (f"<w:moveFrom>{run('chuyển')}</w:moveFrom>{run('đủ')}", "đủ", "chuyển", ""),
    (f"<w:moveTo>{run('chuyển')}</w:moveTo>", "chuyển", "", "chuyển"),
    ("<w:ins><w:del><w:r><w:delText>nháp</w:delText></w:r></w:del></w:ins>", "", "nháp", ""),
    (f"<w:ins><w:hyperlink>{run('địa chỉ')}</w:hyperlink></w:ins>", "địa chỉ", "", "địa chỉ"),
]


@pytest.mark.parametrize(("inside", "text", "struck", "added"), CORRECTED)
def test_corrections_are_accepted_and_told(inside: str, text: str, struck: str, added: str) -> None:
    words = words_of(inside)

    assert ("".join(piece.text for piece in words.pieces), words.struck, words.added) == (text, struck, added)


DRAWN = [
    (f"<w:r><w:drawing>{BOX.format(inside=paragraph('trong khung'))}</w:drawing></w:r>", ["trong khung"]),
    (f"<w:r><w:pict><w:shape>{BOX.format(inside=paragraph('khung cũ'))}</w:shape></w:pict></w:r>", ["khung cũ"]),
    ("<w:r><w:object/></w:r>", []),
    ("<w:r><w:drawing/></w:r>", []),
    (
        "<w:r>"
        + CHOICE.format(
            choice=f"<w:drawing>{BOX.format(inside=paragraph('một lần'))}</w:drawing>",
            other=f"<w:pict>{BOX.format(inside=paragraph('một lần'))}</w:pict>",
        )
        + "</w:r>",
        ["một lần"],
    ),
    (
        f"<w:r><w:drawing>{BOX.format(inside='<w:p/>' + BOX.format(inside=paragraph('trong nữa')))}</w:drawing></w:r>",
        ["trong nữa"],
    ),
]


@pytest.mark.parametrize(("inside", "texts"), DRAWN)
def test_drawing_gives_its_boxes_and_no_words(inside: str, texts: list[str]) -> None:
    words = words_of(inside)

    assert (words.pieces, texts_in(words.boxes), words.has_picture) == ([], texts, True)


def test_paragraph_without_drawing_has_no_picture() -> None:
    assert words_of(run("chữ")).has_picture is False


def test_boxes_come_in_the_order_of_the_paragraph() -> None:
    drawings = "".join(
        f"<w:r><w:drawing>{BOX.format(inside=paragraph(text))}</w:drawing></w:r>" for text in ("một", "hai")
    )

    words = words_of(drawings)

    assert texts_in(words.boxes) == ["một", "hai"]
    assert [box.find(path("p", "r", "t")) is not None for box in words.boxes] == [True, True]
