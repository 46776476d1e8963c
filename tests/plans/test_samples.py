"""Every sample plan is read at least as well as it was, measured by the scorer of `bench`."""

import json
from pathlib import Path

import pytest
from bench.score import macro_f1, score

from tests.plans.test_model_plan import SAMPLES
from tongket.plans.facts import to_json
from tongket.plans.read import read_plan

# The least each sample may score; a new sample starts at LEAST.
FLOORS = {
    "01-tam-ky-2024": 1.0,
    "02-hoi-phu-nu-huyen-binh-an": 0.99,
    "03-doan-thanh-nien-dang": 0.97,
    "04-ubnd-huyen-nong-thon-moi": 0.99,
    "05-truong-tieu-hoc": 0.85,
    "06-mat-tran-xa-2025": 0.99,
    "07-cong-doan-doanh-nghiep": 0.93,
    "08-cuu-chien-binh-tinh": 0.99,
    "09-so-giao-duc-ngat-dong": 0.91,
    "10-dieu-ngay-bieu-duong": 0.99,
    "11-nong-dan-tu-trang-mang": 0.99,
}
LEAST = 0.8
PLANS = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md", ".docx", ".pdf"})


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.name)
def test_sample_is_read_at_least_as_well_as_before(plan: Path) -> None:
    facts = json.loads(plan.with_name(f"{plan.stem}.facts.json").read_text(encoding="utf-8"))

    reached = macro_f1(score(facts, to_json(read_plan(plan).facts)))

    assert reached >= FLOORS.get(plan.stem, LEAST)
