"""The command `tongket paper check`: what it prints, how it ends, and that it starts nothing it does not need."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.papers.samples import manuscript, text
from tests.reading.hostile import macro
from tongket.cli import main
from tongket.papers.render.standard import docx_of
from tongket.papers.values import standard_form

WEB = {"django", "ninja", "uvicorn", "whitenoise", "asgiref", "django_tasks", "psycopg", "sqlite3"}


@pytest.fixture
def long_paper(tmp_path: Path) -> str:
    """The path of the .docx of a paper that is too long."""
    path = tmp_path / "tham-luan.docx"
    path.write_bytes(docx_of(manuscript("tam-thang"), standard_form()))
    return str(path)


@pytest.mark.slow
def test_json_is_what_the_issue_asks_for(long_paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "check", long_paper, "--json"]) == 1

    said = json.loads(capsys.readouterr().out)
    assert list(said) == [
        *("pages_submitted", "pages_standard", "pages_single", "syllables", "speaking_minutes"),
        *("findings", "passed"),
    ]
    assert (round(said["pages_standard"], 1), round(said["pages_submitted"], 1)) == (3.4, 3.4)
    assert [(row["code"], row["level"], row["where"]) for row in said["findings"]] == [
        ("too-long", "blocker", said["findings"][0]["where"]),
        ("too-slow", "blocker", "Cả bài."),
        ("figures-disagree", "advice", "Trang 3."),
    ]
    assert said["findings"][0]["message"].startswith("Dài 3,4 trang, để dãn dòng đơn vẫn ")
    assert "title" in said["passed"]


@pytest.mark.slow
def test_clerk_sees_two_meters_findings_and_what_passed(long_paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--pages", "4", "--minutes", "9", "--topic", "Nêu kết quả 01 mô hình", "--unit", "UBMTTQ xã Tam Thăng"]

    assert main(["paper", "check", long_paper, *asked]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Số trang    3,")
    assert "theo thể thức, cần không quá 4" in lines[0]
    assert lines[1].startswith("Đọc hết     8 phút ")
    assert "cần không quá 9 phút" in lines[1]
    assert lines[2:5] == [
        "Nên xem          “38 hộ nghèo” ở trang 1, “36 hộ nghèo” ở trang 3.",
        "                 Cần: Một con số cho một việc.",
        "                 Ở đâu: Trang 3.",
    ]
    assert [line.split(":")[0] for line in lines if line.startswith("Có nêu")] == [
        "Có nêu           01 mô hình (trang 1)",
        "Có nêu           kết quả (trang 2)",
    ]
    assert any(line.startswith("1 phát hiện; ") for line in lines)


@pytest.mark.slow
def test_rate_of_a_speaker_moves_both_bounds(long_paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "check", long_paper, "--pages", "4", "--rate", "240"]) == 0
    assert "240 chữ một phút" in capsys.readouterr().out


@pytest.mark.slow
def test_text_from_standard_input_is_a_paper_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text("an-phu").encode())))

    assert main(["paper", "check", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["words", "json"])
def test_error_what_cannot_be_read_ends_with_2(
    tmp_path: Path, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tham-luan.docx"
    path.write_bytes(macro())

    assert main(["paper", "check", str(path), *options]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{path}: Tệp có macro (lệnh tự chạy).")
    assert said.err.count("\n") == 1


def test_error_no_file_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "khong-co.docx"

    assert main(["paper", "check", str(path)]) == 2
    assert capsys.readouterr().err == f"{path}: Không có tệp này. Xem lại đường dẫn của tệp.\n"


@pytest.mark.slow
def test_error_old_file_without_office_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tongket.reading.office.find_office", lambda: None)
    path = tmp_path / "tham-luan.rtf"
    path.write_bytes(b"{\\rtf1\\ansi Kinh thua quy vi dai bieu, toi xin trinh bay. \\par}")

    assert main(["paper", "check", str(path)]) == 2
    assert "lưu lại thành .docx" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["0", "-1", "ba", "inf", "nan"])
def test_error_limits_are_numbers_above_0(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["paper", "check", "x.docx", f"--pages={typed}"])

    assert left.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"tongket paper check: error: argument --pages: cần một số lớn hơn 0, ví dụ 3 hoặc 2,5, không phải {typed}"
    )


@pytest.mark.slow
def test_paper_called_otherwise_than_it_is_is_read_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tham-luan.docx"
    path.write_text(text("an-phu"), encoding="utf-8")

    assert main(["paper", "check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(row["code"], row["level"], row["where"]) for row in said["findings"]] == [
        ("wrong-extension", "advice", "Tên tệp.")
    ]
    assert "wrong-extension" not in said["passed"]

    assert main(["paper", "check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[2:6] == [
        "Nên xem          Tên tệp là tham-luan.docx, nội dung chỉ là chữ thường.",
        "                 Cần: Đuôi .txt; bài vẫn được đọc theo nội dung.",
        "                 Ở đâu: Tên tệp.",
        "                 Làm gì: Đổi đuôi tệp thành .txt, mở bằng Word rồi lưu thành .docx, để ai cũng mở được.",
    ]


def test_error_broken_file_called_otherwise_than_it_is_names_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tham-luan.docx"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)))

    assert main(["paper", "check", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: Tệp bị hỏng: không mở được phần chữ bên trong. Cần tệp mở được bằng Word hoặc phần mềm xem PDF. "
        "Tên tệp là tham-luan.docx, nội dung là PDF. "
        "Mở thử trên máy; nếu mở được thì lưu lại thành tệp mới rồi nộp lại.\n"
    )


def test_error_too_large_speaks_of_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tham-luan.docx"
    with path.open("wb") as file:
        file.truncate(40_000_000)

    assert main(["paper", "check", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: Tệp lớn > 30 MB. Chỉ đọc tệp đến 30 MB. "
        "Chỉ nộp riêng bài viết; ảnh trong tệp thì thu nhỏ hoặc bỏ bớt.\n"
    )


@pytest.mark.slow
def test_checking_a_paper_loads_no_django(long_paper: str) -> None:
    code = (
        "import sys; from tongket.cli import main; code = main(sys.argv[1:]); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(code)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, "paper", "check", long_paper, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert set(done.stderr.split()).isdisjoint(WEB)
