"""A unit as people type it: by its name in the directory; every room may ask so."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from rapidfuzz import fuzz, process

from tongket.core.text import fold, fold_tones
from tongket.units.directory import Directory
from tongket.units.models import Unit
from tongket.units.queries import whole_directory
from tongket.units.rules import UnitRecord

# Below this likeness a suggestion would only mislead.
NEAR = 60


class UnitField(forms.CharField):
    """A unit by one of its names; empty is None where it is not asked for."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The unit; a ValidationError shows the likeliest names where there is none of this one."""
        typed = super().clean(value)
        if not typed:
            return None
        return Unit.objects.get(pk=int(unit_named(typed, whole_directory()).key))

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        """The unit's name, what was typed as it stands."""
        return value.name if isinstance(value, Unit) else value


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
