from tests.factories.manuscripts import png
from tongket.papers.render.flow import Flow, Inset
from tongket.papers.render.tables import Grid, grid_of
from tongket.reading.manuscript.values import Cell, Paragraph, Picture, Piece, Sheet, Table

ROOM_MM = 165.0


def flow() -> Flow:
    pictures = (Picture(png(4, 4), "image/png", 40, 200),)
    return Flow(Sheet(), (), (), (), pictures, Inset(1.5, 2.0), 6.0, 11.0, ())


def cell(text: str = "", across: int = 1, down: int = 1) -> Cell:
    return Cell((Paragraph((Piece(text, size_pt=13),) if text else ()),), across, down)


def table(*rows: tuple[Cell, ...], heading_rows: int = 0, widths: tuple[float, ...] = ()) -> Table:
    return Table(rows, heading_rows=heading_rows, widths=widths)


def places(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(each.column, each.row, each.across, each.down) for each in grid.cells]


def test_spans_push_what_follows() -> None:
    made = grid_of(table((cell("a", down=2), cell("b", across=2)), (cell("c"), cell("d"))), flow(), ROOM_MM)

    assert places(made) == [(0, 0, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (2, 1, 1, 1)]


def test_spans_end_where_another_cell_stands_and_at_the_last_row() -> None:
    made = grid_of(table((cell("a"), cell("b", down=9), cell("c")), (cell("d", across=3), cell("e"))), flow(), ROOM_MM)

    assert places(made) == [(0, 0, 1, 1), (1, 0, 1, 2), (2, 0, 1, 1), (0, 1, 1, 1), (2, 1, 1, 1)]


def test_holes_are_filled() -> None:
    made = grid_of(table((cell("a"), cell("b"), cell("c")), (cell("d"),)), flow(), ROOM_MM)

    assert places(made)[3:] == [(0, 1, 1, 1), (1, 1, 1, 1), (2, 1, 1, 1)]


def test_heading_ends_with_its_rows_and_never_takes_all() -> None:
    spanning = grid_of(
        table((cell("a", down=3), cell("b")), (cell("c"),), (cell("d"),), heading_rows=1), flow(), ROOM_MM
    )
    all_heading = grid_of(table((cell("a"),), (cell("b"),), heading_rows=2), flow(), ROOM_MM)

    assert spanning.cells[0].down == 1
    assert (spanning.heading_rows, all_heading.heading_rows) == (1, 0)


def test_widths_follow_the_authors_shares_and_fill_the_line() -> None:
    made = grid_of(table((cell("a"), cell("b")), widths=(0.25, 0.75)), flow(), 160.0)

    assert made.widths_mm == (40.0, 120.0)


def test_unknown_widths_follow_the_words() -> None:
    made = grid_of(table((cell("1"), cell("Vận động hiến đất mở đường vào xóm"))), flow(), ROOM_MM)

    assert round(sum(made.widths_mm), 6) == ROOM_MM
    assert made.widths_mm[0] < made.widths_mm[1]


def test_row_that_is_high_may_be_torn() -> None:
    picture = Cell((Paragraph((Piece("", picture=0),)),))

    made = grid_of(table((cell("a"),), (cell("dài " * 900),), (picture,)), flow(), ROOM_MM)

    assert made.torn == {1, 2}


def test_no_more_columns_than_word_takes() -> None:
    made = grid_of(table(tuple(cell(str(number)) for number in range(90))), flow(), ROOM_MM)

    assert len(made.widths_mm) == 63
