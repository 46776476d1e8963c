"""Fields and choices that the forms of this room share."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from tongket.core.dates import DayFault, office_day, plain_day
from tongket.core.text import fold, fold_tones
from tongket.units.directory import Directory
from tongket.units.rules import BODY_WORDS, BodyType, PlaceKind, UnitRecord

LINE = {"class": "in"}
SMALL = {"class": "in s"}
# Below this likeness a suggestion would only mislead.
NEAR = 60


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


def unit_named(typed: str, directory: Directory) -> UnitRecord:
    """The one unit of this name, short name or other name; of namesakes the one that lives longest.

    A ValidationError shows the likeliest names where there is none.
    """
    wanted = fold_tones(typed)
    found = [each for each in directory if wanted in map(fold_tones, (each.name, each.short_name, *each.aliases))]
    last = max((each.valid_until or date.max for each in found), default=None)
    living = [each for each in found if (each.valid_until or date.max) == last]
    if len(living) == 1:
        return living[0]
    if living:
        names = "; ".join(each.name for each in living)
        words = gettext("“%(typed)s” là tên của nhiều đơn vị: %(names)s. Ghi tên đầy đủ.")
        raise forms.ValidationError(words % {"typed": typed, "names": names})
    words = gettext("“%(typed)s” không có trong danh bạ. %(likely)s")
    raise forms.ValidationError(words % {"typed": typed, "likely": _likely(typed, directory)})


def _likely(typed: str, directory: Directory) -> str:
    """What to do about a name that is not there."""
    names = {each.key: fold(each.name) for each in directory}
    near = process.extract(fold(typed), names, scorer=fuzz.WRatio, limit=3, score_cutoff=NEAR)
    likely = "; ".join(each.name for _name, _score, key in near if (each := directory.get(key)))
    return gettext("Gần giống: %(names)s.") % {"names": likely} if likely else gettext("Ghi tên như trong danh bạ.")
