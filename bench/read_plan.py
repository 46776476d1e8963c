"""How long reading the model plan takes: in this process, and as the whole command beside LibreOffice."""

import statistics
import sys
from pathlib import Path

from tests import parts

from bench.measure import RUNS, Row, empty_folder, environment, milliseconds, print_rows, wall_milliseconds
from bench.samples import model_plan
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

READINGS = 15


def in_process(path: Path) -> list[Row]:
    """The reader alone, warm; then with the walk through Word's XML."""
    data = path.read_bytes()
    document = read_bytes(data, name=path.name)
    facts = statistics.median(milliseconds(lambda: read_document(document)) for _ in range(READINGS))
    whole = statistics.median(
        milliseconds(lambda: read_document(read_bytes(data, name=path.name))) for _ in range(READINGS)
    )
    return [
        Row("model plan, lines to facts, in process", facts, "ms"),
        Row("model plan, .docx to facts, in process", whole, "ms"),
    ]


def command(path: Path, home: Path) -> float:
    """`tongket plan read FILE --json` from its start to its end."""
    words = [sys.executable, "-m", "tongket", "plan", "read", str(path), "--json"]
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


def libreoffice(path: Path, home: Path) -> float | None:
    """LibreOffice turning the same file into text, after one run that makes its profile; None where it is missing."""
    program = parts.find("LibreOffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation=file://{home}/profile"
    words = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(home),
        str(path),
    ]
    wall_milliseconds(words, home, environment(home))
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


if __name__ == "__main__":
    with empty_folder() as folder:
        ours, beside = command(model_plan(), folder), libreoffice(model_plan(), folder)
    row = Row("`tongket plan read FILE --json`, whole process", ours, "ms", None, beside, "LibreOffice to plain text")
    print_rows([*in_process(model_plan()), row])
