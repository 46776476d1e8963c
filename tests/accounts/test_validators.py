"""What a new password must be."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("giaymu", ["Mật khẩu ngắn quá. Cần ít nhất 8 ký tự."]),
        ("2110202420", ["Mật khẩu toàn chữ số. Thêm chữ cái."]),
        (
            "password",
            ["Mật khẩu này nhiều người dùng, dễ đoán. Ghép ba bốn chữ không liên quan, ví dụ: giấy mực đò sông."],
        ),
    ],
)
def test_weak_password_is_refused_in_our_words(password: str, found: list[str]) -> None:
    with translation.override("vi"), pytest.raises(ValidationError) as refused:
        validate_password(password)

    assert refused.value.messages == found


def test_long_mixed_password_passes() -> None:
    validate_password("giay-muc-dau")
