"""What the office types about its pre-printed sheets: size, printers, and a row for each text with its place."""

import re
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.number_field import NumberField
from tongket.core.text import clean
from tongket.documents.certificate import LENGTHS, PLACES, Place
from tongket.documents.render.values import Align
from tongket.documents.stock import (
    FARTHEST_MM,
    LARGEST_MM,
    LARGEST_PT,
    MOST_PRINTERS,
    NARROWEST_MM,
    SHEETS,
    SMALLEST_MM,
    SMALLEST_PT,
    TEXT_LABELS,
    Stock,
    beyond,
    stamp_of,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OFFSET = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,2})?")
IN = {"class": "in"}
ALIGNS = ((Align.LEFT, _("trái")), (Align.CENTER, _("giữa")), (Align.RIGHT, _("phải")))


def length(label: "StrOrPromise", *, least: float, most: float, is_small: bool = True) -> NumberField:
    """A field for a length or size, `12,5`, that must be filled in."""
    look = {"class": "in s" if is_small else "in", "inputmode": "decimal"}
    return NumberField(label=label, least=least, most=most, required=True, widget=forms.TextInput(look))


class StockForm(forms.Form):
    """The office's pre-printed sheet: its size, and one printer a line with its two offsets in mm."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    sheet = forms.ChoiceField(
        label=_("Khổ phôi"),
        choices=[*((code, label) for code, (label, _w, _h) in SHEETS.items()), ("", _("Khổ khác, ghi bên cạnh"))],
        required=False,
        widget=forms.Select(IN),
    )
    width_mm = length(_("Ngang (mm)"), least=SMALLEST_MM, most=LARGEST_MM, is_small=False)
    height_mm = length(_("Cao (mm)"), least=SMALLEST_MM, most=LARGEST_MM, is_small=False)
    printers = forms.CharField(
        label=_("Máy in, mỗi dòng một máy"),
        required=False,
        widget=forms.Textarea(IN | {"rows": 3, "placeholder": _("Máy Văn thư; 1,5; -2")}),
        help_text=_("Tên máy; sang phải mấy mm; xuống mấy mm. Số âm là sang trái, lên trên."),
    )

    def clean_printers(self) -> dict[str, tuple[float, float]]:
        lines = [line for line in self.cleaned_data["printers"].splitlines() if line.strip()]
        if len(lines) > MOST_PRINTERS:
            raise forms.ValidationError(_("Ghi nhiều nhất %(most)d máy.") % {"most": MOST_PRINTERS})
        return dict(_printer(line) for line in lines)

    @property
    def size(self) -> tuple[float, float] | None:
        """The sheet, a usual one with its own size; None where it was typed wrongly."""
        usual = SHEETS.get(self.cleaned_data.get("sheet", ""))
        if usual is not None:
            return usual[1:]
        width, height = self.cleaned_data.get("width_mm"), self.cleaned_data.get("height_mm")
        return (float(width), float(height)) if width and height else None


class PlaceForm(forms.Form):
    """Where one text stands and how it looks, and whether it is printed at all."""

    is_printed = forms.BooleanField(label=_("In"), required=False)
    x_mm = length(_("Cách trái"), least=0, most=LARGEST_MM)
    y_mm = length(_("Cách trên"), least=0, most=LARGEST_MM)
    width_mm = length(_("Rộng"), least=NARROWEST_MM, most=LARGEST_MM)
    size_pt = length(_("Cỡ chữ"), least=SMALLEST_PT, most=LARGEST_PT)
    align = forms.ChoiceField(label=_("Căn"), choices=ALIGNS, widget=forms.Select({"class": "in s"}))
    bold = forms.BooleanField(label=_("Đậm"), required=False)
    italic = forms.BooleanField(label=_("Nghiêng"), required=False)

    def place(self) -> Place:
        """The clean values."""
        typed = self.cleaned_data
        lengths = {name: float(typed[name]) for name in LENGTHS}
        return Place(**lengths, align=Align(typed["align"]), bold=typed["bold"], italic=typed["italic"])


class SheetForms:
    """The whole page: the form of the sheet, and the rows of texts by their names."""

    def __init__(self, stock: Stock, data: QueryDict | None = None) -> None:
        self.before = stock
        self.sheet = StockForm(data, initial=_sheet_initial(stock))
        self.rows = {
            name: PlaceForm(data, prefix=name, initial=_place_initial(place, is_printed=name in stock.printed))
            for name, place in stock.places.items()
        }

    @property
    def lines(self) -> list[tuple[str, PlaceForm]]:
        """Each text's label with its row."""
        return [(TEXT_LABELS[name], row) for name, row in self.rows.items()]

    @property
    def has_faults(self) -> bool:
        """Whether anything that was typed cannot be kept."""
        return bool(self.sheet.errors) or any(row.errors for row in self.rows.values())

    def is_valid(self) -> bool:
        """Whether every value fits, and every text its sheet."""
        sound = [form.is_valid() for form in (self.sheet, *self.rows.values())]
        if self.sheet.size is not None:
            self._check_rows(*self.sheet.size)
        return all(sound) and not self.has_faults

    def _check_rows(self, width_mm: float, height_mm: float) -> None:
        own = self._own()
        for name, row in self.rows.items():
            fault = beyond(own[name], width_mm, height_mm) if name in own else None
            if fault is not None:
                field, said, found, wanted = fault
                row.add_error(field, gettext(said).format(found=_shown(found), wanted=_shown(wanted)))

    def _own(self) -> dict[str, Place]:
        """The places that differ from the shipped ones: set before, or typed now."""
        before = self.before
        typed = {name: row.place() for name, row in self.rows.items() if not row.errors}
        return {name: place for name, place in typed.items() if name in before.own or place != before.places[name]}

    def stock(self) -> Stock:
        """The clean values; texts that nobody moved stay with the shipped places, which follow the sheet's size."""
        size = self.sheet.size
        assert size is not None, "only a valid form is asked"
        printed = tuple(name for name in PLACES if self.rows[name].cleaned_data["is_printed"])
        return Stock(size[0], size[1], printed, self.sheet.cleaned_data["printers"], self._own())


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


def _sheet_initial(stock: Stock) -> dict[str, object]:
    printers = "\n".join(f"{name}; {_shown(dx)}; {_shown(dy)}" for name, (dx, dy) in stock.printers.items())
    size = {"width_mm": _shown(stock.width_mm), "height_mm": _shown(stock.height_mm)}
    return {"seen": stamp_of(stock), "sheet": stock.sheet, "printers": printers, **size}


def _place_initial(place: Place, *, is_printed: bool) -> dict[str, object]:
    lengths = {name: _shown(getattr(place, name)) for name in LENGTHS}
    return {"is_printed": is_printed, "align": place.align, "bold": place.bold, "italic": place.italic, **lengths}


def _shown(length: float) -> str:
    return f"{length:g}".replace(".", ",")
