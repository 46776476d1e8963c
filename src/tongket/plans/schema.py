"""The contract of what a plan says, as a JSON Schema that other programs can check against."""

import json
from importlib.resources import files
from typing import Any


def schema_text() -> str:
    """The schema as it is shipped: JSON Schema, draft 2020-12, in UTF-8."""
    return files("tongket.plans").joinpath("facts.schema.json").read_text(encoding="utf-8")


def facts_schema() -> dict[str, Any]:
    """The schema as a value; what `to_json` gives keeps it."""
    schema: dict[str, Any] = json.loads(schema_text())
    return schema
