"""Opening the file that a command names: what is missing or too large is refused in one sentence."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from tongket.reading.limits import DEFAULT
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable

SMALL = replace(DEFAULT, file_bytes=2_000_000)


def refusal(name: str) -> str:
    """What is said of a file that is not opened."""
    with pytest.raises(Unreadable) as refused:
        bytes_of(name, SMALL)
    return str(refused.value)


class Endless(io.RawIOBase):
    """A stream without an end, as `/dev/zero` is; it counts what was asked of it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        assert isinstance(buffer, memoryview)
        self.taken += len(buffer)
        return len(buffer)


def give(monkeypatch: pytest.MonkeyPatch, stream: io.RawIOBase | io.BytesIO) -> None:
    """Puts `stream` where standard input is."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(stream)))


def test_file_gives_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "ke-hoach.txt").write_bytes(b"K\xe1\xba\xbf")

    assert bytes_of(str(tmp_path / "ke-hoach.txt")) == b"K\xe1\xba\xbf"


def test_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, io.BytesIO(b"abc"))

    assert bytes_of("-") == b"abc"


def test_file_of_just_the_most_is_taken(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a" * SMALL.file_bytes)

    assert len(bytes_of(str(tmp_path / "x"), SMALL)) == SMALL.file_bytes


def test_error_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "x")) == "Không có tệp này. Xem lại đường dẫn của tệp."


def test_error_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a")

    assert refusal(str(tmp_path / "x" / "y")) == "Không có tệp này. Xem lại đường dẫn của tệp."


def test_error_file_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)

    assert refusal(str(tmp_path / "x")) == (
        "Máy không có quyền đọc tệp này. Xin quyền đọc tệp, hoặc chép tệp sang thư mục của bạn."
    )


def test_error_folder(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)) == "Đây là thư mục, không phải tệp. Chỉ ra tệp nằm trong thư mục."


def test_error_file_that_the_system_does_not_give(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to(tmp_path / "x")

    assert refusal(str(tmp_path / "x")).startswith("Máy không mở được tệp: Too many levels of symbolic links.")


def test_error_file_above_the_most_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as file:
        file.truncate(90_000_000_000)

    assert refusal(str(tmp_path / "x")).startswith("Tệp lớn > 2 MB. Chỉ đọc tệp đến 2 MB.")


def test_error_endless_input_is_left_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    endless = Endless()
    give(monkeypatch, endless)

    assert refusal("-").startswith("Tệp lớn > 2 MB.")
    assert endless.taken < 2 * SMALL.file_bytes
