import subprocess
import sys
from pathlib import Path

import pytest

from tongket.core.platform import ended_for_time

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")

LIMIT = "from tongket.core.platform import limit_this_process as limit; "
LIMITED = LIMIT + "limit(cpu_seconds={seconds}, memory_bytes={memory}); {rest}"


def run(
    rest: str, *arguments: str, seconds: int = 9, memory: int = 1_000_000_000
) -> "subprocess.CompletedProcess[str]":
    code = LIMITED.format(seconds=seconds, memory=memory, rest=rest)
    return subprocess.run([sys.executable, "-I", "-c", code, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_limit_ends_a_process_for_its_time() -> None:
    ended = run("\nwhile True: pass", seconds=1)

    assert ended_for_time(ended.returncode) is True
    assert ended_for_time(0) is False
    assert ended_for_time(-9) is False


@pytest.mark.parametrize(
    ("rest", "fault"),
    [
        ("bytes(2_000_000_000)", "MemoryError"),
        ("open(sys.argv[1], 'wb', buffering=0).write(b'x')", "OSError: [Errno 27]"),
        ("[open('/dev/null') for _ in range(200)]", "OSError: [Errno 24]"),
    ],
)
def test_limit_refuses_more(rest: str, fault: str, tmp_path: Path) -> None:
    ended = run("import sys; " + rest, str(tmp_path / "written"))

    assert ended.returncode != 0
    assert fault in ended.stderr


def test_limit_never_rises() -> None:
    again = "limit(cpu_seconds=99, memory_bytes=10**10); "
    ended = run(again + "import resource; print(resource.getrlimit(resource.RLIMIT_CPU))", seconds=5)

    assert ended.stdout == "(6, 6)\n"
