"""Compound files of the last century are refused with the reason that helps."""

import pytest

from tests.reading.making import compound
from tongket.core.findings import compose
from tongket.reading.guard import examine
from tongket.reading.limits import DEFAULT
from tongket.reading.refusals import Unreadable

FILES = [
    (compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted", "Tệp được khóa bằng mật khẩu."),
    (compound("Root Entry", "Workbook"), "other-format", "Tệp là bảng tính Excel kiểu cũ (.xls)."),
    (compound("Root Entry", "PowerPoint Document"), "other-format", "Tệp là trình chiếu kiểu cũ (.ppt)."),
    (compound("Root Entry", "Workbook", "EncryptedPackage"), "encrypted", "Tệp được khóa bằng mật khẩu."),
    (compound("Root Entry", "__properties_version1.0"), "not-text",
     "Tệp không phải văn bản: nội dung là dữ liệu máy, không phải chữ."),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "found"), FILES)
def test_compound_file_is_called_by_what_it_holds(data: bytes, code: str, found: str) -> None:
    with pytest.raises(Unreadable) as refused:
        examine(data, DEFAULT)

    finding = refused.value.finding
    assert (finding.code, compose(finding).found) == (code, found)
