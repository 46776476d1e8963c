from dataclasses import replace

from tongket.reading.document import Cell, Line
from tongket.reading.pdf.continued import rejoined

EDGES = [(90.0, 130.0, 500.0), (90.5, 130.0, 500.0), (90.0, 300.0, 500.0)]


def line(text: str, page: int, table: int, row: int, column: int) -> Line:
    return Line(text, page=page, cell=Cell(table, row, column))


def cells(*lines: Line) -> list[Cell | None]:
    return [made.cell for made in rejoined(lines, EDGES)]


LAST = line("Hội Nông dân", 1, 0, 4, 1)


def test_table_that_a_page_cut_counts_its_rows_on() -> None:
    assert cells(LAST, line("5", 2, 1, 0, 0), line("Huyện đoàn", 2, 1, 0, 1), line("6", 2, 1, 1, 0)) == [
        Cell(0, 4, 1),
        Cell(0, 5, 0),
        Cell(0, 5, 1),
        Cell(0, 6, 0),
    ]


def test_row_that_a_page_cut_goes_on_where_its_first_cell_is_empty() -> None:
    assert cells(LAST, line("huyện", 2, 1, 0, 1), line("5", 2, 1, 1, 0)) == [
        Cell(0, 4, 1),
        Cell(0, 4, 1),
        Cell(0, 5, 0),
    ]


def test_other_tables_stay_apart() -> None:
    below = line("1", 2, 1, 0, 0)

    assert cells(LAST, replace(below, page=1)) == [Cell(0, 4, 1), Cell(1, 0, 0)]
    assert cells(LAST, Line("Lưu ý", page=2), below) == [Cell(0, 4, 1), None, Cell(1, 0, 0)]
    assert cells(LAST, line("1", 2, 2, 0, 0)) == [Cell(0, 4, 1), Cell(2, 0, 0)]
    assert cells() == []
