"""The scorer itself: what counts in full, what by half, and what not at all."""

import copy
import json
from typing import Any

import pytest
from bench.matching import best_pairs
from bench.score import exact_scalars, macro_f1, score, total

from tests.plans.test_model_plan import SAMPLES

MODEL: dict[str, Any] = json.loads((SAMPLES / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))


def _changed(key: str, row: int, **fields: object) -> dict[str, Any]:
    facts = copy.deepcopy(MODEL)
    facts[key][row].update(fields)
    return facts


def test_equal_facts_score_one() -> None:
    table = score(MODEL, MODEL)

    assert (macro_f1(table), exact_scalars(table)) == (1.0, 1.0)


ROWS = [
    (_changed("exhibits", 0, clause="IV.9"), "exhibits", 0.5),
    (_changed("exhibits", 0, text="Một câu khác hẳn"), "exhibits", 0.0),
    (_changed("deadlines", 0, on="2024-10-21"), "deadlines", 0.0),
    (_changed("deadlines", 0, to="khac@gmail.com"), "deadlines", 0.0),
    (_changed("deadlines", 0, clause="IV.2/1"), "deadlines", 1.0),
    (_changed("awards", 0, quota=5), "awards", 0.0),
    (_changed("awards", 0, text="4  TẬP THỂ"), "awards", 1.0),
    (MODEL | {"awards": []}, "awards", 0.0),
    (MODEL | {"awards": MODEL["awards"] * 2}, "awards", 2 / 3),
    (MODEL | {"papers": MODEL["papers"][::-1]}, "papers", 1.0),
    (MODEL | {"number": "1/KH"}, "number", 0.0),
    (MODEL | {"venue": {"name": MODEL["venue"]["name"], "address": None}}, "venue", 2 / 3),
]


@pytest.mark.parametrize(("got", "key", "f1"), ROWS)
def test_key_scores(got: dict[str, Any], key: str, f1: float) -> None:
    assert score(MODEL, got)[key].f1 == pytest.approx(f1)


def test_scores_of_several_plans_are_summed_by_key() -> None:
    table = total([score(MODEL, MODEL), score(MODEL, MODEL | {"awards": []})])

    assert (table["awards"].credit, table["awards"].expected, table["awards"].got) == (1.0, 2, 1)


MATCHINGS = [
    ([[0.9, 0.8], [0.8, 0.0]], [(0, 1), (1, 0)]),
    ([[0.9], [0.95]], [(1, 0)]),
    ([[0.0, 0.0]], []),
    ([], []),
]


@pytest.mark.parametrize(("weights", "pairs"), MATCHINGS)
def test_best_pairs(weights: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    assert sorted(best_pairs(weights)) == pairs
