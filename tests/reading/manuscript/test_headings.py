"""Which paragraphs are headings."""

import pytest

from tests.reading.making import paragraph
from tests.reading.manuscript.making import manuscript, paragraphs
from tongket.reading.manuscript.values import Role

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}">{inside}</w:style>'
    for name, inside in {
        "H2": '<w:name w:val="heading 2"/>',
        "H2b": '<w:name w:val="của tôi"/><w:basedOn w:val="H2"/>',
        "Out": '<w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
        "Body": '<w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
        "Title": '<w:name w:val="Title"/>',
        "Char": '<w:name w:val="heading 10"/>',
    }.items()
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", 0),
        ('<w:pStyle w:val="H2"/>', 2),
        ('<w:pStyle w:val="H2b"/>', 2),
        ('<w:pStyle w:val="Out"/>', 1),
        ('<w:pStyle w:val="Body"/>', 0),
        ('<w:pStyle w:val="Title"/>', 0),
        ('<w:pStyle w:val="Char"/>', 0),
        ('<w:outlineLvl w:val="3"/>', 4),
        ('<w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:jc w:val="center"/><w:rPr><w:b/></w:rPr>', 0),
    ],
)
def test_level(properties: str, level: int) -> None:
    found = paragraphs(manuscript(paragraph("I. ĐẶC ĐIỂM", properties), styles=STYLES))[0]

    assert (found.level, found.role) == (level, Role.HEADING if level else Role.TEXT)
