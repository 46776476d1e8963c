"""Where a list of people goes, by which way it came, and whether they have answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import CHANNELS
from tongket.delegates.forms.office import group_choices
from tongket.delegates.queries.groups import Attendance
from tongket.delegates.rules import Answer

CHOICE = forms.Select({"class": "in"})


class BringInForm(forms.Form):
    """The group, the way the list came, and what the people said."""

    clause = forms.ChoiceField(label=_("Vào nhóm"), required=False, widget=CHOICE)
    channel = forms.ChoiceField(label=_("Danh sách đến bằng"), choices=CHANNELS[1:], widget=CHOICE)
    answer = forms.ChoiceField(
        label=_("Những người này"),
        choices=[(Answer.COMING, _("đã nhận lời dự")), (Answer.ASKED, _("chưa trả lời"))],
        widget=CHOICE,
    )

    def __init__(self, *args: Any, attendance: Attendance, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        planned = ((each.clause, each.text) for each in attendance.groups if each.clause)
        groups = [("", gettext("Khách mời ngoài kế hoạch")), *planned]
        self.fields["clause"].choices = group_choices(groups)  # type: ignore[attr-defined]
