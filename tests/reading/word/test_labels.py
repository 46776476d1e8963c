"""Which list a paragraph belongs to, and the label and indent that follow from it."""

import pytest
from lxml import etree

from tests.reading.making import NAMES
from tongket.reading.word.labels import Labels
from tongket.reading.word.markup import parse
from tongket.reading.word.numbering import read_counters
from tongket.reading.word.styles import read_sheet

STYLES = (
    '<w:style w:styleId="Plain"/>'
    '<w:style w:styleId="Listed"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="200"/></w:pPr></w:style>'
    '<w:style w:styleId="Deep"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Named"><w:basedOn w:val="Listed"/></w:style>'
)
LEVEL = (
    '<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>{more}'
    '<w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl>'
)
LEVELS = (
    LEVEL.format(place=0, style="upperRoman", text="%1.", left=400, more="")
    + LEVEL.format(place=1, style="decimal", text="%2.", left=800, more="")
    + LEVEL.format(place=2, style="lowerLetter", text="%3)", left=1200, more='<w:pStyle w:val="Named"/>')
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def labels() -> Labels:
    sheet = read_sheet(parse(f"<w:styles {NAMES}>{STYLES}</w:styles>".encode()))
    return Labels(sheet, read_counters(parse(f"<w:numbering {NAMES}>{NUMBERING}</w:numbering>".encode()), sheet))


def properties(list_id: str = "", level: str = "", indent: str = "") -> etree._Element:
    """The properties of a paragraph; what is empty is left out."""
    place = f'<w:ilvl w:val="{level}"/>' if level else ""
    number = f'<w:numId w:val="{list_id}"/>' if list_id else ""
    numbered = f"<w:numPr>{place}{number}</w:numPr>" if list_id or level else ""
    indented = f'<w:ind w:left="{indent}"/>' if indent else ""
    return parse(f"<w:pPr {NAMES}>{numbered}{indented}</w:pPr>".encode())


FIRST = [
    (None, "Plain", "", 0.0),
    (properties(), "Plain", "", 0.0),
    (properties("1"), "Plain", "I.", 20.0),
    (properties("1", "1"), "Plain", "1.", 40.0),
    (properties("1", "2"), "Plain", "a)", 60.0),
    (properties("1", "8"), "Plain", "", 0.0),
    (properties("9"), "Plain", "", 0.0),
    (properties("0"), "Listed", "", 10.0),
    (None, "Listed", "I.", 10.0),
    (properties("1"), "Listed", "I.", 20.0),
    (properties("1", indent="100"), "Listed", "I.", 5.0),
    (properties(indent="100"), "Plain", "", 5.0),
    (None, "Deep", "1.", 40.0),
    (properties(level="2"), "Deep", "a)", 60.0),
    (None, "Named", "a)", 10.0),
]


@pytest.mark.parametrize(("own", "style", "label", "indent"), FIRST)
def test_first_paragraph_gets_its_label_and_indent(
    own: etree._Element | None, style: str, label: str, indent: float
) -> None:
    assert labels().next(own, style) == (label, indent)


def test_paragraphs_of_one_list_are_counted_in_their_order() -> None:
    running = labels()
    rows = [(properties("1"), "Plain"), (None, "Deep"), (None, "Deep"), (None, "Plain"), (None, "Listed")]

    given = [running.next(own, style)[0] for own, style in rows]

    assert given == ["I.", "1.", "2.", "", "II."]
