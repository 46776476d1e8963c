"""What a click can answer to a finding: a word for the button and the day or text that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its code, its label as a message id with gaps, and the last day it sets, if any."""

    code: str
    label: str
    values: Mapping[str, object] = field(default_factory=dict)
    due_on: date | None = None
