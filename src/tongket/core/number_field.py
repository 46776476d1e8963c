"""A field for numbers as Vietnamese write them, that says what is wrong with what was typed."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from tongket.core.text import clean

LONGEST = 12


class NumberField(forms.CharField):
    """A number between two bounds, `1,15` or `1.15`; empty is None where it is not asked for."""

    def __init__(self, *, least: float, most: float, whole: bool = False, **options: Any) -> None:  # noqa: ANN401
        options.setdefault("required", False)
        options.setdefault("widget", forms.TextInput({"class": "in", "inputmode": "decimal"}))
        super().__init__(**options)
        self.least, self.most, self.whole = Decimal(str(least)), Decimal(str(most)), whole

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The number as a Decimal with at most two places, or None; a ValidationError says what is wanted."""
        typed = clean(super().clean(value))
        if not typed:
            return None
        number = _number(typed)
        if number is None or (self.whole and number != number.to_integral_value()):
            wanted = _("Cần một số nguyên, ví dụ 200.") if self.whole else _("Cần một số, ví dụ 1,15.")
            raise forms.ValidationError(_("“%(found)s” không phải số. %(wanted)s"), params=_gaps(typed, wanted=wanted))
        if not self.least <= number <= self.most:
            bounds = {"least": said(self.least), "most": said(self.most)}
            raise forms.ValidationError(
                _("“%(found)s” nằm ngoài khoảng dùng được. Ghi từ %(least)s đến %(most)s."),
                params=_gaps(typed, **bounds),
            )
        return number

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The number as it is typed, what was typed wrongly as it stands."""
        return said(value) if isinstance(value, int | float | Decimal) else value


def said(number: float | Decimal) -> str:
    """A number without zeros that say nothing: `1,15`, `3`."""
    return number_format(Decimal(str(number)).normalize().__format__("f"), use_l10n=True)


def _number(typed: str) -> Decimal | None:
    try:
        number = Decimal(typed.replace(",", "."))
    except InvalidOperation:
        return None
    return round(number, 2) if number.is_finite() and len(typed) <= LONGEST else None


def _gaps(typed: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- words and numbers
    return {"found": typed[: LONGEST + 8], **more}
