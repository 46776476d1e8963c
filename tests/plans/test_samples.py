"""Every sample plan is read at least as well as it was, measured by the scorer of `bench`."""

import json
from pathlib import Path

import pytest
from bench.score import macro_f1, score

from tests.plans.test_model_plan import SAMPLES
from tongket.plans.facts import to_json
from tongket.plans.read import read_plan

# The least each sample may score; a new sample starts at LEAST.
FLOORS = {"01-tam-ky-2024": 1.0}
LEAST = 0.8
EXPECTED = sorted(SAMPLES.glob("*.facts.json"))


def _plan_file(expected: Path) -> Path:
    slug = expected.name.removesuffix(".facts.json")
    (found,) = [path for path in SAMPLES.glob(f"{slug}.*") if path.suffix in {".txt", ".docx", ".pdf", ".md"}]
    return found


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.name.removesuffix(".facts.json"))
def test_sample_is_read_at_least_as_well_as_before(expected: Path) -> None:
    facts = json.loads(expected.read_text(encoding="utf-8"))

    reached = macro_f1(score(facts, to_json(read_plan(_plan_file(expected)).facts)))

    assert reached >= FLOORS.get(expected.name.removesuffix(".facts.json"), LEAST)
