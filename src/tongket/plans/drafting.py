"""Lines to drafts: every line of the body finds its mark and the place that holds it, by the order of the marks."""

from collections.abc import Iterator, Sequence

from tongket.plans.leads import short_lead
from tongket.plans.lexicon import subjects_of
from tongket.plans.numbering import BULLETS, NUMBERED, Mark, Rank, read_mark
from tongket.plans.outline import Draft, Kind
from tongket.plans.tables import Table, read_table
from tongket.plans.wording import Piece, is_capitals
from tongket.reading.document import Line

_LONGEST_CAPTION = 140


def draft(lines: Sequence[Line], first: int, end: int) -> list[Draft]:
    """A draft for each line from `first` to `end`, each knowing its parent; rows of a table are one draft each."""
    drafts: list[Draft] = []
    stack: list[int] = []
    for unit in _units(lines, first, end):
        if isinstance(unit, Table):
            _add_rows(drafts, stack, unit)
            continue
        line, piece = unit
        listed = heads_list(lines, piece.line, end)
        made = Draft(piece, read_mark(piece.text), bold=line.bold, gap=line.gap, heads_list=listed)
        _place(drafts, stack, made)
    return drafts


def heads_list(lines: Sequence[Line], place: int, end: int) -> bool:
    """Whether a short line names a known subject over bullets or lettered points: a heading without any sign of one."""
    text = lines[place].text
    if place + 1 >= end or len(text.split()) > 8 or text.endswith((".", ";", ",")) or read_mark(text) is not None:
        return False
    below = read_mark(lines[place + 1].text)
    return below is not None and below.rank not in NUMBERED and text[:1].isupper() and bool(subjects_of(text))


def is_label(text: str) -> bool:
    """Whether a line begins with a few words that name a known subject, and a colon: "Thời gian: …"."""
    lead = short_lead(Piece(text, 0))
    return lead is not None and len(lead[0].text.split()) <= 6 and bool(subjects_of(lead[0].text))


def _units(lines: Sequence[Line], first: int, end: int) -> Iterator[tuple[Line, Piece] | Table]:
    """Single lines, and tables of more than one column as a whole."""
    place = first
    while place < end:
        table = read_table(lines, place, end)
        if table is not None:
            yield table
            place = table.end
            continue
        yield lines[place], Piece(lines[place].text, place)
        place += 1


def _add_rows(drafts: list[Draft], stack: list[int], table: Table) -> None:
    parent = _holder(drafts, [place for place in stack if not drafts[place].piece.text.endswith((".", ";"))])
    for row in table.rows:
        made = Draft(row[0][0], None, parent, kind=Kind.ROW, cells=row, columns=table.columns)
        _append(drafts, made)


def _append(drafts: list[Draft], made: Draft) -> int:
    drafts.append(made)
    place = len(drafts) - 1
    if made.parent >= 0:
        drafts[made.parent].children.append(place)
    return place


def _holder(drafts: Sequence[Draft], stack: Sequence[int]) -> int:
    """The nearest numbered place or caption: what has no mark of its own does not stand under a bullet."""
    held = (
        place
        for place in reversed(stack)
        if drafts[place].kind is Kind.CAPTION or (drafts[place].mark and drafts[place].mark.rank in _HOLDING)  # type: ignore[union-attr]
    )
    return next(held, -1)


_HOLDING = NUMBERED | {Rank.LETTER, Rank.BRACKET}


def _place(drafts: list[Draft], stack: list[int], made: Draft) -> None:
    """Finds the parent: a mark of a family already open closes what is deeper; a new family goes one deeper."""
    if made.mark is not None:
        _close(drafts, stack, made.mark)
        made.parent = stack[-1] if stack else -1
        stack.append(_append(drafts, made))
        return
    if _is_caption(made):
        _close_for_caption(drafts, stack, made)
        made.kind = Kind.CAPTION
        made.parent = stack[-1] if stack else -1
        stack.append(_append(drafts, made))
        return
    if made.gap and is_label(made.piece.text):
        _leave_plain_captions(drafts, stack)
    made.parent = _holder(drafts, stack)
    _append(drafts, made)


def _leave_plain_captions(drafts: Sequence[Draft], stack: list[int]) -> None:
    """A label that stands apart belongs to no list under a heading that is none by its look."""
    place = next((depth for depth, held in enumerate(stack) if drafts[held].heads_list), None)
    if place is not None:
        del stack[place:]


def _close(drafts: Sequence[Draft], stack: list[int], mark: Mark) -> None:  # nested: one walk, three ends
    """Takes from `stack` all that cannot hold `mark`."""
    if mark.rank is Rank.DOTTED:
        _close_for_dotted(drafts, stack, mark.label)
        return
    for depth, place in enumerate(stack):
        if _same_family(drafts, stack, depth, mark):
            del stack[depth:]
            return
        if drafts[place].kind is Kind.CAPTION and mark.rank in _ABOVE_CAPTIONS and not _is_top(drafts[place]):
            del stack[depth:]
            return
    if mark.rank in NUMBERED:
        while stack and (drafts[stack[-1]].mark is None or drafts[stack[-1]].mark.rank in BULLETS):  # type: ignore[union-attr]
            if _is_top(drafts[stack[-1]]):
                break
            stack.pop()


_ABOVE_CAPTIONS = frozenset({Rank.PART, Rank.ARTICLE, Rank.ROMAN, Rank.CAPITAL})


def _is_top(made: Draft) -> bool:
    return made.kind is Kind.CAPTION and is_capitals(made.piece.text)


def _same_family(drafts: Sequence[Draft], stack: Sequence[int], depth: int, mark: Mark) -> bool:
    other = drafts[stack[depth]].mark
    return other is not None and (other.rank is mark.rank or (mark.rank is Rank.ARABIC and other.rank is Rank.DOTTED))


def _close_for_dotted(drafts: Sequence[Draft], stack: list[int], label: str) -> None:  # nested: guards of one walk
    """`1.1` stands under `1`, `1.1.2` under `1.1`; where the figure above is missing, under what holds figures."""
    for depth, place in enumerate(stack):
        other = drafts[place].mark
        if other is None or other.rank not in {Rank.ARABIC, Rank.DOTTED}:
            if other is not None and (other.rank in BULLETS or other.rank in {Rank.LETTER, Rank.BRACKET}):
                del stack[depth:]
                return
            continue
        if not label.startswith(f"{other.label}."):
            del stack[depth:]
            return


def _is_caption(made: Draft) -> bool:
    """A heading without number: capitals, or short words in bold, or a known subject and a colon."""
    text = made.piece.text
    if len(text) > _LONGEST_CAPTION or text.endswith((".", ";")):
        return False
    if is_capitals(text) and len(text) > 5:
        return True
    if made.heads_list or (made.bold and len(text) < 90):
        return True
    return text.endswith(":") and len(text) < 90 and bool(subjects_of(text))


def _close_for_caption(drafts: Sequence[Draft], stack: list[int], made: Draft) -> None:
    """Capitals with a known subject begin a new part; other captions stand under the numbered place they are in."""
    if is_capitals(made.piece.text) and (subjects_of(made.piece.text) or not stack):
        tops = [depth for depth, place in enumerate(stack) if _is_top(drafts[place])]
        has_numbered_top = bool(stack) and drafts[stack[0]].mark is not None
        if tops or has_numbered_top:
            del stack[tops[0] if tops else 0 :]
            return
    while stack and not _holds_captions(drafts[stack[-1]]):
        stack.pop()


def _holds_captions(made: Draft) -> bool:
    if made.mark is None:
        return _is_top(made)
    return made.mark.rank in NUMBERED
