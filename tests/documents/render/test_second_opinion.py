from dataclasses import replace

import pytest

from tests.documents.second_opinion import compare, compare_many, differences, pages
from tests.documents.shapes import SHAPES, letter, minutes, plan
from tongket.documents.render.pdf import pdf_of
from tongket.documents.render.values import Paragraph, text


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_sets_every_shape_as_we_do() -> None:
    found = dict(zip(SHAPES, compare_many([made() for made in SHAPES.values()]), strict=True))

    assert found == {name: [] for name in SHAPES}


@pytest.mark.slow
@pytest.mark.office
def test_libreoffice_sets_one_document_as_we_do() -> None:
    assert compare(letter()) == []


@pytest.mark.slow
@pytest.mark.office
def test_last_paragraph_goes_with_the_signature_wherever_the_page_ends() -> None:
    lines = [
        replace(letter(), body=tuple(Paragraph(text(f"Dòng {n}.")) for n in range(count))) for count in range(12, 26)
    ]

    assert compare_many(lines) == [[]] * len(lines)


@pytest.mark.slow
@pytest.mark.office
def test_foot_keeps_company_wherever_the_page_ends() -> None:
    closing = "Biên bản đã được thông qua trước hội nghị; các cơ quan, đơn vị nhất trí với nội dung đã nêu. " * 3
    made = [
        replace(
            minutes(),
            body=(*(Paragraph(text(f"Dòng {n}.")) for n in range(count)), Paragraph(text(last))),
            recipients=("Như trên", "Các đại biểu dự họp", "Lưu: VT"),
        )
        for last in (closing, "Trân trọng./.")
        for count in range(14, 30)
    ]

    found = compare_many(made)

    assert found == [[]] * len(made)
    assert [alone(pdf_of(each)) for each in made] == [[]] * len(made)


def alone(pdf: bytes) -> list[str]:
    """The pages on which a signature has less than two lines of text above it, or the head of recipients none below."""
    found = []
    for number, page in enumerate(pages(pdf), 1):
        signs = [word.y_mm for word in page.words if word.text in {"KÝ", "TỌA", "TỊCH"}]
        heads = [word.y_mm for word in page.words if word.text == "nhận:"]
        text_above = {round(word.y_mm) for word in page.words if signs and 15 < word.y_mm < min(signs)}
        found += [f"{number}: signature"] if signs and len(text_above) < 2 else []
        found += [f"{number}: head"] if heads and max(word.y_mm for word in page.words) <= max(heads) else []
    return found


def test_comparison_knows_equal_from_different() -> None:
    other = replace(letter(), number="6", body=(Paragraph(text("Dòng.")), *letter().body))

    assert differences(pdf_of(letter()), pdf_of(letter())) == []
    assert "page 1: “05/MTTQ-BTT” 1 times, LibreOffice 0 times" in differences(pdf_of(letter()), pdf_of(other))
    assert differences(pdf_of(plan()), pdf_of(letter()))[0] == "found 3 pages, LibreOffice has 1"
