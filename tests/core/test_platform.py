import subprocess
import sys
from pathlib import Path

import pytest

from tongket.core.platform import ended_for_time, limit_this_process

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")

LIMIT = "from tongket.core.platform import limit_this_process as limit; "
LIMITED = LIMIT + "limit(cpu_seconds={seconds}, memory_bytes={memory}); {rest}"


def run(
    rest: str, *arguments: str, seconds: int = 9, memory: int = 1_000_000_000
) -> "subprocess.CompletedProcess[str]":
    code = LIMITED.format(seconds=seconds, memory=memory, rest=rest)
    return subprocess.run([sys.executable, "-I", "-c", code, *arguments], capture_output=True, text=True, check=False)


def test_limit_is_set_for_time_memory_and_files(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", asked.__setitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (0, 50 if kind == resource.RLIMIT_NOFILE else -1))

    limit_this_process(cpu_seconds=7, memory_bytes=8_000)

    assert asked == {
        resource.RLIMIT_CPU: (7, 8),
        resource.RLIMIT_AS: (8_000, 8_000),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (50, 50),
    }


def test_limit_that_the_system_refuses_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kind: int, limits: tuple[int, int]) -> None:
        raise ValueError("not on this system")

    monkeypatch.setattr(resource, "setrlimit", refuse)

    assert limit_this_process(cpu_seconds=7, memory_bytes=8_000) is None  # type: ignore[func-returns-value]


def test_a_system_without_limits_bounds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(resource, "setrlimit")

    limit_this_process(cpu_seconds=7, memory_bytes=8_000)

    assert ended_for_time(-24) is False


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
