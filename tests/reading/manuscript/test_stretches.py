"""What one paragraph of a .docx shows, in order."""

import pytest
from lxml import etree

from tests.reading.making import NAMES, run
from tongket.reading.manuscript.stretches import inside_of
from tongket.reading.word.markup import parse


def paragraph_of(inside: str) -> etree._Element:
    return parse(f"<w:p {NAMES}>{inside}</w:p>".encode())


def words(inside: str) -> str:
    return "".join(stretch.text for stretch in inside_of(paragraph_of(inside)).stretches)


def field(instruction: str, result: str) -> str:
    def turn(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return turn("begin") + code + turn("separate") + result + turn("end")


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("Một") + run(" hai"), "Một hai"),
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:sdt><w:sdtContent>{run('ô nhập')}</w:sdtContent></w:sdt>", "ô nhập"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('nhắc')}</w:sdtContent></w:sdt>", ""),
        (f"<w:smartTag>{run('tên')}</w:smartTag>", "tên"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/></w:r>", "a\tb\nc\n-"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B1"/><w:sym w:char="zz"/></w:r>', "±"),
        ("<w:r><w:softHyphen/><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "chữ",
        ),
        (f"<w:ins>{run('thêm')}</w:ins><w:del>{run('bớt')}</w:del><w:moveFrom>{run('dời')}</w:moveFrom>", "thêm"),
    ],
)
def test_words_of_every_wrapper(inside: str, text: str) -> None:
    assert words(inside) == text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (field(" DATE ", run("20/10/2024")), "20/10/2024"),
        (run("Trang ") + field(" PAGE \\* MERGEFORMAT ", run("3")), "Trang "),
        (field("NUMPAGES", run("9")), ""),
        (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', ""),
        (f'<w:fldSimple w:instr=" TITLE ">{run("Tên bài")}</w:fldSimple>', "Tên bài"),
        (field("IF ", field("PAGE", run("3")) + run("có")), "có"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("còn"), "còn"),
        ('<w:r><w:fldChar w:fldCharType="separate"/><w:instrText>PAGE</w:instrText></w:r>' + run("còn"), "còn"),
    ],
)
def test_fields_show_their_result_but_no_page_numbers(inside: str, text: str) -> None:
    assert words(inside) == text


def test_notes_drawings_and_page_breaks_stand_in_order() -> None:
    inside = inside_of(
        paragraph_of(
            run("a")
            + '<w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:drawing/></w:r><w:r><w:br w:type="page"/></w:r>'
            + run("b")
        )
    )

    kinds = [(each.text, each.note, each.drawing is not None, each.new_page) for each in inside.stretches]
    assert kinds == [
        ("a", None, False, False),
        ("", ("footnote", "3"), False, False),
        ("", None, True, False),
        ("", None, False, True),
        ("b", None, False, False),
    ]


def test_one_branch_of_an_alternative_is_read() -> None:
    branches = "<mc:Choice><w:t>mới</w:t></mc:Choice><mc:Fallback><w:t>cũ</w:t></mc:Fallback>"

    assert words(f"<w:r><mc:AlternateContent>{branches}</mc:AlternateContent></w:r>") == "mới"
    assert words(f"<mc:AlternateContent><mc:Fallback>{run('cũ')}</mc:Fallback></mc:AlternateContent>") == "cũ"


def test_corrections_and_equations_are_told() -> None:
    inside = inside_of(
        paragraph_of(f"<w:ins>{run('42')}</w:ins><w:del><w:r><w:delText>30</w:delText></w:r></w:del><m:t>x</m:t>")
    )

    assert (inside.added, inside.struck, inside.has_equation) == ("42", "30", True)
