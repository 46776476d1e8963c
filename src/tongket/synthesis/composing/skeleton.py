"""The official skeleton of a summary report, filled: five parts, the second by the clauses of the outline. Pure.

Source: the usual skeleton of a Báo cáo tổng kết (tình hình; kết quả theo nội dung, theo tổ chức thành viên; đánh giá;
phương hướng; kiến nghị; phụ lục), and for part II the contents that the plan tells to assess.
"""

import re
from collections.abc import Iterator, Sequence

from tongket.reviews.rules import Kind
from tongket.reviews.values import Question
from tongket.synthesis.composing.ahead import ahead
from tongket.synthesis.composing.coverage import coverage
from tongket.synthesis.composing.figured import figured
from tongket.synthesis.composing.models import models, organisations
from tongket.synthesis.composing.themed import themed
from tongket.synthesis.composing.values import Material
from tongket.synthesis.composing.wishes import wishes
from tongket.synthesis.composing.wording import raised
from tongket.synthesis.values import Part, Passage

_NUMBER = re.compile(r"^(?:[IVXLC]+|\d+(?:\.\d+)*|[a-zđ])[.)]\s*")
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
    planned = themed("IV", material.of_kind(Kind.PLANNED), reported) or ahead(material)
    return (
        Part("I", "I. TÌNH HÌNH, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN", passages=(*coverage(material), *context)),
        Part("II", "II. KẾT QUẢ THỰC HIỆN", parts=tuple(_results(material))),
        Part("III", "III. ĐÁNH GIÁ CHUNG", parts=tuple(_assessed(material, reported))),
        Part("IV", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ", passages=planned),
        Part("V", "V. KIẾN NGHỊ, ĐỀ XUẤT", parts=wishes(material.wishes)),
    )


def _assessed(material: Material, reported: int) -> Iterator[Part]:
    for code, heading, kind in ASSESSED:
        yield Part(code, heading, _asked(material, kind), themed(code, material.of_kind(kind), reported))


def _results(material: Material) -> Iterator[Part]:
    """A section for each clause that asks for results, other figures, the models, the member organisations."""
    clauses = _clauses(material.questions)
    told = [(f"II.{code}", heading, clause, _passages(material, code)) for code, heading, clause in clauses]
    known = {code for code, _heading, _clause in clauses}
    rest = [total for total in material.totals if total.indicator.clause not in known]
    # Themes of results that answer none of these questions stand with the other figures.
    heard = [each for each in material.of_kind(Kind.RESULT) if each.clause not in known]
    loose = themed("II.so", heard, material.coverage.counted)
    told.append(("II.so", "Một số kết quả cụ thể", "", (*figured("II.so", rest, material.since), *loose)))
    told.append(("II.mo-hinh", "Mô hình tiêu biểu", _asked(material, Kind.EXEMPLAR), _models(material)))
    own = organisations("II.to-chuc", material.organisations)
    told.append(("II.to-chuc", "Kết quả của các tổ chức thành viên", "", own))
    kept = [each for each in told if each[3] or each[0].removeprefix("II.") in known]
    for turn, (code, heading, clause, passages) in enumerate(kept, 1):
        yield Part(code, f"{turn}. {heading}", clause, passages)


def _models(material: Material) -> tuple[Passage, ...]:
    return models("II.mo-hinh", material.models)


def _asked(material: Material, kind: Kind) -> str:
    """The clause of the first question of a kind."""
    return next((each.clause for each in material.questions if each.kind is kind and each.clause), "")


def _clauses(questions: Sequence[Question]) -> list[tuple[str, str, str]]:
    """What asks for results, in the outline's order: the clause or the question's code, its heading, the clause."""
    asked: dict[str, tuple[str, str]] = {}
    for each in questions:
        if each.kind is Kind.RESULT:
            asked.setdefault(each.clause or each.code, (_heading(each.heading or each.text), each.clause))
    return [(code, heading, clause) for code, (heading, clause) in asked.items()]


def _heading(words: str) -> str:
    """A question's heading as a heading of this report: without its number, not in capitals."""
    said = _NUMBER.sub("", words).strip(" .:")
    return said.capitalize() if said.isupper() else raised(said)


def _passages(material: Material, code: str) -> tuple[Passage, ...]:
    """The figures and the themes of results of one clause."""
    section = f"II.{code}"
    totals = [total for total in material.totals if total.indicator.clause == code]
    heard = [each for each in material.of_kind(Kind.RESULT) if each.clause == code]
    return (*figured(section, totals, material.since), *themed(section, heard, material.coverage.counted))
