"""The command `tongket document check`: what it prints and how it ends."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.documents.checks import right
from tests.documents.checks.writing import Sheet, written
from tests.reading.hostile import macro
from tongket.cli import main


def put(folder: Path, sheet: Sheet | bytes) -> str:
    """The path of a file with this document."""
    path = folder / "van-ban.docx"
    path.write_bytes(sheet if isinstance(sheet, bytes) else written(sheet))
    return str(path)


@pytest.mark.slow
def test_right_document_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["document", "check", put(tmp_path, right.plan())]) == 0
    assert capsys.readouterr().out == "0 phát hiện; 34 trên 34 điều soát đạt.\n"


@pytest.mark.slow
def test_wrong_form_is_told_with_its_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(tmp_path, right.plan().paper(left=20).change("foot_left", 3, text="- Lưu VT, PT."))

    assert main(["document", "check", path, "--profile", "nd30"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Sai thể thức  Lề trái. Lề 20 mm.",
        "              Cần: Lề 30–35 mm.",
        "              Làm gì: Sửa lề trong phần thiết lập trang.",
        "              Theo: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3",
        "Sai thể thức  Quyền hạn, chức vụ người ký. Cấp phó ký mà không ghi ký thay ai.",
        "              Cần: Cấp phó ký thay cấp trưởng ghi “KT.” và chức vụ của cấp trưởng.",
        "              Ở chỗ: TM. BAN THƯỜNG TRỰC / PHÓ CHỦ TỊCH",
        "              Làm gì: Bổ sung quyền hạn của người ký.",
        "              Theo: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7a",
        "Sai thể thức  Nơi nhận. Ghi “- Lưu VT, PT.”.",
        "              Cần: Sau “Lưu” có dấu hai chấm: “Lưu: VT”.",
        "              Ở chỗ: - Lưu VT, PT.",
        "              Làm gì: Sửa dòng lưu ở cuối nơi nhận.",
        "              Theo: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9b",
        "3 phát hiện; 31 trên 34 điều soát đạt.",
    ]


@pytest.mark.slow
def test_missing_component_ends_with_1_and_json_says_it_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["document", "check", put(tmp_path, right.plan().drop("right", 0)), "--json"]) == 1

    said = json.loads(capsys.readouterr().out)
    assert said["findings"] == [
        {
            "code": "nation-missing",
            "level": "blocker",
            "message": "Không thấy Quốc hiệu. Thành phần này bắt buộc có. Ghi Quốc hiệu ở đầu trang, bên phải.",
            "where": None,
            "clause": None,
            "quote": None,
            "source": "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1",
        }
    ]
    assert len(said["passed"]) == 33
    assert "missing-components" not in said["passed"]


def test_error_what_cannot_be_read_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(tmp_path, macro())

    assert main(["document", "check", path]) == 2
    assert capsys.readouterr().err == (
        f"{path}: Tệp có macro (lệnh tự chạy). Cần tệp .docx thường, chỉ có chữ và bảng. "
        "Mở tệp bằng Word, lưu lại thành .docx (không chọn .docm) rồi soát lại.\n"
    )
    assert main(["document", "check", str(tmp_path / "khong-co.docx")]) == 2
    assert capsys.readouterr().err == (f"{tmp_path / 'khong-co.docx'}: Không có tệp này. Xem lại đường dẫn của tệp.\n")


@pytest.mark.slow
def test_standard_input_is_a_file_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(written(right.party()))))

    assert main(["document", "check", "-", "--profile", "dang"]) == 0
    assert capsys.readouterr().out == "0 phát hiện; 34 trên 34 điều soát đạt.\n"
