"""Reads a filled form back by its codes; whatever a person did to it, nothing is lost without a word."""

from collections.abc import Iterable

from tongket.core.findings import Finding
from tongket.core.text import clean, fold_tones
from tongket.reading.archive import examine_open_sheet, examine_workbook
from tongket.reading.compound import is_old_workbook
from tongket.reading.guard import examine
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.office import as_docx, as_workbook
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable, refuse
from tongket.reviews.offline import fields
from tongket.reviews.offline.gathering import Gathered, gather
from tongket.reviews.offline.layout import FORM, MARK, OPEN_SHEET, SHEET
from tongket.reviews.offline.telling import of_revision, of_unit
from tongket.reviews.values import Filled, Outline

_CHILD = "tongket.reviews.offline.child"
# An OpenDocument begins with its type, unpacked (OpenDocument 1.2, part 3, 3.3).
_OPEN_TYPE, _TYPE_WITHIN = b"application/vnd.oasis.opendocument.spreadsheet", 200


def read_form(data: bytes, outline: Outline, *, limits: Limits = DEFAULT) -> tuple[Filled, tuple[Finding, ...]] | None:
    """What a unit filled in, and what was noticed; None for a file that is none of our forms.

    `Filled.unit` is the key that the form was written for, `revision` that of its outline: an older form is read by its
    codes and said. Raises Unreadable for a file that is hostile, broken or locked.
    """
    reader, grids = _grids(data, limits)
    return understood(grids, outline, is_sheet=reader != FORM)


def understood(
    grids: tuple[fields.Grid, ...], outline: Outline, *, is_sheet: bool
) -> tuple[Filled, tuple[Finding, ...]] | None:
    """What the sheets or tables of a form say; None where they are none of ours."""
    known = _identity(grids)
    if known is None:
        return None
    gathered = gather(grids, outline, is_sheet=is_sheet)
    return _filled(known, gathered), (
        *of_revision(known.get("revision", ""), outline),
        *of_unit(known.get("unit_name", ""), grids),
        *gathered.findings,
    )


def _filled(known: dict[str, str], gathered: Gathered) -> Filled:
    revision = known.get("revision", "")
    return Filled(
        known.get("unit", ""),
        int(revision) if revision.isdecimal() else None,
        gathered.answers,
        tuple(gathered.figures),
        tuple(gathered.exemplars),
        gathered.manner,
        gathered.held_on,
        gathered.signer,
    )


def _grids(data: bytes, limits: Limits) -> tuple[str, tuple[fields.Grid, ...]]:
    """Which reader took the file, and what it found; nothing for a kind that no form has."""
    reader, made = _reader(data, limits)
    if not reader:
        return "", ()
    try:
        return reader, fields.decode(answer_of_child(_CHILD, reader, made, limits))
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def _reader(data: bytes, limits: Limits) -> tuple[str, bytes]:
    """Which reader takes the file, and the bytes it takes: old files of Office are made new first; empty: none."""
    if is_old_workbook(data):
        data = as_workbook(data, limits)
    try:
        kind = examine(data, limits)
    except Unreadable as refusal:
        if refusal.finding.code != "other-format" or not data.startswith(b"PK"):
            raise
        return _sheet_reader(data, limits), data
    if kind in FOREIGN:
        data = as_docx(data, kind, limits)
        kind = examine(data, limits)
    return (FORM if kind is Kind.DOCX else ""), data


def _sheet_reader(data: bytes, limits: Limits) -> str:
    """The reader of a workbook that is safe to open; raises Unreadable for another archive."""
    if _OPEN_TYPE in data[:_TYPE_WITHIN]:
        examine_open_sheet(data, limits)
        return OPEN_SHEET
    examine_workbook(data, limits)
    return SHEET


def _identity(grids: Iterable[fields.Grid]) -> dict[str, str] | None:
    """Revision and unit as the form carries them; empty where only its columns tell that it is ours; None: not ours."""
    is_ours = False
    for grid in grids:
        cells = {place: clean(field.value) for place, field in grid.cells.items()}
        if MARK not in cells.values():
            continue
        is_ours = True
        pairs = {value: cells.get((row, column + 1), "") for (row, column), value in cells.items()}
        if pairs.get("form") == MARK:
            return {name: pairs.get(name, "") for name in ("revision", "unit", "unit_name")}
    return {} if is_ours else None


def is_of(filled: Filled, unit_key: str) -> bool:
    """Whether the form was written for this unit, or for nobody that it says."""
    return not filled.unit or fold_tones(filled.unit) == fold_tones(unit_key)
