"""Tables of a .docx: spans, heading rows, widths, borders, grounds."""

import pytest

from tests.reading.making import paragraph, run
from tests.reading.manuscript.making import manuscript, plain, tables
from tongket.reading.manuscript.values import Cell, Table

EDGE = '<w:top w:val="single"/>'
GRID = (
    f'<w:style w:type="table" w:styleId="G"><w:tblPr><w:tblBorders>{EDGE}</w:tblBorders></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="D"><w:basedOn w:val="G"/><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
)


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", grid: str = "", styles: str = "") -> Table:
    inside = f"<w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}"
    return tables(manuscript(f"<w:tbl>{inside}</w:tbl>{paragraph('Sau')}", styles=styles))[0]


def shown(found: Table) -> list[list[tuple[str, int, int]]]:
    return [[(" ".join(p.text for p in each.paragraphs), each.across, each.down) for each in r] for r in found.rows]


def test_cells_that_cover_columns_and_rows() -> None:
    found = table(
        row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Số học viên", '<w:gridSpan w:val="2"/>')),
        row(cell("", "<w:vMerge/>"), cell("2022"), cell("2023")),
        row(cell("", "<w:vMerge/>"), cell("45"), cell("62")),
        row(cell("a"), cell("b"), cell("c")),
    )

    assert shown(found) == [
        [("TT", 1, 3), ("Số học viên", 2, 1)],
        [("2022", 1, 1), ("2023", 1, 1)],
        [("45", 1, 1), ("62", 1, 1)],
        [("a", 1, 1), ("b", 1, 1), ("c", 1, 1)],
    ]


def test_words_in_a_cell_that_goes_on_are_not_lost() -> None:
    found = table(row(cell("trên", '<w:vMerge w:val="restart"/>')), row(cell("dưới", '<w:vMerge w:val="continue"/>')))

    assert found.rows == ((Cell((plain("trên"), plain("dưới")), 1, 2),), ())


def test_a_cell_that_goes_on_with_nothing_stands_by_itself() -> None:
    assert shown(table(row(cell("một", "<w:vMerge/>")))) == [[("một", 1, 1)]]


def test_columns_left_free_are_empty_cells() -> None:
    skipping = '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'

    assert shown(table(row(cell("a"), properties=skipping))) == [[("", 1, 1), ("a", 1, 1), ("", 2, 1)]]


def test_heading_rows_are_those_at_the_top() -> None:
    head = "<w:tblHeader/>"

    assert table(row(cell("a"), properties=head), row(cell("b"), properties=head), row(cell("c"))).heading_rows == 2
    assert table(row(cell("a")), row(cell("b"), properties=head)).heading_rows == 0


def test_rows_struck_out_are_left_out() -> None:
    assert shown(table(row(cell("a"), properties="<w:del/>"), row(cell("b")))) == [[("b", 1, 1)]]


@pytest.mark.parametrize(
    ("grid", "widths"),
    [
        ('<w:gridCol w:w="2340"/><w:gridCol w:w="7020"/>', (0.25, 0.75)),
        ('<w:gridCol w:w="936"/><w:gridCol w:w="1872"/>', (0.1, 0.2)),
        ('<w:gridCol w:w="9360"/><w:gridCol w:w="9360"/>', (0.5, 0.5)),
        ('<w:gridCol w:w="9360"/>', ()),
        ('<w:gridCol w:w="0"/><w:gridCol w:w="10"/>', ()),
        ("", ()),
    ],
)
def test_widths_are_shares_of_the_line(grid: str, widths: tuple[float, ...]) -> None:
    assert table(row(cell("a"), cell("b")), grid=grid).widths == widths


@pytest.mark.parametrize(
    ("properties", "of_cell", "is_ruled"),
    [
        ("", "", False),
        (f"<w:tblBorders>{EDGE}</w:tblBorders>", "", True),
        ('<w:tblBorders><w:top w:val="nil"/></w:tblBorders>', "", False),
        ('<w:tblStyle w:val="G"/>', "", True),
        ('<w:tblStyle w:val="D"/>', "", True),
        ('<w:tblStyle w:val="G"/>', '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>', False),
        ("", f"<w:tcBorders>{EDGE}</w:tcBorders>", True),
    ],
)
def test_borders(properties: str, of_cell: str, *, is_ruled: bool) -> None:
    assert table(row(cell("a", of_cell)), properties=properties, styles=GRID).is_ruled is is_ruled


@pytest.mark.parametrize(
    ("properties", "of_cell", "is_hidden"),
    [
        ("", "", True),
        ("", '<w:shd w:val="clear" w:fill="C00000"/>', False),
        ('<w:tblStyle w:val="D"/>', "", False),
        ('<w:tblStyle w:val="G"/>', "", True),
    ],
)
def test_white_words_are_read_on_a_dark_ground(properties: str, of_cell: str, *, is_hidden: bool) -> None:
    inside = paragraph(inside=run("chữ", '<w:color w:val="FFFFFF"/>'))
    found = table(f"<w:tr><w:tc><w:tcPr>{of_cell}</w:tcPr>{inside}</w:tc></w:tr>", properties=properties, styles=GRID)

    assert found.rows[0][0].paragraphs[0].pieces[0].is_hidden is is_hidden


def test_rows_and_cells_inside_controls_are_read() -> None:
    held = f"<w:sdt><w:sdtContent>{row(cell('b'))}</w:sdtContent></w:sdt>"

    assert shown(table(row(cell("a")), held)) == [[("a", 1, 1)], [("b", 1, 1)]]
