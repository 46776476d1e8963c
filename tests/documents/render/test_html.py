from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.documents.shapes import SHAPES, bare, decision, letter, letter_to_thirteen, minutes, party, urgent
from tongket.documents.render.html import html_of
from tongket.documents.render.values import (
    Align,
    Cell,
    Heading,
    Issuer,
    Item,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Table,
    text,
)


def body(*blocks: Paragraph | Heading | Item | Table | PageBreak) -> str:
    made = html_of(replace(bare(), body=blocks))
    return made.partition("năm …</p></div></div>")[2].removesuffix("</article>")


class Balanced(HTMLParser):
    """Follows the tags of a page; `faults` are those that close what is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 -- the parser's own signature
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.mark.parametrize("shape", SHAPES)
def test_tags_are_closed_in_their_order(shape: str) -> None:
    parser = Balanced()
    parser.feed(html_of(SHAPES[shape]()))

    assert (parser.open, parser.faults) == ([], [])


def test_nothing_typed_becomes_a_tag() -> None:
    evil = "<script>\"&'"
    document = OfficialDocument(
        issuer=Issuer((evil,), (evil,)),
        symbol=evil,
        subject=evil,
        body=(Paragraph(text(evil)), Item(evil, text(evil)), Table((Cell(text(evil)),), ((Cell(text(evil)),),))),
        type_name=evil,
        addressees=(evil, evil),
        recipients=(evil,),
        drafter_mark=evil,
        contact_line=evil,
        place=evil,
        number=evil,
    )

    made = html_of(document)

    assert "<script" not in made
    assert made.count("&lt;script&gt;&quot;&amp;&#x27;") == 17


def test_header_is_that_of_the_paper() -> None:
    assert html_of(letter()).partition('<div class="to')[0] == (
        '<article class="a4" lang="vi"><div class="hd"><div>'
        '<p class="sup">ỦY BAN MTTQ VIỆT NAM<br>THÀNH PHỐ TAM KỲ</p><p class="own">BAN THƯỜNG TRỰC</p>'
        '<p class="no">Số: 05/MTTQ-BTT</p>'
        '<p class="vv">V/v chuẩn bị tham luận tại hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”</p></div>'
        '<div><p class="qh">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="tn">Độc lập - Tự do - Hạnh phúc</p>'
        '<p class="dt">Tam Kỳ, ngày 14 tháng 10 năm 2024</p></div></div>'
    )


def test_foot_is_that_of_the_paper() -> None:
    assert html_of(letter()).partition('<div class="ft">')[2] == (
        '<div class="rcp"><b>Nơi nhận:</b><ul><li>Như trên;</li><li>Ban Phong trào UBMTTQ Việt Nam tỉnh;</li>'
        "<li>Lưu: VT, PT.</li></ul></div>"
        '<div class="sig"><span>TM. BAN THƯỜNG TRỰC</span><span>PHÓ CHỦ TỊCH</span><span class="gap"></span>'
        "<span>Nguyễn Thị Thu Hiền</span></div></div></article>"
    )


def test_addressees_are_one_line_or_a_list() -> None:
    one = '<div class="to one"><span>Kính gửi:</span><span>Hội Liên hiệp Phụ nữ thành phố</span></div>'

    assert one in html_of(letter())
    assert html_of(letter_to_thirteen()).partition('<div class="to">')[2].count("</li>") == 16


def test_other_heads_say_what_is_theirs() -> None:
    assert '<p class="stamp">THƯỢNG KHẨN</p>' in html_of(urgent())
    assert '<p class="dt">' not in html_of(minutes())
    assert '<p class="sup"><b>ĐẢNG ỦY CƠ QUAN MẶT TRẬN<br>*</b></p>' in html_of(party())


def test_two_signatures_stand_side_by_side() -> None:
    made = html_of(minutes()).partition('<div class="ft">')[2]

    assert [line.partition("</span>")[0] for line in made.split('<div class="sig"><span>')[1:]] == ["THƯ KÝ", "CHỦ TỌA"]
    assert "<span>(ký, ghi rõ họ tên)</span>" in made


def test_annex_is_a_sheet_of_its_own() -> None:
    assert (
        html_of(decision())
        .partition('<article class="a4 annex" lang="vi">')[2]
        .startswith(
            '<p class="c"><b>Phụ lục</b></p><p class="c"><b>DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG</b></p>'
            '<p class="c"><i>(Kèm theo Quyết định số'
        )
    )


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Paragraph(text("a\nb")), "<p>a<br>b</p>"),
        (Paragraph(text("a", bold=True, italic=True)), "<p><b><i>a</i></b></p>"),
        (Paragraph(text("a"), Align.CENTER), '<p class="c">a</p>'),
        (Paragraph(text("a"), is_indented=False), '<p class="flat">a</p>'),
        (Heading(text("a"), 0), '<p class="c" role="heading" aria-level="3"><b>a</b></p>'),
        (Heading(text("a"), 2), '<p role="heading" aria-level="4"><b>a</b></p>'),
        (Heading(text("a"), 3), '<p role="heading" aria-level="5">a</p>'),
        (Item("a)", text("b")), "<p>a) b</p>"),
        (Item("Điều 1.", text("b")), "<p><b>Điều 1.</b> b</p>"),
        (PageBreak(), ""),
        (
            Table((Cell(text("h")),), ((Cell(text("c"), Align.RIGHT, 2),),)),
            '<div class="wide"><table class="ruled"><thead><tr><th>h</th></tr></thead>'
            '<tbody><tr><td class="right" colspan="2">c</td></tr></tbody></table></div>',
        ),
        (
            Table((), ((Cell(()),),), is_ruled=False),
            '<div class="wide"><table><tbody><tr><td></td></tr></tbody></table></div>',
        ),
    ],
)
def test_block_is_as_safe_as_short(block: Paragraph, html: str) -> None:
    assert body(block) == html
