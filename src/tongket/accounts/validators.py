"""What a new password must be, said in the interface's own words: what was found, what is wanted."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _


class LongEnough(password_validation.MinimumLengthValidator):
    """Refuses a short password."""

    def get_error_message(self) -> str:
        """What is wanted instead."""
        return _("Mật khẩu ngắn quá. Cần ít nhất %(n)d ký tự.") % {"n": self.min_length}


class NotCommon(password_validation.CommonPasswordValidator):
    """Refuses one of the twenty thousand passwords that are tried first."""

    def get_error_message(self) -> str:
        """What is wanted instead."""
        return _("Mật khẩu này nhiều người dùng, dễ đoán. Ghép ba bốn chữ không liên quan, ví dụ: giấy mực đò sông.")


class NotDigitsOnly(password_validation.NumericPasswordValidator):
    """Refuses a password that is a number: a date, a phone."""

    def get_error_message(self) -> str:
        """What is wanted instead."""
        return _("Mật khẩu toàn chữ số. Thêm chữ cái.")
