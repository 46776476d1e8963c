"""What a form says of a fault."""

from collections.abc import Mapping

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict


class Sample(forms.Form):
    """One field of each sort that people fill in."""

    name = forms.CharField(max_length=5)
    email = forms.EmailField(required=False)
    pages = forms.IntegerField(required=False, min_value=1, max_value=9)
    channel = forms.ChoiceField(required=False, choices=[("zalo", "Zalo")])
    file = forms.FileField(required=False)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "  ", "Ô này còn trống. Điền rồi bấm lại."),
        ("name", "Tam Kỳ", "Dài 6 ký tự, cần không quá 5. Viết gọn lại."),
        ("name", "a\0b", "Trong ô có ký tự không đọc được. Xóa hết rồi gõ lại."),
        ("email", "lan@", "“lan@” không phải địa chỉ thư. Ghi như ten@coquan.vn."),
        ("pages", "ba", "Đây không phải số. Ghi bằng chữ số, ví dụ 3."),
        ("pages", "0", "Thấy 0, cần từ 1 trở lên."),
        ("pages", "10", "Thấy 10, cần không quá 9."),
        ("channel", "bồ câu", "“bồ câu” không có trong danh sách. Chọn một dòng của danh sách."),
    ],
)
def test_error_says_what_was_found_and_what_to_do(field: str, typed: str, said: str) -> None:
    assert _faults({"name": "An Mỹ", field: typed}) == {field: [said]}


def test_error_empty_file_is_told_apart_from_none() -> None:
    empty = SimpleUploadedFile("tham-luan.docx", b"")

    faults = Sample({"name": "An Mỹ"}, MultiValueDict({"file": [empty]})).errors

    assert faults == {"file": ["Tệp rỗng, bên trong không có gì. Mở thử trên máy rồi chọn lại."]}


def _faults(typed: Mapping[str, str]) -> dict[str, list[str]]:
    return {field: [str(each) for each in said] for field, said in Sample(typed).errors.items()}
