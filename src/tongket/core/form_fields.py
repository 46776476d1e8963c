"""Fields that take a day or an hour as Vietnamese write it, and say what is wrong with what was typed."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.dates import DayFault, office_day, parse_clock, plain_clock


class DayField(forms.CharField):
    """A day as Vietnamese write it: `30/10/2024`."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The day, None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        day = office_day(typed)
        if isinstance(day, DayFault):
            raise forms.ValidationError(str(_(day.message)).format(found=typed))
        return day


class ClockField(forms.CharField):
    """An hour as Vietnamese write it: `7:30`, `7 giờ 30`."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The hour, None where nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        at = parse_clock(typed)
        if isinstance(at, DayFault):
            raise forms.ValidationError(str(_(at.message)).format(found=typed))
        return at

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """An hour as it is typed."""
        return plain_clock(value) if isinstance(value, time) else value
