"""How the trust in "sure" is measured, and that it does not get worse on the plans set aside."""

import copy
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bench import calibration
from bench.calibration import ASIDE, Judged, Tally, bench_rows, judge, judge_folder, table, tally, wrong

from tests.plans.test_model_plan import MODEL, SAMPLES
from tongket.plans.plan import SURE_FROM, Evidence, Plan
from tongket.plans.read import read_plan

EXPECTED: dict[str, Any] = json.loads((SAMPLES / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))
# Of the facts called sure on the samples, and on those set aside.
LEAST_RIGHT, LEAST_RIGHT_ASIDE = 0.99, 0.99


@pytest.fixture(scope="module")
def model() -> Plan:
    """The model plan as it is read."""
    return read_plan(MODEL)


def changed(key: str, row: int, **fields: object) -> dict[str, Any]:
    """What a clerk reads, with one row otherwise."""
    facts = copy.deepcopy(EXPECTED)
    facts[key][row].update(fields)
    return facts


def faults(expected: dict[str, Any], plan: Plan) -> list[tuple[str, bool]]:
    """The facts that are not right and placed, each with whether it is called sure."""
    return [(fact.key, fact.sure) for fact in judge("a", expected, plan) if not (fact.right and fact.placed)]


def test_plan_that_is_read_exactly_has_no_fault(model: Plan) -> None:
    assert faults(EXPECTED, model) == []


def test_row_without_partner_is_wrong(model: Plan) -> None:
    assert faults(changed("deadlines", 0, on="2024-10-21"), model) == [("deadlines", True)]


def test_row_at_another_clause_is_right_and_not_placed(model: Plan) -> None:
    (fact,) = [fact for fact in judge("a", changed("exhibits", 0, clause="IV.9"), model) if not fact.placed]

    assert (fact.key, fact.right) == ("exhibits", True)


def test_single_value_is_right_only_as_a_whole(model: Plan) -> None:
    venue = EXPECTED["venue"] | {"address": "Số 1 Hùng Vương"}

    assert faults(EXPECTED | {"venue": venue}, model) == [("venue", True)]


def test_value_that_was_overlooked_is_no_fact(model: Plan) -> None:
    plan = replace(model, facts=replace(model.facts, paper_limits=None))

    assert faults(EXPECTED, plan) == []


def test_doubt_below_the_line_is_not_sure(model: Plan) -> None:
    doubted = replace(model, evidence=dict(model.evidence) | {"venue": Evidence((), SURE_FROM - 0.01)})

    assert [fact.sure for fact in judge("a", EXPECTED, doubted) if fact.key == "venue"] == [False]


FACTS = [
    Judged("a.txt", "papers", {"unit": "Hội"}, sure=True, right=True),
    Judged("a.txt", "papers", {"unit": "Hội"}, sure=True, right=True, placed=False),
    Judged("a.txt", "papers", {"unit": "x" * 200}, sure=True, right=False, placed=False),
    Judged("b.txt", "title", "Tổng kết", sure=False, right=False),
]


def test_tally_counts_the_right_among_the_sure() -> None:
    counted = tally(FACTS)

    assert counted == Tally(facts=4, sure=3, right=2, placed=1)
    assert (round(counted.share_right, 3), counted.share_unsure) == (0.667, 0.25)


def test_nothing_read_is_nothing_wrong() -> None:
    assert (tally([]).share_right, tally([]).share_unsure) == (1.0, 0.0)


def test_table_has_the_worst_key_first_and_all_last() -> None:
    assert [line.split()[0] for line in table(FACTS)] == ["key", "papers", "title", "all"]


def test_wrong_ones_are_printed_short() -> None:
    (line,) = wrong(FACTS)

    assert line.startswith("a.txt  papers  {")
    assert line.endswith("x…")


def test_bench_shows_the_wrong_and_the_asked_in_percent() -> None:
    assert [(round(row.ours, 1), row.budget) for row in bench_rows(FACTS)] == [(33.3, 1.0), (25.0, None)]


def test_command_prints_table_and_wrong_ones(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(MODEL.read_bytes())
    (tmp_path / "a.facts.json").write_text(json.dumps(changed("deadlines", 0, on="2024-10-21")), encoding="utf-8")
    (tmp_path / "b.txt").write_text("không có điều mong đợi", encoding="utf-8")

    calibration.main(["--samples", str(tmp_path), "--wrong"])

    printed = capsys.readouterr().out.splitlines()
    assert printed[-2].split()[0] == "all"
    assert printed[-1].startswith('a.txt  deadlines  {"clause": "IV.2"')


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "least"), [(SAMPLES, LEAST_RIGHT), (ASIDE, LEAST_RIGHT_ASIDE)], ids=["samples", "aside"]
)
def test_facts_called_sure_are_right(folder: Path, least: float) -> None:
    assert tally(judge_folder(folder)).share_right >= least
