"""What people type about duties, made clean."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import DAY, TEXT, CameFields, ComingDayField, HandInForm
from tongket.conferences.rules import Channel
from tongket.core.form_fields import DayField
from tongket.units.models import Unit

CALL_CHANNELS = [(Channel.PHONE, _("gọi điện")), (Channel.ZALO, _("nhắn Zalo")), (Channel.EMAIL, _("gửi thư"))]


class EnterForm(CameFields, HandInForm):
    """As `HandInForm`, for the office that enters what came another way."""

    field_order = ("note", "file", "channel", "received_on")


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
