"""What people type about duties, made clean."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import TEXT, HandInForm
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.dates import plain_day
from tongket.core.form_fields import DayField
from tongket.units.models import Unit

CHANNELS = [
    (Channel.WEB, _("trên trang này")),
    (Channel.EMAIL, _("thư điện tử")),
    (Channel.ZALO, _("Zalo")),
    (Channel.PAPER, _("bản giấy")),
    (Channel.USB, _("USB")),
    (Channel.PHONE, _("điện thoại")),
]
CALL_CHANNELS = [(Channel.PHONE, _("gọi điện")), (Channel.ZALO, _("nhắn Zalo")), (Channel.EMAIL, _("gửi thư"))]
DAY = {"class": "in", "placeholder": "25/10/2024", "inputmode": "numeric"}


class ComingDayField(DayField):
    """A day by which somebody can still do something: today or later."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        day = super().clean(value)
        if day is not None and day < clock.today():
            raise forms.ValidationError(
                _("%(found)s đã qua. Ghi hôm nay hoặc một ngày sau đó."), params={"found": plain_day(day)}
            )
        return day


class EnterForm(HandInForm):
    """As `HandInForm`, for the office that enters what came another way."""

    channel = forms.ChoiceField(label=_("Đến bằng"), choices=CHANNELS[1:], widget=forms.Select({"class": "in"}))
    received_on = DayField(
        label=_("Ngày nhận"), required=False, help_text=_("Để trống là hôm nay."), widget=forms.TextInput(DAY)
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._now = now
        self.fields["received_on"].widget.attrs["placeholder"] = plain_day(now.date())

    def clean_received_on(self) -> datetime:
        day = self.cleaned_data["received_on"]
        if day is None or day == self._now.date():
            return self._now
        if day > self._now.date():
            raise forms.ValidationError(_("Ngày nhận ở sau hôm nay. Ghi ngày đã nhận thật."))
        return timezone.make_aware(datetime.combine(day, time(12)))


class ReturnForm(forms.Form):
    """What must be mended, and by when."""

    remark = forms.CharField(label=_("Cần sửa gì"), widget=TEXT)
    due_on = ComingDayField(label=_("Nộp bản sửa trước hết ngày"), widget=forms.TextInput(DAY))


class ReasonForm(forms.Form):
    """A reason."""

    reason = forms.CharField(label=_("Lý do"), widget=TEXT)


class DueForm(forms.Form):
    """The last day of a duty."""

    due_on = DayField(label=_("Hạn, hết ngày"), widget=forms.TextInput(DAY))


class ExtensionForm(forms.Form):
    """A wish for more time."""

    wanted_on = ComingDayField(label=_("Xin nộp trước hết ngày"), widget=forms.TextInput(DAY))
    reason = forms.CharField(label=_("Lý do"), widget=TEXT)


class AnswerForm(forms.Form):
    """The office's word on a wish for more time."""

    answer = forms.CharField(label=_("Trả lời"), required=False, widget=TEXT)


class ContactForm(forms.Form):
    """A call or message."""

    channel = forms.ChoiceField(label=_("Cách liên lạc"), choices=CALL_CHANNELS, widget=forms.Select({"class": "in"}))
    note = forms.CharField(label=_("Nói gì, hẹn gì"), required=False, widget=TEXT)


class UnitForm(forms.Form):
    """Which unit owes a duty."""

    unit = forms.ModelChoiceField(
        label=_("Đơn vị"), queryset=Unit.objects.order_by("sort_key"), widget=forms.Select({"class": "in"})
    )
