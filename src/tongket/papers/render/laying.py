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
# The number that the form gives to footnotes.
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


def laid(flows: Sequence[Flow], blocks: int) -> list[tuple[float, tuple[Place, ...]]]:
    """For each flow its pages with the used share of the last one, and the places of all `blocks` of the manuscript.

    All are set in one go: what typst does before and after a paper is done once.
    """
    told = iter(_marks([flow for flow in flows if flow.blocks]))
    return [_laid(flow, next(told), blocks) if flow.blocks else (0.0, _filled((), blocks)) for flow in flows]


def _marks(flows: Sequence[Flow]) -> list[list[Mark]]:
    """The marks in each flow, in the order in which they stand, on pages of its own that count from 1."""
    if not flows:
        return []
    papers = [paper_data(flow, with_pictures=False) for flow in flows]
    papers_of_pages, marks = answer(_LAID, {"papers": papers}, _QUESTION)
    made: list[list[Mark]] = [[] for _ in flows]
    for number, is_end, page, y_mm in marks:
        paper = papers_of_pages[page - 1]
        made[paper].append((number, is_end, page - papers_of_pages.index(paper), y_mm))
    return made


def _laid(flow: Flow, marks: Sequence[Mark], blocks: int) -> tuple[float, tuple[Place, ...]]:
    begins, ends = _points(marks)
    notes = begins.pop(_NOTE, [])
    ends.pop(_NOTE, None)
    parts: dict[int, list[Block]] = defaultdict(list)
    for number, block in zip(flow.numbers, flow.blocks, strict=True):
        parts[number].append(block)
    placed = [_place(number, begins[number], ends[number], parts[number], flow) for number in sorted(begins)]
    return _pages(placed, notes, flow), _filled(placed, blocks)


def _points(marks: Sequence[Mark]) -> tuple[dict[int, list[Point]], dict[int, list[Point]]]:
    begins: dict[int, list[Point]] = defaultdict(list)
    ends: dict[int, list[Point]] = defaultdict(list)
    for number, is_end, page, y_mm in marks:
        (ends if is_end else begins)[number].append((page, y_mm))
    return begins, ends


def _place(number: int, begins: Sequence[Point], ends: Sequence[Point], parts: Sequence[Block], flow: Flow) -> Place:
    """The place of one block, set in `parts`, from the base lines of its first and last lines."""
    (page, y_mm), (end_page, end_y_mm) = min(begins), max(ends)
    top = flow.sheet.top_mm
    return Place(
        number,
        page,
        max(0.0, y_mm - _above_mm(parts[0], flow) - top),
        end_page,
        min(flow.text_mm, end_y_mm + _below_mm(parts[-1], flow) - top),
    )


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


def _pages(placed: Sequence[Place], notes: Sequence[Point], flow: Flow) -> float:
    """Full pages and the share of the last one's height that text above and notes below take together."""
    last = max([*(place.end_page for place in placed), *(page for page, _ in notes)])
    text_mm = max((place.end_mm for place in placed if place.end_page == last), default=0.0)
    first_note = min((y_mm for page, y_mm in notes if page == last), default=None)
    bottom_mm = flow.sheet.top_mm + flow.text_mm
    notes_mm = bottom_mm - first_note + flow.note_pt * ASCENT / PT_PER_MM if first_note is not None else 0.0
    return last - 1 + min(1.0, (text_mm + notes_mm) / flow.text_mm)


def _filled(placed: Sequence[Place], blocks: int) -> tuple[Place, ...]:
    """A place for every block: one that is not set stands where the one before it ends."""
    known = {place.block: place for place in placed}
    made: list[Place] = []
    for number in range(blocks):
        page, end = (made[-1].end_page, made[-1].end_mm) if made else (1, 0.0)
        made.append(known.get(number, Place(number, page, end, page, end)))
    return tuple(made)
