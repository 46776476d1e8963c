"""What the office types about single copies, batches and pre-printed sheets, made clean."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.text import clean
from tongket.documents.actions.batches import Wish
from tongket.documents.batches import PER_SHEET
from tongket.documents.copy_lists import LONGEST_NAME, LONGEST_VALUE, POST, UNIT
from tongket.documents.models import Copy
from tongket.documents.stock import FARTHEST_MM, LARGEST_MM, MOST_PRINTERS, SHEETS, SMALLEST_MM, TEXT_LABELS, Stock

OFFSET = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,2})?")
IN = {"class": "in"}
HALF = IN | {"step": "0.5"}


class CopyForm(forms.Form):
    """One copy: name, post, unit, address, and a field for each value that its document needs."""

    name = forms.CharField(label=_("Họ tên, hoặc tên đơn vị"), max_length=LONGEST_NAME, widget=forms.TextInput(IN))
    post = forms.CharField(label=_("Chức vụ"), max_length=300, required=False, widget=forms.TextInput(IN))
    unit = forms.CharField(label=_("Đơn vị"), max_length=300, required=False, widget=forms.TextInput(IN))
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(IN))

    def __init__(self, *args: Any, gaps: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.gaps = [name for name in gaps if name not in {POST, UNIT, "ho_ten"}]
        for name in self.gaps:
            self.fields[name] = forms.CharField(
                label=gaps[name].capitalize(), max_length=LONGEST_VALUE, required=False, widget=forms.TextInput(IN)
            )

    def values(self, before: Mapping[str, str]) -> dict[str, str]:
        """The copy's values with what was typed; those that the form does not show are kept."""
        typed = {name: clean(self.cleaned_data[name]) for name in self.gaps}
        return {**before, **typed, POST: self.cleaned_data["post"], UNIT: self.cleaned_data["unit"]}


def initial_of(copy: Copy, gaps: Mapping[str, str]) -> dict[str, str]:
    """What stands in the form of a copy."""
    values = {name: copy.values.get(name, "") for name in gaps}
    shown = {"name": copy.name, "email": copy.email, "post": copy.values.get(POST), "unit": copy.values.get(UNIT)}
    return {**values, **{name: value or "" for name, value in shown.items()}}


class BatchForm(forms.Form):
    """How the copies are to be made."""

    per_sheet = forms.TypedChoiceField(
        label=_("Mỗi tờ A4"),
        coerce=int,
        choices=[(1, _("một bản")), (2, _("hai bản, cắt đôi")), (4, _("bốn bản, cắt tư"))],
        initial=PER_SHEET[0],
        widget=forms.Select(IN),
    )
    is_stacked = forms.BooleanField(label=_("Xếp để cắt cả chồng mà vẫn đúng thứ tự"), required=False, initial=True)
    is_zipped = forms.BooleanField(label=_("Thêm tệp .zip, mỗi người một tệp PDF"), required=False, initial=True)
    only_new = forms.BooleanField(label=_("Chỉ những bản chưa phát hành"), required=False)
    printer = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def wish(self) -> Wish:
        """The clean values as the action takes them."""
        return Wish(**self.cleaned_data)


class StockForm(forms.Form):
    """The office's pre-printed sheet: size, texts, and one printer a line with its two offsets in mm."""

    sheet = forms.ChoiceField(
        label=_("Khổ phôi"),
        choices=[*((code, label) for code, (label, _w, _h) in SHEETS.items()), ("", _("Khổ khác, ghi bên cạnh"))],
        required=False,
        widget=forms.Select(IN),
    )
    width_mm = forms.FloatField(
        label=_("Ngang (mm)"),
        min_value=SMALLEST_MM,
        max_value=LARGEST_MM,
        widget=forms.NumberInput(HALF),
    )
    height_mm = forms.FloatField(
        label=_("Cao (mm)"), min_value=SMALLEST_MM, max_value=LARGEST_MM, widget=forms.NumberInput(HALF)
    )
    printed = forms.MultipleChoiceField(
        label=_("In những gì lên phôi"),
        choices=list(TEXT_LABELS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    printers = forms.CharField(
        label=_("Máy in, mỗi dòng một máy"),
        required=False,
        widget=forms.Textarea(IN | {"rows": 4, "placeholder": _("Máy Văn thư; 1,5; -2")}),
        help_text=_("Tên máy; sang phải mấy mm; xuống mấy mm. Số âm là sang trái, lên trên."),
    )

    def clean_printers(self) -> dict[str, tuple[float, float]]:
        lines = [line for line in self.cleaned_data["printers"].splitlines() if line.strip()]
        if len(lines) > MOST_PRINTERS:
            raise forms.ValidationError(_("Ghi nhiều nhất %(most)d máy.") % {"most": MOST_PRINTERS})
        return dict(_printer(line) for line in lines)

    def stock(self) -> Stock:
        """The clean values; a usual sheet brings its own size."""
        typed = self.cleaned_data
        size = SHEETS.get(typed["sheet"], ("", typed["width_mm"], typed["height_mm"]))[1:]
        return Stock(size[0], size[1], tuple(typed["printed"]), typed["printers"])


def _printer(line: str) -> tuple[str, tuple[float, float]]:
    parts = [clean(part) for part in line.split(";")]
    if len(parts) != 3 or not parts[0] or not all(OFFSET.fullmatch(part) for part in parts[1:]):
        wanted = _("“%(found)s” chưa đúng; cần: tên máy; mm sang phải; mm xuống, ví dụ Máy Văn thư; 1,5; -2.")
        raise forms.ValidationError(wanted % {"found": clean(line)})
    dx, dy = (float(part.replace(",", ".")) for part in parts[1:])
    if max(abs(dx), abs(dy)) > FARTHEST_MM:
        far = _("“%(found)s” lệch quá %(most)d mm; đo lại trên tờ thử.")
        raise forms.ValidationError(far % {"found": clean(line), "most": FARTHEST_MM})
    return parts[0][:60], (dx, dy)


def initial_of_stock(stock: Stock) -> dict[str, object]:
    """What stands in the form of an office's sheet."""
    printers = "\n".join(f"{name}; {_mm(dx)}; {_mm(dy)}" for name, (dx, dy) in stock.printers.items())
    return {
        "sheet": stock.sheet,
        "width_mm": f"{stock.width_mm:g}",
        "height_mm": f"{stock.height_mm:g}",
        "printed": list(stock.printed),
        "printers": printers,
    }


def _mm(length: float) -> str:
    return f"{length:g}".replace(".", ",")
