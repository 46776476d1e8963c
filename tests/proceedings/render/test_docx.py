"""The volume as .docx: headings, contents, heads, notes, and LibreOffice's second opinion."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from tests.documents.second_opinion import office_pdfs
from tests.documents.shapes import DRAWINGS, drawn
from tests.factories.manuscripts import png, sample_paper
from tests.factories.volumes import full_volume, make_chapter, make_volume
from tests.proceedings.render.reading import pages_of
from tongket.documents.render.chapters import DocumentChapter
from tongket.documents.render.drawings import said_of
from tongket.documents.render.markdown import blocks_of
from tongket.proceedings.render.docx import docx_of_volume
from tongket.proceedings.render.volume import bind
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece


def opened(data: bytes) -> "docx.document.Document":
    return docx.Document(BytesIO(data))


def test_headings_are_words_own() -> None:
    headings = [
        (each.style.name, each.text)
        for each in opened(docx_of_volume(full_volume())).paragraphs
        if each.style and (each.style.name or "").startswith("Heading")
    ]

    assert headings == [
        ("Heading 1", "MỤC LỤC"),
        ("Heading 1", "Phần I. CHƯƠNG TRÌNH HỘI NGHỊ"),
        ("Heading 1", "Phần II. THAM LUẬN"),
        ("Heading 2", "Kinh nghiệm vận động nhân dân ở khu dân cư số 1"),
        ("Heading 2", "Kinh nghiệm vận động nhân dân ở khu dân cư số 2"),
        ("Heading 2", "Bài gửi bằng PDF"),
        ("Heading 1", "Phần III. KHEN THƯỞNG"),
        ("Heading 2", "Quyết định khen thưởng"),
        ("Heading 1", "BẢNG TRA TÁC GIẢ, ĐƠN VỊ"),
    ]


def test_contents_show_the_pages_of_the_pdf_until_word_counts() -> None:
    volume = full_volume()
    rows = [
        each.text
        for each in opened(docx_of_volume(volume, bind(volume).chapters)).paragraphs
        if each.style and (each.style.name or "").startswith("toc")
    ]

    assert [row.rpartition("\t")[2] for row in rows] == ["3", "4", "5", "6", "7", "8", "8"]


def test_each_chapter_has_its_own_head() -> None:
    heads = [section.header.paragraphs[0].text for section in opened(docx_of_volume(full_volume())).sections]

    assert heads == [
        "",
        "MỤC LỤC\t",
        "CHƯƠNG TRÌNH HỘI NGHỊ\tChương trình hội nghị",
        "THAM LUẬN\t",
        "THAM LUẬN\tTrần Văn Ân · Ủy ban MTTQ Việt Nam xã số 1",
        "THAM LUẬN\tLê Văn An · Ủy ban MTTQ Việt Nam xã số 2",
        "THAM LUẬN\tĐỗ Ngọc Ẩn · Trung tâm Văn hóa",
        "KHEN THƯỞNG\tBan Thường trực",
        "KHEN THƯỞNG\tBan Thường trực",
        "BẢNG TRA TÁC GIẢ, ĐƠN VỊ\t",
    ]


def test_the_same_values_give_the_same_bytes() -> None:
    assert docx_of_volume(full_volume()) == docx_of_volume(full_volume())


@pytest.mark.office
@pytest.mark.slow
def test_libreoffice_loses_nothing_and_counts_about_as_many_pages() -> None:
    volume = make_volume(
        *(make_chapter(number, sample_paper(200 + number, pages=2.2, is_plain=True)) for number in range(6))
    )
    bound = bind(volume)
    theirs = pages_of(office_pdfs([docx_of_volume(volume, bound.chapters)])[0])
    words = {word for page in theirs for line in page for word in line.split()}

    assert abs(len(theirs) - bound.pages) <= 3
    assert {word for paper in volume.parts[0].chapters for word in paper.manuscript.text.split()} - words == set()  # type: ignore[union-attr]


def test_drawings_of_documents_are_pictures_with_their_words_counted_through_the_volume() -> None:
    chapters = [DocumentChapter(f"report-{number}", f"Báo cáo {number}", drawn()) for number in (1, 2)]

    made = opened(docx_of_volume(make_volume(*chapters, label="BÁO CÁO")))

    shapes = [each._inline for each in made.inline_shapes]
    relations = [shape.graphic.graphicData.pic.blipFill.blip.embed for shape in shapes]
    assert [shape.docPr.get("descr") for shape in shapes] == [said_of(each) for each in DRAWINGS] * 2
    assert [shape.docPr.id for shape in shapes] == [1, 2, 3, 4, 5, 6]
    assert {made.part.related_parts[each].blob[:4] for each in relations} == {b"\x89PNG"}


@pytest.mark.parametrize("words", ['r:embed="drawing1"', 'r:embed="drawing9"', f'"{drawn().profile}-drawn"'])
def test_words_that_look_like_markup_stay_as_they_are(words: str) -> None:
    said = replace(drawn(), body=blocks_of(f"Mã {words} trong tệp."))

    made = opened(docx_of_volume(make_volume(DocumentChapter("report", "Báo cáo", said))))

    assert [each.text for each in made.paragraphs if "trong tệp" in each.text] == [f"Mã {words} trong tệp."]


def test_words_of_a_paper_that_look_like_a_picture_stay_as_they_are() -> None:
    picture = Picture(png(40, 30, 200), "image/png", 40, 30)
    said = Paragraph((Piece('Mã r:embed="picture0" trong tệp.'),))
    paper = Manuscript(Nature.DOCX, (said, Paragraph((Piece("", picture=0),))), pictures=(picture,))

    made = opened(docx_of_volume(make_volume(make_chapter(1, paper))))

    assert [each.text for each in made.paragraphs if "trong tệp" in each.text] == ['Mã r:embed="picture0" trong tệp.']
    assert len(made.inline_shapes) == 1
