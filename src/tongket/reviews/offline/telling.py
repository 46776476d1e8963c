"""What is told about a form as a whole: an older revision, another unit's name, rows and columns nobody knows. Pure."""

from collections.abc import Iterable, Iterator

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, fold_tones
from tongket.reviews.offline.fields import Field, Grid
from tongket.reviews.offline.layout import UNIT_LABEL
from tongket.reviews.values import Outline


def of_revision(written: str, outline: Outline) -> Iterator[Finding]:
    """The form is of another revision than the outline, or does not say."""
    if written == str(outline.revision):
        return
    values = {"found": written, "wanted": outline.revision}
    if not written:
        found = words("Biểu không còn ghi số bản; đã đọc theo mã từng dòng.")
    else:
        found = words("Biểu là bản {found}, đề cương hiện nay là bản {wanted}; đã đọc theo mã từng dòng.")
    todo = words("Xem lại các mục mới thêm và các số chưa có.")
    yield Finding("form-revision", Level.ADVICE, found, todo=todo, values=values)


def of_unit(written_for: str, grids: Iterable[Grid]) -> Iterator[Finding]:
    """A name was typed over the unit's: the form of one unit was filled by another."""
    shown = [(grid.name, clean(field.value)) for grid in grids if not grid.is_hidden for field in grid.cells.values()]
    named = [(sheet, text.removeprefix(UNIT_LABEL).strip()) for sheet, text in shown if text.startswith(UNIT_LABEL)]
    others = [pair for pair in named if pair[1] and fold_tones(pair[1]) != fold_tones(written_for)]
    if others and written_for:
        sheet, name = others[0]
        yield Finding(
            "form-other-unit",
            Level.APPROVAL,
            words("Biểu phát cho “{wanted}” nhưng trang “{sheet}” ghi “{found}”."),
            todo=words("Chọn đúng đơn vị trước khi nộp."),
            values={"wanted": written_for, "found": name, "sheet": sheet},
        )


def unknown_row(cells: Iterable[Field], place: str, code: str = "") -> Finding:
    """A row that was filled in and whose code or name nobody knows; its words are kept in the quote."""
    return Finding(
        "form-unknown-row",
        Level.APPROVAL,
        words("Dòng {place} có nội dung nhưng không thuộc đề cương.")
        if not code
        else words("Dòng {place} mang mã “{code}”, đề cương hiện nay không có."),
        todo=words("Chép sang đúng mục, hoặc bỏ qua."),
        quote=_words(cells),
        values={"place": place, "code": code},
    )


def unknown_column(cells: Iterable[Field], place: str) -> Finding:
    """Something stands in a column that is not the form's; its words are kept in the quote."""
    return Finding(
        "form-unknown-column",
        Level.APPROVAL,
        words("Cột ở {place} không thuộc biểu nên chưa lấy."),
        todo=words("Chép số sang đúng kỳ, hoặc bỏ qua."),
        quote=_words(cells),
        values={"place": place},
    )


def said_twice(name: str, place: str, first: str, second: str) -> Finding:
    """A row stands twice and says two things; the first is taken."""
    return Finding(
        "form-row-twice",
        Level.APPROVAL,
        words("“{name}” có hai dòng ghi khác nhau: “{first}” và “{second}” ({place}); lấy dòng đầu."),
        todo=words("Xem dòng nào đúng rồi sửa trên trang."),
        quote=second,
        values={"name": name, "place": place, "first": first, "second": second},
    )


def missing_rows(names: list[str]) -> Iterator[Finding]:
    """Rows that were deleted from the form."""
    if names:
        yield Finding(
            "form-rows-missing",
            Level.ADVICE,
            words("Biểu thiếu {count} dòng: {names}."),
            todo=words("Điền các mục ấy trên trang nếu có."),
            values={"count": len(names), "names": "; ".join(names)},
        )


def unreadable_answer(code: str, found: str, wanted: str, place: str) -> Finding:
    """How or when the review was held cannot be read."""
    return Finding(
        code,
        Level.APPROVAL,
        words("Ô {place} ghi “{found}”."),
        wanted,
        todo=words("Chọn lại trên trang."),
        quote=found,
        values={"found": found, "place": place},
    )


def _words(cells: Iterable[Field]) -> str:
    return " | ".join(clean(field.value) for field in cells)[:2000]
