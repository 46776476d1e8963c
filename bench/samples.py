"""The plans that benchmarks and soak read: the model plan as the product carries it, and the plans of the tests."""

from pathlib import Path

from bench.measure import ROOT
from tongket.reading.reader import read_bytes

MODEL = ROOT / "src/tongket/conferences/sample_plans/tam-ky-2024.docx"
OTHERS = ROOT / "tests/samples/plans"


def model_plan() -> Path:
    """The .docx of the model plan."""
    return MODEL


def plan_files(*endings: str) -> list[Path]:
    """Every plan at hand of these kinds, `.txt`, `.docx` or `.pdf`, the model plan first."""
    files = [MODEL, *sorted(path for path in OTHERS.iterdir() if path.is_file())]
    return [path for path in files if path.suffix in endings]


def plan_texts() -> list[str]:
    """The text of every plan at hand, the model plan first."""
    files = [MODEL, *plan_files(".txt")]
    return ["\n".join(line.text for line in read_bytes(path.read_bytes(), name=path.name).lines) for path in files]
