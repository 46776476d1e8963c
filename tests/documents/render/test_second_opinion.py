from dataclasses import replace

import pytest

from tests.documents.second_opinion import compare, compare_many, differences
from tests.documents.shapes import SHAPES, letter, plan
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


def test_comparison_knows_equal_from_different() -> None:
    other = replace(letter(), number="6", body=(Paragraph(text("Dòng.")), *letter().body))

    assert differences(pdf_of(letter()), pdf_of(letter())) == []
    assert "page 1: “05/MTTQ-BTT” 1 times, LibreOffice 0 times" in differences(pdf_of(letter()), pdf_of(other))
    assert differences(pdf_of(plan()), pdf_of(letter()))[0] == "found 3 pages, LibreOffice has 1"
