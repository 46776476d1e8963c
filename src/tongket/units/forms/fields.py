"""Fields and choices that the forms of this room share."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.dates import DayFault, office_day, plain_day
from tongket.units.rules import BODY_WORDS, BodyType, PlaceKind

LINE = {"class": "in"}
SMALL = {"class": "in s"}


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
        day = office_day(typed)
        if isinstance(day, DayFault):
            raise forms.ValidationError(gettext(day.message).format(found=typed))
        return day

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """A day as it stands in the field."""
        return plain_day(value) if isinstance(value, date) else value
