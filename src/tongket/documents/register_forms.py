"""What is written into the register by hand, and how the office numbers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.documents.forms import DAY, INPUT, MOST_NUMBER, typed_day
from tongket.documents.models import Entry
from tongket.documents.rules import Series


class EntryForm(forms.Form):
    """What is filled into a line of the register by hand."""

    received_by = forms.CharField(label=_("Ký nhận"), max_length=160, required=False, widget=forms.TextInput(INPUT))
    handed_over_on = DayField(label=_("Ngày chuyển"), required=False, widget=forms.TextInput(DAY))
    kept_by = forms.CharField(
        label=_("Đơn vị, người nhận bản lưu"), max_length=160, required=False, widget=forms.TextInput(INPUT)
    )
    copies = forms.IntegerField(
        label=_("Số lượng bản"), min_value=1, max_value=MOST_NUMBER, widget=forms.NumberInput(INPUT)
    )
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False, widget=forms.TextInput(INPUT))


def entered(entry: Entry) -> dict[str, Any]:
    """What stands in the form of a line."""
    day = entry.handed_over_on
    initial = {name: getattr(entry, name) for name in EntryForm.base_fields}
    return initial | {"handed_over_on": typed_day(day)}


class OutsideForm(forms.Form):
    """A number given without this software."""

    number = forms.IntegerField(
        label=_("Số"), min_value=1, max_value=MOST_NUMBER, widget=forms.NumberInput({"class": "in s"})
    )
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=60, widget=forms.TextInput({"class": "in s"}))
    dated_on = DayField(label=_("Ngày văn bản"), widget=forms.TextInput({**DAY, "class": "in s"}))
    subject = forms.CharField(label=_("Tên loại và trích yếu"), widget=forms.TextInput({"class": "in s"}))


class NumberingForm(forms.Form):
    """How the office numbers, from which year on."""

    SERIES = ((Series.YEAR, _("Một dãy số cho mọi loại văn bản")), (Series.KIND, _("Mỗi loại văn bản một dãy số")))

    series = forms.ChoiceField(label=_("Cách đánh số"), choices=SERIES, widget=forms.RadioSelect)
    year = forms.IntegerField(
        label=_("Từ ngày 1 tháng 1 năm"), min_value=2000, max_value=2200, widget=forms.NumberInput(INPUT)
    )
