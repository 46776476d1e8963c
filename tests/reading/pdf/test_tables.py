from tongket.reading.pdf.glyphs import Rule
from tongket.reading.pdf.rows import Piece
from tongket.reading.pdf.tables import Grid, Span, grids_of


def lying(left: float, right: float, height: float) -> Rule:
    return Rule(left, height, right, height + 1)


def upright(left: float, bottom: float, top: float) -> Rule:
    return Rule(left, bottom, left + 1, top)


def piece(left: float, baseline: float) -> Piece:
    return Piece("x", left, left + 10, baseline, 12, bold=False, italic=False)


GRID = [
    *(lying(100, 300, height) for height in (700, 650, 600)),
    *(upright(left, 600, 700) for left in (100, 150, 300)),
]


def test_rules_that_touch_are_one_table() -> None:
    assert grids_of(GRID) == [Grid((100.5, 150.5, 300.5), (-700.5, -650.5, -600.5))]


def test_rules_apart_are_tables_apart_from_top_to_bottom() -> None:
    lower = [Rule(rule.left, rule.bottom - 300, rule.right, rule.top - 300) for rule in GRID]

    assert [grid.top for grid in grids_of([*lower, *GRID])] == [700.5, 400.5]


def test_rules_that_nearly_coincide_are_one() -> None:
    assert grids_of([*GRID, lying(100, 150, 649), upright(151, 650, 700)]) == grids_of(GRID)


def test_a_frame_or_a_line_is_no_table() -> None:
    frame = [lying(0, 500, 0), lying(0, 500, 800), upright(0, 0, 800), upright(500, 0, 800)]

    assert grids_of(frame) == []
    assert grids_of([lying(200, 400, 100)]) == []
    assert grids_of([]) == []


def test_so_many_rules_are_a_drawing() -> None:
    assert grids_of(GRID * 300) == []


def test_a_piece_stands_in_its_cell() -> None:
    grid = grids_of(GRID)[0]

    assert grid.place(piece(110, 680)) == (0, 0)
    assert grid.place(piece(200, 610)) == (1, 1)
    assert grid.place(piece(200, 720)) is None
    assert grid.place(piece(310, 680)) is None


def test_a_wall_that_is_not_drawn_joins_two_cells() -> None:
    head_joined = [
        *(lying(100, 300, height) for height in (700, 650, 600)),
        *(upright(left, 600, 700) for left in (100, 300)),
        upright(150, 600, 650),
    ]

    assert grids_of(head_joined)[0].spans == (Span(0, 0, across=2),)


def test_a_floor_that_is_not_drawn_joins_two_rows() -> None:
    side_joined = [
        *(lying(100, 300, height) for height in (700, 600)),
        lying(150, 300, 650),
        *(upright(left, 600, 700) for left in (100, 150, 300)),
    ]

    assert grids_of(side_joined)[0].spans == (Span(0, 0, down=2),)


def test_a_block_of_four_is_one_cell_and_an_angle_is_none() -> None:
    edges = [*(lying(0, 300, height) for height in (300, 0)), *(upright(left, 0, 300) for left in (0, 300))]
    block = [*edges, lying(0, 300, 100), lying(200, 300, 200), upright(200, 0, 300), upright(100, 0, 100)]
    angle = [
        *edges,
        lying(0, 300, 200),
        lying(0, 100, 100),
        lying(200, 300, 100),
        upright(100, 0, 300),
        upright(200, 0, 300),
    ]

    assert grids_of(block)[0].spans == (Span(0, 0, across=2, down=2),)
    assert grids_of(angle)[0].spans == (Span(1, 1, down=2),)


def test_borders_drawn_cell_by_cell_join_nothing() -> None:
    borders = [upright(left, bottom + 1, bottom + 49) for left in (100, 150, 300) for bottom in (600, 650)] + [
        lying(left + 1, right - 1, height) for left, right in ((100, 150), (150, 300)) for height in (700, 650, 600)
    ]

    assert [grid.spans for grid in grids_of(borders)] == [()]
