import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pypdfium2 as pdfium
import pytest

from tests.documents.render.test_fonts import LETTERS
from tests.documents.second_opinion import pages
from tests.documents.shapes import SHAPES, bare, decision, letter, letter_to_thirteen, party, plan, wide_annex
from tongket.documents.render import pdf
from tongket.documents.render.pdf import LettersMissing, pdf_of, pdf_of_certificates, pdf_of_many, svg_pages
from tongket.documents.render.values import Align, Certificate, Paragraph, PlacedText, text


def texts(made: bytes) -> list[str]:
    document = pdfium.PdfDocument(made)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_same_values_give_same_bytes(shape: str) -> None:
    assert pdf_of(SHAPES[shape]()) == pdf_of(SHAPES[shape]())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_letter_can_be_read_back(form: str) -> None:
    words = unicodedata.normalize(form, " ".join(LETTERS))  # type: ignore[arg-type]
    runs = text(words) + text(words, bold=True) + text(words, italic=True) + text(words, bold=True, italic=True)

    found = "".join(texts(pdf_of(replace(bare(), body=(Paragraph(runs, Align.LEFT),)))))

    assert [letter for letter in LETTERS if found.count(letter) < 4] == []


def test_file_says_what_it_is() -> None:
    made = pdf_of(letter(), stamp=datetime(2024, 10, 14, 8, tzinfo=UTC))

    assert b"/Lang(vi-VN)" in made.replace(b"/Lang (", b"/Lang(")
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert pdfium.PdfDocument(made).get_metadata_dict()["Title"] == letter().subject
    assert pdfium.PdfDocument(made).get_metadata_dict()["CreationDate"] == "D:20241014080000Z"


def test_time_of_any_zone_is_written_as_one_moment() -> None:
    stamps = (
        datetime(2024, 10, 14, 15, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
        datetime(2024, 10, 14, 15, tzinfo=timezone(timedelta(hours=7))),
    )

    assert {pdf_of(bare(), stamp=stamp) for stamp in stamps} == {
        pdf_of(bare(), stamp=datetime(2024, 10, 14, 8, tzinfo=UTC))
    }


def test_letter_that_the_face_lacks_is_named() -> None:
    with pytest.raises(LettersMissing, match=r"found letters that Tinos lacks: ☃ 漢"):
        pdf_of(replace(bare(), subject="漢 ☃"))


def test_pages_are_numbered_from_the_second_on_and_each_annex_anew() -> None:
    made = pages(
        pdf_of(replace(plan(), annexes=(*wide_annex().annexes, replace(decision().annexes[0], body=plan().body))))
    )

    heads = [[word.text for word in page.words if word.y_mm < 15] for page in made]

    assert heads == [[], ["2"], ["3"], [], [], [], ["2"], ["3"]]


def test_contact_line_stands_on_page_1_alone() -> None:
    long = replace(letter_to_thirteen(), body=plan().body, annexes=wide_annex().annexes)

    assert ["Địa chỉ" in page for page in texts(pdf_of(long))] == [True, *[False] * (len(texts(pdf_of(long))) - 1)]


def test_documents_of_several_profiles_are_one_file_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LOT", 2)
    numbered = [replace(letter(), number=str(number)) for number in range(101, 106)]

    made = texts(pdf_of_many([*numbered, party()]))

    assert [next(line for line in page.splitlines() if line.startswith("Số"))[:7] for page in made] == [
        "Số: 101",
        "Số: 102",
        "Số: 103",
        "Số: 104",
        "Số: 105",
        "Số 127-",
    ]


def test_each_of_many_begins_at_page_1() -> None:
    made = pages(pdf_of_many([plan(), letter(), plan()]))

    assert [[word.text for word in page.words if word.y_mm < 15] for page in made] == [
        [],
        ["2"],
        ["3"],
        [],
        [],
        ["2"],
        ["3"],
    ]


def test_one_of_many_is_the_document_itself() -> None:
    assert pdf_of_many([letter()]) == pdf_of(letter())


def test_none_is_a_fault() -> None:
    with pytest.raises(ValueError, match="found no document"):
        pdf_of_many([])
    with pytest.raises(ValueError, match="found no certificate"):
        pdf_of_certificates([])


NAME = PlacedText("Hội Nông dân", 60, 80, 100, 20, Align.LEFT, bold=True)


@pytest.mark.parametrize(("dx_mm", "dy_mm"), [(0, 0), (1.5, -2)])
def test_certificate_stands_at_its_place_and_moves(dx_mm: float, dy_mm: float) -> None:
    page = pages(pdf_of_certificates([Certificate(297, 210, (NAME,))], dx_mm=dx_mm, dy_mm=dy_mm))[0]

    assert (round(page.width_mm), round(page.height_mm)) == (297, 210)
    word = page.words[0]
    base_mm = 80 + 0.9336 * 20 * 25.4 / 72
    assert (word.text, round(word.x_mm, 1), round(word.y_mm, 1)) == ("Hội", 60 + dx_mm, round(base_mm + dy_mm, 1))


def test_certificates_have_a_sheet_each_of_any_size() -> None:
    sheets = [
        Certificate(420, 297, (NAME,)),
        Certificate(210, 148, ()),
        Certificate(210, 148, (NAME, replace(NAME, y_mm=20))),
    ]

    assert [(round(page.width_mm), len(page.words)) for page in pages(pdf_of_certificates(sheets))] == [
        (420, 3),
        (210, 0),
        (210, 6),
    ]


def test_test_sheet_has_rulers_and_places() -> None:
    said = texts(pdf_of_certificates([Certificate(100, 60, (NAME,))], grid=True))[0]

    assert "60 × 80 mm" in said
    assert [figure for figure in ("10", "50", "90") if figure in said.split()] == ["10", "50", "90"]


def test_preview_is_a_picture_of_each_page() -> None:
    made = svg_pages(plan())

    assert len(made) == 3
    assert {page[:4] for page in made} == {"<svg"}


def test_threads_have_a_compiler_each() -> None:
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(pdf_of, [letter(), letter()]))

    assert made[0] == made[1] == pdf_of(letter())
