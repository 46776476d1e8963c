"""The questions and indicators that every outline of this movement begins with; `starter.toml` holds them. Pure."""

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from tongket.reviews.rules import Gather, Kind, Nature, Span
from tongket.reviews.values import Indicator, Question


@dataclass(frozen=True, slots=True)
class Starter:
    """What is shipped: the movement by words of its name and the day it began, the usual questions, the indicators."""

    words: str
    launched_on: date
    questions: tuple[Question, ...]
    indicators: tuple[Indicator, ...]


@cache
def starter() -> Starter:
    """The shipped set, read once."""
    text = files("tongket.reviews").joinpath("starter.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    movement = told["movement"]
    return Starter(
        words=movement["words"],
        launched_on=movement["launched_on"],
        questions=tuple(_question(row) for row in told["questions"]),
        indicators=tuple(_indicator(row) for row in told["indicators"]),
    )


def _question(row: dict[str, Any]) -> Question:
    return Question(
        code=row["code"],
        text=row["text"],
        kind=Kind(row["kind"]),
        heading=row["heading"],
        is_needed=row.get("needed", True),
    )


def _indicator(row: dict[str, Any]) -> Indicator:
    named = ("code", "name", "measure", "definition", "group", "part_of", "numerator", "denominator", "not_above")
    plain = {name: row[name] for name in named if name in row}
    return Indicator(
        **plain,
        maximum=Decimal(str(row["maximum"])) if "maximum" in row else None,
        jump=Decimal(str(row.get("jump", 10))),
        nature=Nature(row.get("nature", Nature.COUNT)),
        span=Span(row.get("span", Span.PERIOD)),
        gather=Gather(row.get("gather", Gather.SUM)),
        decimals=row.get("decimals", 0),
        is_needed=row.get("needed", False),
        names_exemplars=row.get("names_exemplars", False),
    )
