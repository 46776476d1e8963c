"""Duties under the part that assigns work: the responsible body and what it must do."""

import re
from collections.abc import Iterator

from tongket.core.findings import words
from tongket.plans.bodies import Assigned, given_unit, leading_unit, without_prefix
from tongket.plans.facts import Task
from tongket.plans.leads import short_lead
from tongket.plans.lexicon import Subject, is_unit
from tongket.plans.outline import Kind, Node
from tongket.plans.sheet import Found, Sheet, found, is_lead_in, own_words
from tongket.plans.tables import words_of
from tongket.plans.wording import Piece, rule

_UNIT_COLUMN = rule(r"^(?:đơn vị|cơ quan|chủ trì|người|bộ phận|phụ trách|phân công|đơn vị chủ|trách nhiệm)")
_WORK_COLUMN = rule(r"^(?:nội dung|công việc|nhiệm vụ|tên công|hạng mục|phần việc|nội dung công)")


def read_tasks(sheet: Sheet) -> tuple[Found[Task], ...]:
    """One row for each bullet, paragraph or table row that gives a body its work."""
    rows: list[Found[Task]] = []
    for node in sheet.outline.on(Subject.TASKS):
        if node.kind is Kind.ROW:
            rows += _row(node)
            continue
        if is_lead_in(node):
            continue
        piece = own_words(node)
        if piece is not None and piece.text:
            rows += _statement(sheet, node, piece)
    return tuple(rows or _outside(sheet))


_ELSEWHERE = frozenset(
    {Subject.PURPOSE, Subject.PAPERS, Subject.AWARDS, Subject.PARTICIPANTS, Subject.TIME, Subject.DEADLINES}
)


def _outside(sheet: Sheet) -> Iterator[Found[Task]]:
    """Where no part assigns work, as in a letter: the sentences that give a body something to do."""
    doubt = words("Văn bản không có phần phân công; lấy theo câu giao việc.")
    for node in sheet.outline:
        if _ELSEWHERE & node.subjects or node.text is None or node.kind is Kind.ROW:
            continue
        given = given_unit(node.text)
        if given is not None:
            task = Task(node.clause, given.unit.text, given.rest.trimmed().text)
            yield found(task, given.unit, given.rest, sure=0.7, doubt=doubt)


def unit_of(sheet: Sheet, node: Node) -> Piece | None:
    """The body that a place is under: its own heading, the nearest heading above, or a bullet that names one."""
    own = node.heading if node.heading is not None and is_unit(node.heading.text) else None
    named = (own, *(_named_by(above) for above in sheet.outline.above(node)))
    return next((without_prefix(piece).trimmed() for piece in named if piece is not None), None)


def _named_by(above: Node) -> Piece | None:
    """The body that a place names for what stands under it: its heading, its label, or whom its sentence asks."""
    if above.heading is not None:
        return above.heading if is_unit(above.heading.text) else None
    if above.lead is not None and is_unit(above.lead.text):
        return above.lead
    given = given_unit(above.text) if above.text is not None else None
    if given is not None:
        return given.unit
    return above.text if above.text is not None and is_unit(above.text.text) else None


def _statement(sheet: Sheet, node: Node, piece: Piece) -> Iterator[Found[Task]]:
    above = unit_of(sheet, node)
    if above is not None:
        if not (node.children and is_unit(piece.text) and node.value is not None and not node.value.text):
            yield found(Task(node.clause, above.text, piece.text), above, piece)
        return
    led = leading_unit(piece) or given_unit(piece) or _trailing_unit(piece)
    if led is not None:
        yield found(Task(node.clause, led.unit.trimmed().text, led.rest.trimmed().text), led.unit, led.rest)
        return


def _trailing_unit(piece: Piece) -> Assigned | None:
    """`Kê, dọn bàn ghế: Chi đội 9A1`: the work in front, the body behind the colon."""
    split = short_lead(piece)
    if split is None or len(split[1].text.split()) > 12 or not is_unit(split[1].text):
        return None
    body = re.split(r"[.(]", split[1].text, maxsplit=1)[0]
    return Assigned(split[1].cut(0, len(body)).trimmed(), split[0])


def _row(node: Node) -> Iterator[Found[Task]]:
    """A table row: the columns by their heads, else the cell that names a body and the longest other one."""
    texts = [words_of(cell) for cell in node.cells]
    unit = next((place for place, text in enumerate(node.columns) if _UNIT_COLUMN.match(text)), None)
    work = next((place for place, text in enumerate(node.columns) if _WORK_COLUMN.match(text)), None)
    if unit is None:
        unit = next((place for place, text in enumerate(texts) if is_unit(text)), None)
    if work is None and unit is not None:
        work = max((place for place in range(len(texts)) if place != unit), key=lambda place: len(texts[place]))
    if unit is None or work is None or not texts[unit] or not texts[work]:
        return
    yield found(
        Task(node.clause, texts[unit].rstrip(" .;:"), texts[work].rstrip(" .;")), *node.cells[unit], *node.cells[work]
    )
