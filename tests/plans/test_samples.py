"""Every sample plan is read at least as well as it was, measured by the scorer of `bench`."""

import json
from pathlib import Path

import pytest
from bench.score import Score, macro_f1, score, total

from tests.plans.test_model_plan import SAMPLES
from tongket.plans.facts import to_json
from tongket.plans.read import read_plan

# The least a sample may score; the model plan is read exactly.
FLOORS = {"01-tam-ky-2024": 1.0}
LEAST = 0.95
# The least that the plans set aside, on which nothing is tuned, may score together.
LEAST_ASIDE = 0.9
FORMS = {".txt", ".md", ".docx", ".pdf"}
PLANS = sorted(path for path in SAMPLES.iterdir() if path.suffix in FORMS)
ASIDE = sorted(path for path in SAMPLES.with_name("plans-aside").iterdir() if path.suffix in FORMS)


def scored(plan: Path) -> Score:
    """What the reader finds in `plan` beside what a careful clerk reads out of it."""
    facts = json.loads(plan.with_name(f"{plan.stem}.facts.json").read_text(encoding="utf-8"))
    return score(facts, to_json(read_plan(plan).facts))


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_sample_is_read_at_least_as_well_as_before(plan: Path) -> None:
    assert macro_f1(scored(plan)) >= FLOORS.get(plan.stem, LEAST)


def test_plans_set_aside_are_read_well_enough_together() -> None:
    assert macro_f1(total(map(scored, ASIDE))) >= LEAST_ASIDE
