"""How long reading the model plan takes: in this process, and as the whole command beside LibreOffice."""

import statistics
import sys
from pathlib import Path

from tests import parts

from bench.measure import (
    RUNS,
    Row,
    empty_folder,
    environment,
    median_of,
    print_rows,
    processor_milliseconds,
    wall_milliseconds,
)
from bench.samples import model_plan
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

READINGS = 15
BUDGET_MS = 30.0


def in_process(path: Path) -> list[Row]:
    """The reader alone, warm; then with the walk through Word's XML."""
    data = path.read_bytes()
    document = read_bytes(data, name=path.name)
    facts = median_of(lambda: processor_milliseconds(lambda: read_document(document)), READINGS)
    whole = median_of(lambda: processor_milliseconds(lambda: read_document(read_bytes(data))), READINGS)
    return [
        Row("model plan, lines to facts, in process", facts, "ms CPU", BUDGET_MS),
        Row("model plan, .docx to facts, in process", whole, "ms CPU", BUDGET_MS),
    ]


def command(path: Path, home: Path) -> float:
    """`tongket plan read FILE --json` from its start to its end."""
    words = [sys.executable, "-m", "tongket", "plan", "read", str(path), "--json"]
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


def to_text(path: Path, home: Path) -> list[str]:
    """The command by which LibreOffice turns a file into text; empty where it is missing."""
    program = parts.find("LibreOffice")
    if program is None:
        return []
    words = [program, f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to"]
    return [*words, "txt:Text (encoded):UTF8", "--outdir", str(home), str(path)]


def libreoffice(path: Path, home: Path) -> float | None:
    """LibreOffice turning the same file into text, after one run that makes its profile; None where it is missing."""
    words = to_text(path, home)
    if not words:
        return None
    wall_milliseconds(words, home, environment(home))
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


if __name__ == "__main__":
    with empty_folder() as folder:
        ours, beside = command(model_plan(), folder), libreoffice(model_plan(), folder)
    row = Row("`tongket plan read FILE --json`, whole process", ours, "ms", None, beside, "LibreOffice to plain text")
    print_rows([*in_process(model_plan()), row])
