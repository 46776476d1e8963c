"""What the office types about a conference, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.models import Conference
from tongket.core.dates import plain_day
from tongket.core.form_fields import ClockField, DayField

# A conference lasts a day or two; more is a slip of the hand.
MOST_PAGES = 500
MOST_MINUTES = 600


class ConferenceForm(forms.Form):
    """Name, day, hour, place and limits of a conference."""

    short_title = forms.CharField(label=_("Tên gọi gọn"), max_length=160, widget=forms.TextInput({"class": "in"}))
    held_on = DayField(
        label=_("Ngày họp"),
        required=False,
        help_text=_("Ghi ngày/tháng/năm; để trống khi chưa chốt."),
        widget=forms.TextInput({"class": "in", "placeholder": "30/10/2024", "inputmode": "numeric"}),
    )
    starts_at = ClockField(
        label=_("Giờ bắt đầu"), required=False, widget=forms.TextInput({"class": "in", "placeholder": "7:30"})
    )
    venue = forms.CharField(label=_("Nơi họp"), required=False, max_length=300, widget=forms.TextInput({"class": "in"}))
    paper_pages = forms.IntegerField(
        label=_("Tham luận không quá (trang)"),
        required=False,
        min_value=1,
        max_value=MOST_PAGES,
        widget=forms.NumberInput({"class": "in"}),
    )
    paper_minutes = forms.IntegerField(
        label=_("Phát biểu không quá (phút)"),
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput({"class": "in"}),
    )


class NumberForm(forms.Form):
    """The number of a plan, known once it is signed; empty takes it out."""

    number = forms.CharField(
        label=_("Số, ký hiệu của kế hoạch"),
        required=False,
        max_length=60,
        widget=forms.TextInput({"class": "in", "placeholder": "305/KH-MTTQ-BTT"}),
    )


def initial_of(conference: Conference) -> dict[str, Any]:
    """What stands in the form of a conference."""
    held_on = conference.held_on
    initial = {name: getattr(conference, name) for name in ConferenceForm.base_fields}
    return initial | {"held_on": plain_day(held_on) if held_on else ""}
