"""What the command prints: the contract and nothing else, or a table that fits a screen."""

import io
import json

from tests.plans.making import plan_of, plan_with
from tests.plans.test_model_plan import MODEL, SAMPLES
from tongket.plans.commands import print_plan
from tongket.plans.plan import Plan


def _printed(plan: Plan, *, as_json: bool = False) -> str:
    out = io.StringIO()
    print_plan(plan, as_json=as_json, out=out)
    return out.getvalue()


def test_json_is_the_contract_byte_for_byte() -> None:
    expected = json.loads((SAMPLES / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))

    printed = _printed(plan_of(MODEL.read_text(encoding="utf-8")), as_json=True)

    assert printed == json.dumps(expected, ensure_ascii=False, indent=1) + "\n"


def test_table_is_at_most_120_wide() -> None:
    printed = _printed(plan_of(MODEL.read_text(encoding="utf-8")))

    assert max(map(len, printed.splitlines())) == 120


def test_table_gives_clause_fact_and_sureness() -> None:
    printed = _printed(plan_with("III. KHEN THƯỞNG\n- Tặng Giấy khen cho 05 tập thể."))

    (line,) = [line for line in printed.splitlines() if "số lượng: 5" in line]
    assert line.split() == "III/1 số lượng: 5 · tập thể · Tặng Giấy khen cho 05 tập thể 100%".split()  # noqa: SIM905


def test_table_says_why_a_fact_is_doubted() -> None:
    printed = _printed(plan_with("II. THỜI GIAN\nNgày 31/11/2025."))

    assert "→ Câu về thời gian không có ngày tháng đọc được." in printed
