"""The JSON Schema of the contract: it names every field, and what is read keeps it."""

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.plans.test_model_plan import SAMPLES
from tests.plans.test_samples import ASIDE, PLANS
from tongket.plans.facts import OBJECTS, ROWS, Facts, to_json
from tongket.plans.read import read_plan
from tongket.plans.schema import facts_schema

SCHEMA = facts_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
EXPECTATIONS = sorted(SAMPLES.parent.glob("plans*/*.facts.json"))
MODEL: dict[str, Any] = json.loads((SAMPLES / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))


def faults(value: object) -> list[str]:
    """Where `value` breaks the schema."""
    return ["/".join(map(str, error.absolute_path)) for error in VALIDATOR.iter_errors(value)]


def shape_of(key: str) -> dict[str, Any]:
    """The part of the schema that a row or object of `key` keeps."""
    part = SCHEMA["properties"][key]
    place = part.get("$ref") or part["items"]["$ref"]
    shape: dict[str, Any] = SCHEMA["$defs"][place.removeprefix("#/$defs/")]
    return shape


def test_schema_is_one_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_has_the_keys_of_the_contract_in_their_order() -> None:
    assert list(SCHEMA["properties"]) == [field.name for field in fields(Facts)] == SCHEMA["required"]


@pytest.mark.parametrize("key", [*OBJECTS, *ROWS])
def test_schema_has_the_fields_of_each_row_in_their_order(key: str) -> None:
    names = [field.name for field in fields((OBJECTS | ROWS)[key])]

    assert list(shape_of(key)["properties"]) == names == shape_of(key)["required"]


@pytest.mark.parametrize("path", EXPECTATIONS, ids=lambda path: path.name)
def test_expectation_keeps_the_schema(path: Path) -> None:
    assert faults(json.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", [*PLANS, *ASIDE], ids=lambda path: path.name)
def test_what_is_read_keeps_the_schema(path: Path) -> None:
    assert faults(to_json(read_plan(path).facts)) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"issued_on": "2024-02-30"}, ["issued_on"]),
        ({"issued_on": "11/10/2024"}, ["issued_on"] * 2),
        ({"time": MODEL["time"] | {"start": "7:30"}}, ["time/start"]),
        ({"awards": [MODEL["awards"][0] | {"kind": "nobody"}]}, ["awards/0/kind"]),
        ({"papers": [MODEL["papers"][0] | {"colour": "red"}]}, ["papers/0"]),
        ({"colour": "red"}, [""]),
        ({"recipients": [""]}, ["recipients/0"]),
    ],
)
def test_error_is_found_at_its_place(change: dict[str, object], found: list[str]) -> None:
    assert faults(MODEL | change) == found


def test_error_missing_key() -> None:
    assert faults({key: value for key, value in MODEL.items() if key != "tasks"}) == [""]


def test_facts_of_an_empty_document_keep_the_schema() -> None:
    assert faults(to_json(Facts())) == []
    assert faults(to_json(Facts(issued_on=date(2024, 10, 11)))) == []
