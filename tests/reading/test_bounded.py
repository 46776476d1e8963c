"""Another program runs within limits of time, memory and size of files, and ends when it breaks one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tongket.reading import bounded as door
from tongket.reading.bounded import bounded

MEGABYTE = 1_000_000


def ends(code: str, *, cpu_seconds: int = 5, memory_bytes: int = 400 * MEGABYTE, file_bytes: int = 0) -> int:
    """The exit code of Python running `code` within these limits."""
    command = bounded(
        [sys.executable, "-c", code], cpu_seconds=cpu_seconds, memory_bytes=memory_bytes, file_bytes=file_bytes
    )
    return subprocess.run(command, capture_output=True, check=False).returncode


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_limits_hold_for_the_program(tmp_path: Path) -> None:
    write = f"open({str(tmp_path / 'big')!r}, 'wb', 0).write(b'x' * 2000)"

    assert ends("pass") == 0
    assert ends("bytearray(900_000_000)") == 1
    assert ends("while True: pass", cpu_seconds=1) < 0
    assert ends(f"{write}; import sys; sys.exit(3 if {str(tmp_path / 'big')!r} else 0)", file_bytes=3000) == 3
    assert (tmp_path / "big").stat().st_size == 2000
    assert ends(f"{write}; {write}", file_bytes=1000) != 0 or (tmp_path / "big").stat().st_size <= 1000


def test_command_stays_as_it_is_where_there_are_no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "can_become", lambda: False)

    assert bounded(["soffice", "--headless"], cpu_seconds=1, memory_bytes=1, file_bytes=1) == ["soffice", "--headless"]


def test_limits_are_set_before_the_program_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(sys, "argv", ["bounded", "60", "1000", "20", "/usr/bin/soffice", "--headless"])
    monkeypatch.setattr(door, "limit_this_process", lambda **limits: seen.append(limits))
    monkeypatch.setattr(door, "become", seen.append)

    door.main()

    limits = {"cpu_seconds": 60, "memory_bytes": 1000, "file_bytes": 20, "open_files": 1024}
    assert seen == [limits, ["/usr/bin/soffice", "--headless"]]
