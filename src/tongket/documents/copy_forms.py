"""What the office types about single copies and batches, made clean."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.text import clean
from tongket.documents.actions.batches import Wish
from tongket.documents.batches import PER_SHEET
from tongket.documents.copy_lists import LONGEST_NAME, LONGEST_VALUE, POST, UNIT
from tongket.documents.models import Copy

IN = {"class": "in"}


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
