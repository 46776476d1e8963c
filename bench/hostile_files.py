"""How soon a file that means harm, or cannot be read, gets its sentence: the whole command, each kind of file once."""

import subprocess
import sys
from pathlib import Path

from tests.reading.hostile import HOSTILE

from bench.measure import Row, empty_folder, environment, milliseconds, print_rows

BUDGET_SECONDS = 2.0


def refusal_seconds(path: Path, home: Path) -> float:
    """Seconds until `tongket plan read` has said why it reads nothing; a RuntimeError where it says anything else."""
    command = [sys.executable, "-m", "tongket", "plan", "read", str(path)]
    said: list[subprocess.CompletedProcess[str]] = []

    def ask() -> None:
        said.append(
            subprocess.run(command, cwd=home, env=environment(home), capture_output=True, text=True, check=False)
        )

    took = milliseconds(ask) / 1000
    if said[0].returncode != 2 or len(said[0].stderr.splitlines()) != 1:
        raise RuntimeError(f"{path.name}: {said[0].returncode}, {said[0].stderr}")
    return took


def measure() -> list[Row]:
    """The slowest and the middle one of all kinds."""
    times: dict[str, float] = {}
    with empty_folder() as home:
        for name, (make, _) in HOSTILE.items():
            path = home / "ke-hoach"
            path.write_bytes(make())
            times[name] = refusal_seconds(path, home)
    slowest = max(times, key=lambda name: times[name])
    middle = sorted(times.values())[len(times) // 2]
    what = f"hostile files of {len(times)} kinds refused in one sentence"
    return [
        Row(f"{what}, the slowest ({slowest})", times[slowest], "s", BUDGET_SECONDS),
        Row("– the one in the middle", middle, "s", BUDGET_SECONDS),
    ]


if __name__ == "__main__":
    print_rows(measure())
