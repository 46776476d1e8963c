"""The sheet of a .docx."""

import pytest

from tests.reading.making import paragraph
from tests.reading.manuscript.making import manuscript
from tongket.reading.manuscript.values import Sheet

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'


@pytest.mark.parametrize(
    ("inside", "sheet"),
    [
        ("", Sheet(215.9, 279.4, 25.4, 25.4, 25.4, 25.4)),
        (
            f'{A4}<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/>',
            Sheet(210.0, 297.0, 20.0, 20.0, 30.0, 15.0),
        ),
        (
            f'{A4}<w:pgMar w:top="-1134" w:right="850" w:bottom="1134" w:left="1134" w:gutter="567"/>',
            Sheet(210.0, 297.0, 20.0, 20.0, 30.0, 15.0),
        ),
        ('<w:pgSz w:w="1" w:h="99999999"/>', Sheet(20.0, 3000.0, 25.4, 25.4, 25.4, 25.4)),
    ],
)
def test_sheet_of_the_first_section(inside: str, sheet: Sheet) -> None:
    assert manuscript(f"{paragraph('Một')}<w:sectPr>{inside}</w:sectPr>").sheet == sheet


def test_sheet_is_the_first_ones_and_no_earlier_state_counts() -> None:
    first = f"<w:sectPr>{A4}<w:sectPrChange><w:sectPr/></w:sectPrChange></w:sectPr>"
    found = manuscript(paragraph("Một", first) + paragraph("Hai") + "<w:sectPr/>")

    assert (found.sheet.width_mm, found.sheet.height_mm) == (210.0, 297.0)
