from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import docx
import pypdfium2 as pdfium
import pytest

from tests.documents.second_opinion import pages
from tests.factories.manuscripts import plain_paper, png, sample_paper
from tongket.documents.render.layout import PT_PER_MM
from tongket.papers.render.standard import docx_of, lay_out, pdf_of, svg_pages
from tongket.papers.render.values import Heading
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import (
    Align,
    Block,
    Cell,
    Manuscript,
    Nature,
    Paragraph,
    Picture,
    Piece,
    Role,
    Spacing,
    Table,
)

FORM = standard_form()
LINE_MM = 18.5 / PT_PER_MM
TEXT_MM = 257.0


def manuscript(
    *blocks: Block, notes: tuple[tuple[Paragraph, ...], ...] = (), pictures: tuple[Picture, ...] = ()
) -> Manuscript:
    return Manuscript(Nature.DOCX, blocks, notes=notes, pictures=pictures)


def said(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(pdf))


def test_one_line_takes_its_share_of_a_page() -> None:
    laid = lay_out(plain_paper("Một dòng."), FORM)

    assert laid.pages == pytest.approx(16.1 / PT_PER_MM / TEXT_MM, abs=0.0005)
    assert (laid.lines, laid.lines_a_page) == (1, 39)
    assert laid.places[0].top_mm == pytest.approx(0, abs=0.01)
    assert laid.places[0].end_mm == pytest.approx(16.1 / PT_PER_MM, abs=0.01)


def test_nothing_takes_no_page() -> None:
    assert lay_out(manuscript(), FORM).pages == 0
    assert lay_out(plain_paper("", "  "), FORM).pages == 0


def test_spacing_counts_between_lines_and_after_paragraphs() -> None:
    laid = lay_out(plain_paper("một", "hai"), FORM)

    assert laid.places[1].top_mm - laid.places[0].top_mm == pytest.approx(LINE_MM + 6 / PT_PER_MM, abs=0.01)


@pytest.mark.slow
def test_single_spacing_takes_fewer_pages() -> None:
    paper = sample_paper(3, pages=3)

    usual, tight = lay_out(paper, FORM), lay_out(paper, FORM, lines=1.0)

    assert 0.8 < tight.pages / usual.pages < 0.95
    assert tight.lines_a_page == 45


@pytest.mark.slow
def test_dress_of_the_author_gains_nothing() -> None:
    honest = sample_paper(5, pages=2, is_plain=True)
    tight = Spacing(lines=0.8, exact_pt=11.0)
    tricky = replace(
        honest,
        blocks=tuple(
            replace(
                block,
                spacing=tight,
                pieces=tuple(replace(each, size_pt=9, letter_gap_pt=-1, width=0.8) for each in block.pieces),
            )
            for block in honest.blocks
            if isinstance(block, Paragraph)
        ),
        sheet=replace(honest.sheet, left_mm=5, right_mm=5, top_mm=5, bottom_mm=5),
    )

    assert lay_out(tricky, FORM) == lay_out(honest, FORM)


@pytest.mark.slow
def test_every_block_has_a_place_in_order() -> None:
    paper = sample_paper(2, pages=4)

    places = lay_out(paper, FORM).places

    assert [place.block for place in places] == list(range(len(paper.blocks)))
    assert all((place.page, place.top_mm) <= (place.end_page, place.end_mm) for place in places)
    begins = [(place.page, round(place.top_mm, 1)) for place in places]
    assert begins == sorted(begins)


def test_block_that_is_not_set_stands_where_the_one_before_ends() -> None:
    places = lay_out(plain_paper("một", "", "ba"), FORM).places

    assert (places[1].top_mm, places[1].end_mm) == (places[0].end_mm, places[0].end_mm)


@pytest.mark.slow
def test_places_are_those_of_the_pdf() -> None:
    paper = sample_paper(10, pages=3)
    found = pages(pdf_of(paper, FORM))

    for place, block in zip(lay_out(paper, FORM).places, paper.blocks, strict=True):
        first = block.text.split()[0] if isinstance(block, Paragraph) and block.text else ""
        base_mm = place.top_mm + 20 + 14 * 0.9336 / PT_PER_MM
        there = [word for word in found[place.page - 1].words if word.text == first and abs(word.y_mm - base_mm) < 0.1]
        assert there or not first, (first, place)


def test_notes_at_the_foot_count_on_the_last_page() -> None:
    text = Piece("Một dòng.")
    note = (Paragraph((Piece("Chú thích."),)),)

    without = lay_out(manuscript(Paragraph((text,))), FORM).pages
    with_note = lay_out(manuscript(Paragraph((text, Piece("", note=0))), notes=(note,)), FORM).pages

    assert (with_note - without) * TEXT_MM * PT_PER_MM == pytest.approx(11 * 1.1499, abs=0.5)


def test_table_takes_room_and_repeats_its_heading() -> None:
    head = tuple(Cell((Paragraph((Piece(said_),)),)) for said_ in ("STT", "Việc"))
    rows = tuple(tuple(Cell((Paragraph((Piece(f"{text} {number}"),)),)) for text in "ab") for number in range(60))
    paper = manuscript(Table((head, *rows), heading_rows=1))

    laid = lay_out(paper, FORM)

    assert (laid.places[0].page, laid.places[0].end_page) == (1, 2)
    assert said(pdf_of(paper, FORM)).count("STT") == 2


def test_picture_is_scaled_to_the_line_and_to_the_page() -> None:
    wide = manuscript(Paragraph((Piece("", picture=0),)), pictures=(Picture(png(9, 3), "image/png", 330, 100),))
    high = manuscript(Paragraph((Piece("", picture=0),)), pictures=(Picture(png(3, 9), "image/png", 100, 900),))

    assert lay_out(wide, FORM).pages == pytest.approx((50 + 14 * 0.2163 / PT_PER_MM) / TEXT_MM, abs=0.001)
    assert 0.9 < lay_out(high, FORM).pages <= 1


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nbroken", png(5, 5)[:40], b"\xff\xd8\xff\xe0broken"]
)
def test_broken_picture_leaves_a_frame_and_no_crash(data: bytes) -> None:
    paper = manuscript(
        Paragraph((Piece("trước"), Piece("", picture=0), Piece("sau"))), pictures=(Picture(data, "image/png", 40, 30),)
    )

    assert "trước" in said(pdf_of(paper, FORM))
    assert len(svg_pages(paper, FORM)) == 1
    assert docx_of(paper, FORM)


@pytest.mark.parametrize(
    "text",
    [
        '#set page(width: 1cm) #panic() $x$ *đậm* _nghiêng_ `mã` <nhãn> @dẫn \\ // /* "',
        '#image("/etc/hostname") #read("body.typ") #eval("1")',
        "<w:p>&amp;]]>--><script>",
    ],
)
def test_words_of_strangers_are_words(text: str) -> None:
    paper = manuscript(Paragraph((Piece(text),)), Table(((Cell((Paragraph((Piece(text),)),)),),)))

    read = "".join(said(pdf_of(paper, FORM)).split())
    word = docx.Document(BytesIO(docx_of(paper, FORM)))

    assert read.count("".join(text.split())) == 2
    assert (word.paragraphs[0].text, word.tables[0].cell(0, 0).text) == (text, text)


def test_letters_without_a_shape_make_no_crash() -> None:
    laid = lay_out(plain_paper("会议 😀 𝛼 \ue000 tổng kết"), FORM)

    assert laid.missing == ("会", "议", "\ue000", "😀")
    assert "tổng kết" in said(pdf_of(plain_paper("会议 😀 tổng kết"), FORM))


def test_pdf_says_what_it_is_and_is_the_same_each_time() -> None:
    paper, stamp = sample_paper(1, pages=1), datetime(2024, 10, 19, tzinfo=UTC)
    heading = Heading("Một tổ đoàn kết", unit="Xã Tam Thăng", speaker="Võ Thị Hồng Nhung")

    made = pdf_of(paper, FORM, heading=heading, stamp=stamp)

    document = pdfium.PdfDocument(made)
    assert made == pdf_of(paper, FORM, heading=heading, stamp=stamp)
    assert document.get_metadata_dict()["Title"] == "Một tổ đoàn kết"
    assert document.get_metadata_dict()["Author"] == "Võ Thị Hồng Nhung"
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert next(item.get_title() for item in document.get_toc()) == "BÁO CÁO THAM LUẬN"


def test_pages_are_numbered_from_the_second_on() -> None:
    found = pages(pdf_of(plain_paper(*["Dòng."] * 60), FORM, heading=Heading("x", unit="Xã Tam Thăng")))

    above = [[word.text for word in page.words if word.y_mm < 15] for page in found]
    assert above == [[], ["2", "Xã", "Tam", "Thăng"]]


@pytest.mark.slow
def test_svg_has_a_page_for_each() -> None:
    paper = sample_paper(4, pages=2)

    made = svg_pages(paper, FORM)

    assert len(made) == len(pages(pdf_of(paper, FORM)))
    assert all(page.startswith("<svg") for page in made)


@pytest.mark.slow
def test_threads_lay_out_alike() -> None:
    papers = [sample_paper(number, pages=1) for number in range(6)]

    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda paper: lay_out(paper, FORM).pages, papers))

    assert found == [lay_out(paper, FORM).pages for paper in papers]


def test_docx_is_a_file_to_edit() -> None:
    note = (Paragraph((Piece("Nguồn: báo cáo."),)),)
    paper = manuscript(
        Paragraph((Piece("THAM LUẬN"),), role=Role.HEADING, level=1, align=Align.CENTER),
        Paragraph((Piece("đậm", bold=True), Piece("2", raised=True), Piece("", note=0), Piece("", picture=0))),
        Paragraph((Piece("việc"),), role=Role.ITEM, mark="-"),
        notes=(note,),
        pictures=(Picture(png(4, 4), "image/png", 40, 30),),
    )

    made = docx.Document(BytesIO(docx_of(paper, FORM, heading=Heading("Tham luận", speaker="Võ Thị Nhung"))))

    assert [(each.style.name, each.text) for each in made.paragraphs if each.style] == [
        ("Heading 1", "THAM LUẬN"),
        ("Thân bài", "đậm2"),
        ("Điểm liệt kê", "- việc"),
    ]
    assert (made.core_properties.title, made.core_properties.author) == ("Tham luận", "Võ Thị Nhung")
    assert round(made.inline_shapes[0].width.mm, 1) == 40.0
    assert docx_of(paper, FORM) == docx_of(paper, FORM)
