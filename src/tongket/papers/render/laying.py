"""Lays flows out by typst without drawing them: how many pages each takes, and where its blocks stand."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import ASCENT, DESCENT, LINE
from tongket.documents.render.typesetting import Data, answer
from tongket.papers.render.data import paper_data, size_of
from tongket.papers.render.flow import Flow, paragraphs_of
from tongket.papers.render.pictures import shown_mm
from tongket.papers.render.values import Heading, Place
from tongket.reading.manuscript.values import Block, Table

FORM = Path(__file__).parent / "paper.typ"
_LAID = Path(__file__).parent / "laid.typ"
# The paper on each page, then every mark with its place.
_QUESTION = """(
  query(<paper-page>).map(each => each.value),
  query(<paper-place>).map(each => { let at = each.location().position(); (..each.value, at.page, at.y.mm()) }),
)"""
# The number that the form gives to footnotes, which are marked where they begin.
_NOTE = -1
# A page and a height on it, in millimetres from the edge of the sheet.
Point = tuple[int, float]
# The number of a block or of notes, whether it ends there, and the point.
Mark = tuple[int, bool, int, float]


def form_data(flow: Flow, heading: Heading | None, *, with_pictures: bool = True) -> Data:
    """What the form `paper.typ` reads."""
    said = heading or Heading("")
    titled = {"title": said.title or "Tham luận", "unit": said.unit, "speaker": said.speaker}
    return {"paper": paper_data(flow, with_pictures=with_pictures), "heading": titled}


def laid(flow: Flow, blocks: int, others: Sequence[Flow] = ()) -> tuple[float, tuple[Place, ...], list[float]]:
    """The pages of a flow with the used share of the last one, the places of all `blocks`, and the pages of `others`.

    All are set in one go: what typst does before and after a paper is done once.
    """
    marks, *others_marks = _marks([flow, *others])
    return (
        _pages(flow, marks),
        _places(flow, marks, blocks),
        [_pages(other, theirs) for other, theirs in zip(others, others_marks, strict=True)],
    )


def _marks(flows: Sequence[Flow]) -> list[list[Mark]]:
    """The marks in each flow, in the order in which they stand, on pages of its own that count from 1.

    Only in the first is marked where blocks begin as well.
    """
    made: list[list[Mark]] = [[] for _ in flows]
    there = [number for number, flow in enumerate(flows) if flow.blocks]
    if not there:
        return made
    papers = [
        paper_data(flows[number], with_pictures=False) | {"marks": "ends" if number else "all"} for number in there
    ]
    papers_of_pages, marks = answer(_LAID, {"papers": papers}, _QUESTION)
    for number, is_end, page, y_mm in marks:
        paper = papers_of_pages[page - 1]
        made[there[paper]].append((number, is_end, page - papers_of_pages.index(paper), y_mm))
    return made


def _places(flow: Flow, marks: Sequence[Mark], blocks: int) -> tuple[Place, ...]:
    """The place of every block."""
    begins, ends = _points(marks)
    parts: dict[int, list[Block]] = defaultdict(list)
    for number, block in zip(flow.numbers, flow.blocks, strict=True):
        parts[number].append(block)
    placed = [_place(number, begins[number], ends[number], parts[number], flow) for number in sorted(begins)]
    return _filled(placed, blocks)


def _points(marks: Sequence[Mark]) -> tuple[dict[int, list[Point]], dict[int, list[Point]]]:
    """Where blocks begin and end."""
    begins: dict[int, list[Point]] = defaultdict(list)
    ends: dict[int, list[Point]] = defaultdict(list)
    for number, is_end, page, y_mm in marks:
        if number != _NOTE:
            (ends if is_end else begins)[number].append((page, y_mm))
    return begins, ends


def _place(number: int, begins: Sequence[Point], ends: Sequence[Point], parts: Sequence[Block], flow: Flow) -> Place:
    """The place of one block, set in `parts`, from the base lines of its first and last lines."""
    (page, y_mm), (end_page, end_y_mm) = min(begins), max(ends)
    top_mm = max(0.0, y_mm - _above_mm(parts[0], flow) - flow.sheet.top_mm)
    return Place(number, page, top_mm, end_page, _end_mm(end_y_mm, parts[-1], flow))


def _end_mm(y_mm: float, block: Block, flow: Flow) -> float:
    """How far below the upper edge of the text a block ends whose last base line stands at `y_mm`."""
    return min(flow.text_mm, y_mm + _below_mm(block, flow) - flow.sheet.top_mm)


def _above_mm(block: Block, flow: Flow) -> float:
    """How far the base line of the first line lies below the upper edge of a block."""
    first = next(paragraphs_of([block]))
    size, spacing = size_of(first), first.spacing
    inset = flow.inset.above_pt if isinstance(block, Table) else 0.0
    picture = first.pieces[0].picture if first.pieces else None
    picture_pt = 0.0 if picture is None else shown_mm(flow.pictures[picture], flow.line_mm, flow.text_mm)[1] * PT_PER_MM
    line_pt = size * (ASCENT + min(spacing.lines - 1, 0) * LINE) if spacing.exact_pt is None else spacing.exact_pt * 0.8
    return (max(line_pt, picture_pt) + inset) / PT_PER_MM


def _below_mm(block: Block, flow: Flow) -> float:
    last = list(paragraphs_of([block]))[-1]
    inset = flow.inset.above_pt if isinstance(block, Table) else 0.0
    exact = last.spacing.exact_pt
    return ((size_of(last) * DESCENT if exact is None else exact * 0.2) + inset) / PT_PER_MM


def _pages(flow: Flow, marks: Sequence[Mark]) -> float:
    """Full pages and the share of the last one's height that text above and notes below take together."""
    last = max((page for _, _, page, _ in marks), default=0)
    there = [(number, is_end, y_mm) for number, is_end, page, y_mm in marks if page == last]
    blocks = dict(zip(flow.numbers, flow.blocks, strict=True))
    ends = (_end_mm(y_mm, blocks[number], flow) for number, is_end, y_mm in there if is_end and number != _NOTE)
    text_mm = max(ends, default=0.0)
    first_note = min((y_mm for number, _, y_mm in there if number == _NOTE), default=None)
    bottom_mm = flow.sheet.top_mm + flow.text_mm
    notes_mm = bottom_mm - first_note + flow.note_pt * ASCENT / PT_PER_MM if first_note is not None else 0.0
    return last - 1 + min(1.0, (text_mm + notes_mm) / flow.text_mm) if marks else 0.0


def _filled(placed: Sequence[Place], blocks: int) -> tuple[Place, ...]:
    """A place for every block: one that is not set stands where the one before it ends."""
    known = {place.block: place for place in placed}
    made: list[Place] = []
    for number in range(blocks):
        page, end = (made[-1].end_page, made[-1].end_mm) if made else (1, 0.0)
        made.append(known.get(number, Place(number, page, end, page, end)))
    return tuple(made)
