"""What Django's own fields say of a fault, in the words of this product: what was found, what to do."""

from typing import Any

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

EMPTY = _("Ô này còn trống. Điền rồi bấm lại.")
NOT_LISTED = _("“%(value)s” không có trong danh sách. Chọn một dòng của danh sách.")
FIELDS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": EMPTY},
    forms.IntegerField: {"invalid": _("Đây không phải số. Ghi bằng chữ số, ví dụ 3.")},
    forms.ChoiceField: {"invalid_choice": NOT_LISTED},
    forms.ModelChoiceField: {"invalid_choice": _("Dòng đã chọn không còn trong danh sách. Chọn lại.")},
    forms.FileField: {
        "missing": _("Chưa có tệp nào. Chọn tệp rồi bấm lại."),
        "empty": _("Tệp rỗng, bên trong không có gì. Mở thử trên máy rồi chọn lại."),
    },
}
VALIDATORS: dict[type[object], object] = {
    validators.EmailValidator: _("“%(value)s” không phải địa chỉ thư. Ghi như ten@coquan.vn."),
    validators.MaxLengthValidator: _("Dài %(show_value)d ký tự, cần không quá %(limit_value)d. Viết gọn lại."),
    validators.MinValueValidator: _("Thấy %(show_value)s, cần từ %(limit_value)s trở lên."),
    validators.MaxValueValidator: _("Thấy %(show_value)s, cần không quá %(limit_value)s."),
    validators.ProhibitNullCharactersValidator: _("Trong ô có ký tự không đọc được. Xóa hết rồi gõ lại."),
}


def say_faults_our_way() -> None:
    """Gives Django's fields and validators our words; called once, when the app is loaded."""
    for field, said in FIELDS.items():
        field.default_error_messages.update(said)
    for validator, words in VALIDATORS.items():
        validator.message = words  # type: ignore[attr-defined]
    # These carry words of their own class, set when Django was loaded.
    forms.EmailField.default_validators[0].message = VALIDATORS[validators.EmailValidator]  # type: ignore[attr-defined]
