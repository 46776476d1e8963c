"""Every fact of a plan can show the words it stands on."""

import pytest

from tests.plans.making import plan_of, plan_with
from tests.plans.test_model_plan import MODEL
from tongket.plans.facts import Facts
from tongket.plans.plan import Plan, Span
from tongket.reading.document import Line


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span(0, 0, 3), "Hội"), (Span(1, 4, 8), "điểm"), (Span(1, 0, 8), "Địa điểm"), (Span(1, 8, 8), "")],
)
def test_words_of_a_span_are_those_of_its_line(span: Span, words: str) -> None:
    plan = Plan(Facts(), lines=(Line("Hội nghị"), Line("Địa điểm")))

    assert plan.words(span) == words


def test_evidence_of_a_row_is_found_under_its_number() -> None:
    plan = plan_with("V. KINH PHÍ\n- Từ ngân sách huyện.\n- Từ Quỹ Hội.")

    rows = {name: [plan.words(span) for span in plan.evidence[name].spans] for name in ("budget/0", "budget/1")}

    assert rows == {"budget/0": ["Từ ngân sách huyện"], "budget/1": ["Từ Quỹ Hội"]}


def test_evidence_names_every_fact_and_every_row() -> None:
    plan = plan_of(MODEL.read_text("utf-8"))

    names = {name.split("/")[0] for name in plan.evidence if "/" in name}
    counted = {name: sum(each.startswith(f"{name}/") for each in plan.evidence) for name in names}
    assert counted == {name: len(getattr(plan.facts, name)) for name in names}
