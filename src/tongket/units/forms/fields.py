"""Fields and choices that the forms of this room share."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.dates import DayFault, parse_day, plain_day
from tongket.units.directory import Directory
from tongket.units.names import match
from tongket.units.rules import BODY_WORDS, BodyType, PlaceKind, UnitRecord

LINE = {"class": "in"}
SMALL = {"class": "in s"}
EXACT = 100.0


def body_choices() -> list[tuple[str, Any]]:
    """Kinds of body with their words."""
    return [(body.value, _(BODY_WORDS[body])) for body in BodyType]


def place_choices() -> list[tuple[str, Any]]:
    """Levels of place; the word itself is how it is printed."""
    return [("", _("không gắn với địa danh"))] + [(kind.value, kind.value) for kind in PlaceKind if kind.value]


class DayField(forms.CharField):
    """A day as Vietnamese write it: `30/6/2025`; empty gives None."""

    widget = forms.TextInput({"class": "in", "placeholder": "30/6/2025", "inputmode": "numeric"})

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The day, None for an empty field; a ValidationError says what is wanted."""
        typed = super().clean(value)
        if not typed:
            return None
        day = parse_day(typed)
        if isinstance(day, DayFault):
            raise forms.ValidationError(gettext(day.message).format(found=typed))
        return day

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """A day as it stands in the field."""
        return plain_day(value) if isinstance(value, date) else value


def unit_named(typed: str, directory: Directory) -> UnitRecord:
    """The one unit of this name, short name or other name; a ValidationError shows the likeliest otherwise."""
    found = match(typed, directory, host=None)
    if found.unit is not None and found.score == EXACT:
        return found.unit
    likely = "; ".join(unit.name for unit in found.candidates[:3])
    missing = gettext("“%(found)s” không có trong danh bạ, hoặc có nhiều đơn vị cùng tên.") % {"found": typed}
    todo = gettext("Gần giống: %(likely)s. Chép đúng một tên.") % {"likely": likely} if likely else ""
    raise forms.ValidationError(f"{missing} {todo or gettext('Ghi tên đầy đủ như trong danh bạ.')}")
