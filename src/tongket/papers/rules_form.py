"""The form and the limits of all papers as the office types them; what stays as shipped is not kept."""

from collections.abc import Mapping
from dataclasses import asdict

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.number_field import NumberField, said
from tongket.papers.queries.form import Ruled
from tongket.papers.values import shipped_limits, standard_form

# Each value that may be set: its words, and the least and the most that still is a paper.
FORM = {
    "width_mm": (_("Khổ giấy, rộng (mm)"), 100, 420),
    "height_mm": (_("Khổ giấy, cao (mm)"), 140, 600),
    "top_mm": (_("Lề trên (mm)"), 5, 60),
    "bottom_mm": (_("Lề dưới (mm)"), 5, 60),
    "left_mm": (_("Lề trái (mm)"), 5, 60),
    "right_mm": (_("Lề phải (mm)"), 5, 60),
    "size_pt": (_("Cỡ chữ (pt)"), 10, 20),
    "lines": (_("Giãn dòng"), 1, 2.5),
    "tight_lines": (_("Giãn dòng chặt nhất"), 0.9, 2.5),
    "after_pt": (_("Cách đoạn (pt)"), 0, 24),
    "first_line_mm": (_("Thụt dòng đầu (mm)"), 0, 30),
    "table_pt": (_("Cỡ chữ trong bảng (pt)"), 8, 20),
    "note_pt": (_("Cỡ chữ cước chú (pt)"), 7, 16),
}
LIMITS = {
    "pages": (_("Tham luận không quá (trang)"), 0.5, 100),
    "minutes": (_("Phát biểu không quá (phút)"), 1, 120),
    "rate": (_("Tốc độ đọc (chữ mỗi phút)"), 100, 400),
    "fast_rate": (_("Đọc nhanh nhất (chữ mỗi phút)"), 100, 500),
}


class RulesForm(forms.Form):
    """Every value that the plan does not set itself; an empty one is the shipped one."""

    def __init__(self, data: Mapping[str, str] | None = None, *, ruled: Ruled) -> None:
        self.ruled = ruled
        super().__init__(data, initial=values_of(ruled))
        for name, (label, least, most) in {**FORM, **LIMITS}.items():
            if name not in ruled.settled:
                help_text = _("Để trống là %(number)s.") % {"number": said(shipped()[name])}
                self.fields[name] = NumberField(label=label, least=least, most=most, help_text=help_text)

    def clean(self) -> dict[str, object]:
        """The numbers as typed; parts that do not fit together are faults of the first of them."""
        values = self.cleaned_data
        self._ordered("tight_lines", "lines", gettext("Giãn dòng chặt nhất không thể rộng hơn giãn dòng."))
        self._ordered("rate", "fast_rate", gettext("Tốc độ đọc nhanh nhất không thể chậm hơn tốc độ đọc."))
        self._leaves_room("left_mm", "right_mm", "width_mm", 60)
        self._leaves_room("top_mm", "bottom_mm", "height_mm", 80)
        return values

    def _ordered(self, small: str, large: str, fault: str) -> None:
        low, high = self.number(small), self.number(large)
        if low is not None and high is not None and low > high:
            self.add_error(small, fault)

    def _leaves_room(self, first: str, second: str, whole: str, least: float) -> None:
        parts = [self.number(name) for name in (first, second, whole)]
        if None not in parts and parts[2] - parts[0] - parts[1] < least:  # type: ignore[operator]
            self.add_error(first, _("Hai lề rộng quá, không còn chỗ cho chữ. Bớt một lề."))

    def number(self, name: str) -> float | None:
        """The value that will hold: as typed, else as shipped; None where what was typed is wrong."""
        if name in self.errors:
            return None
        typed = self.cleaned_data.get(name)
        return shipped()[name] if typed is None else float(typed)

    def changed(self, names: Mapping[str, object]) -> dict[str, float]:
        """What differs from what is shipped, of these names."""
        typed = {name: self.cleaned_data.get(name) for name in names}
        return {
            name: float(value) for name, value in typed.items() if value is not None and float(value) != shipped()[name]
        }


def shipped() -> dict[str, float]:
    """The shipped values by name."""
    form, limits = asdict(standard_form()), asdict(shipped_limits())
    values = {**form.pop("sheet"), **form, **limits}
    return {name: values[name] for name in (*FORM, *LIMITS)}


def values_of(ruled: Ruled) -> dict[str, float]:
    """What holds now, by name."""
    form, limits = asdict(ruled.form), asdict(ruled.limits)
    values = {**form.pop("sheet"), **form, **limits}
    return {name: values[name] for name in (*FORM, *LIMITS)}
