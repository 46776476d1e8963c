"""The official skeleton of a summary report, filled: five parts, the second by the clauses of the outline. Pure.

Source: the usual skeleton of a Báo cáo tổng kết (tình hình; kết quả theo nội dung, theo tổ chức thành viên; đánh giá;
phương hướng; kiến nghị; phụ lục), and for part II the contents that the plan tells to assess.
"""

from collections.abc import Iterator, Sequence

from tongket.reviews.rules import Kind
from tongket.reviews.values import Question
from tongket.synthesis.composing.coverage import coverage
from tongket.synthesis.composing.figured import figured
from tongket.synthesis.composing.models import models, organisations
from tongket.synthesis.composing.themed import themed
from tongket.synthesis.composing.values import Heard, Material, Total
from tongket.synthesis.composing.wishes import wishes
from tongket.synthesis.values import Part, Passage

# Questions of these kinds make a section of part II each.
RESULTS = frozenset({Kind.RESULT, Kind.EXEMPLAR})
ASSESSED = (
    ("III.1", "1. Ưu điểm", Kind.STRENGTH),
    ("III.2", "2. Hạn chế, khó khăn", Kind.SHORTCOMING),
    ("III.3", "3. Nguyên nhân", Kind.CAUSE),
    ("III.4", "4. Bài học kinh nghiệm", Kind.LESSON),
)


def compose(material: Material) -> tuple[Part, ...]:
    """The parts of the report in order, each passage with its slot, sources and figures; the same for the same data."""
    reported = material.coverage.counted
    context = themed("I", material.of_kind(Kind.CONTEXT), reported)
    planned = themed("IV", material.of_kind(Kind.PLANNED), reported)
    return (
        Part("I", "I. TÌNH HÌNH, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN", passages=(*coverage(material), *context)),
        Part("II", "II. KẾT QUẢ THỰC HIỆN", parts=tuple(_results(material))),
        Part("III", "III. ĐÁNH GIÁ CHUNG", parts=tuple(_assessed(material, reported))),
        Part("IV", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", passages=planned),
        Part("V", "V. KIẾN NGHỊ, ĐỀ XUẤT", parts=wishes(material.wishes)),
    )


def _assessed(material: Material, reported: int) -> Iterator[Part]:
    for code, heading, kind in ASSESSED:
        asked = next((each.clause for each in material.questions if each.kind is kind), "")
        yield Part(code, heading, asked, themed(code, material.of_kind(kind), reported))


def _results(material: Material) -> Iterator[Part]:
    """A section for each clause that asks for results, then the models, then the member organisations."""
    clauses = _clauses(material.questions)
    turn, rest = 0, set(range(len(material.totals)))
    for turn, (clause, heading) in enumerate(clauses, 1):
        chosen = _of_clause(material.totals, clause, rest, is_last=turn == len(clauses))
        yield Part(f"II.{clause or turn}", f"{turn}. {heading}", clause, _passages(material, clause, chosen, clauses))
    if not clauses:
        turn += 1
        yield Part("II.chung", f"{turn}. Kết quả chung", passages=_passages(material, "", material.totals, clauses))
    if material.models:
        turn += 1
        yield Part("II.mo-hinh", f"{turn}. Mô hình tiêu biểu", passages=models("II.mo-hinh", material.models))
    if material.organisations:
        turn += 1
        told = organisations("II.to-chuc", material.organisations)
        yield Part("II.to-chuc", f"{turn}. Kết quả của các tổ chức thành viên", passages=told)


def _clauses(questions: Sequence[Question]) -> list[tuple[str, str]]:
    """The clauses that ask for results, in the outline's order, each with its heading."""
    asked: dict[str, str] = {}
    for each in questions:
        if each.kind in RESULTS:
            asked.setdefault(each.clause or each.code, each.heading or each.text)
    return list(asked.items())


def _of_clause(totals: Sequence[Total], clause: str, rest: set[int], *, is_last: bool) -> list[Total]:
    """The totals that this clause asks for; the last clause takes those that no clause of results asks for."""
    mine = [place for place in sorted(rest) if is_last or totals[place].indicator.clause == clause]
    rest.difference_update(mine)
    return [totals[place] for place in mine]


def _passages(
    material: Material, clause: str, totals: Sequence[Total], clauses: Sequence[tuple[str, str]]
) -> tuple[Passage, ...]:
    section = f"II.{clause or 'chung'}"
    known = {code for code, _heading in clauses}
    heard = [each for each in material.of_kind(Kind.RESULT) if _belongs(each, clause, known, clauses)]
    return (*figured(section, totals, material.since), *themed(section, heard, material.coverage.counted))


def _belongs(heard: Heard, clause: str, known: set[str], clauses: Sequence[tuple[str, str]]) -> bool:
    """Results that answer no clause of the outline stand under the first one."""
    if heard.clause in known:
        return heard.clause == clause
    return not clauses or clause == clauses[0][0]
