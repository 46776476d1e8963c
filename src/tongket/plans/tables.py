"""Tables of the body: rows of cells with the words of their heads, so that a row reads like a bullet."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from tongket.plans.wording import Piece, flat, rule
from tongket.reading.document import Line

Row = tuple[tuple[Piece, ...], ...]

_HEAD = rule(
    r"^(?:tt|stt|số tt|số thứ tự|nội dung.*|công việc.*|nhiệm vụ.*|đơn vị.*|cơ quan.*|tên.*|thời gian.*|thời hạn.*|"
    r"hạn.*|người.*|bộ phận.*|ghi chú|chủ trì.*|phối hợp.*|sản phẩm.*|phụ trách.*|số lượng.*|chủ đề.*|địa phương.*|"
    r"tập thể|cá nhân|hộ|chỉ tiêu.*|tham luận.*|kết quả.*|thành phần.*|kinh phí.*|địa điểm.*|tiến độ|hoàn thành.*)$"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the words of its heads (empty where it has none), its rows without them, and the line after it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    end: int


def read_table(lines: Sequence[Line], first: int, end: int) -> Table | None:
    """The table that begins at line `first`, or None where there is none or it has a single column."""
    cell = lines[first].cell
    if cell is None:
        return None
    last = first
    while last < end and (held := lines[last].cell) is not None and held.table == cell.table:
        last += 1
    width = 1 + max(line.cell.column for line in lines[first:last] if line.cell)
    if width < 2:
        return None
    rows = _rows(lines, first, last, width)
    columns = _columns(rows[0]) if rows else ()
    return Table(columns, rows[1:] if columns else rows, last)


def _rows(lines: Sequence[Line], first: int, last: int, width: int) -> tuple[Row, ...]:
    """Every row with words, as `width` cells; a cell is the pieces of its lines."""
    rows = []
    for _, group in groupby(range(first, last), lambda place: lines[place].cell.row):  # type: ignore[union-attr]
        cells: list[list[Piece]] = [[] for _ in range(width)]
        for place in group:
            cells[lines[place].cell.column].append(Piece(lines[place].text, place))  # type: ignore[union-attr]
        filled = tuple(tuple(cell) for cell in cells)
        rows.append((filled[0] or next(cell for cell in filled if cell), *filled[1:]))
    return tuple(rows)


def is_column_head(text: str) -> bool:
    """Whether `text` is what stands over a column: TT, Nội dung, Đơn vị chủ trì, Thời gian hoàn thành."""
    return len(text) < 60 and bool(_HEAD.match(flat(text).strip(" :")))


def _columns(row: Row) -> tuple[str, ...]:
    """The words of the heads, when most cells of the first row are words that heads use."""
    texts = tuple(flat(" ".join(piece.text for piece in cell)).strip(" :") for cell in row)
    known = sum(is_column_head(text) for text in texts)
    return texts if known * 2 > len(texts) else ()


def words_of(cell: Sequence[Piece]) -> str:
    """The words of a cell, its lines joined by spaces."""
    return " ".join(piece.text for piece in cell)
