"""The plans that benchmarks and soak read: the model plan as the product carries it, and the plans of the tests."""

from pathlib import Path

from bench.measure import ROOT
from tongket.reading.reader import read_bytes

MODEL = ROOT / "src/tongket/conferences/sample_plans/tam-ky-2024.docx"
OTHERS = ROOT / "tests/samples/plans"


def model_plan() -> Path:
    """The .docx of the model plan."""
    return MODEL


def plan_texts() -> list[str]:
    """The text of every plan at hand, the model plan first."""
    files = [MODEL, *sorted(OTHERS.glob("*.txt"))]
    return ["\n".join(line.text for line in read_bytes(path.read_bytes(), name=path.name).lines) for path in files]
