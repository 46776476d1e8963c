"""What the office types about its ladders, made clean."""

from collections.abc import Collection
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import ClockField
from tongket.mailbox.ladder import MOST_DAYS, OfficeHours, Rungs, days_in, steps_of

MOST_RUNGS = 8
DAYS = {"class": "in s", "inputmode": "text", "autocomplete": "off"}


class DaysField(forms.CharField):
    """Numbers of days as people list them: `5, 2`, `5 và 2`, `5;2`; empty for none."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(required=False, widget=forms.TextInput(DAYS), **kwargs)

    def clean(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        typed = str(super().clean(value))
        days = days_in(typed)
        if days is None:
            raise forms.ValidationError(
                _("“%(found)s” không phải số ngày. Ghi số, cách nhau dấu phẩy, ví dụ 5, 2."), params={"found": typed}
            )
        if days and days[-1] > MOST_DAYS:
            raise forms.ValidationError(
                _("Thấy %(found)s ngày, cần không quá %(most)s."), params={"found": days[-1], "most": MOST_DAYS}
            )
        if len(days) > MOST_RUNGS:
            raise forms.ValidationError(
                _("Thấy %(found)s lần nhắc, cần không quá %(most)s."), params={"found": len(days), "most": MOST_RUNGS}
            )
        return days

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401 -- Django's own signature
        return value if isinstance(value, str) else ", ".join(str(day) for day in value or ())


class LadderForm(forms.Form):
    """The ladder of one kind of duty."""

    is_on = forms.BooleanField(label=_("Nhắc"), required=False)
    before = DaysField(label=_("Nhắc trước hạn, ngày"))
    after = DaysField(label=_("Nhắc sau hạn, ngày"))
    leader_after = forms.IntegerField(
        label=_("Báo lãnh đạo sau hạn, ngày"),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.TextInput({"class": "in s", "inputmode": "numeric", "autocomplete": "off"}),
    )
    goes_by_itself = forms.ChoiceField(
        label=_("Lời nhắc"),
        choices=[("", _("chờ người xem")), ("1", _("tự gửi"))],
        required=False,
        widget=forms.Select({"class": "in s"}),
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        after, leader = values.get("after"), values.get("leader_after")
        if after and leader is not None and leader < max(after):
            self.add_error(
                "leader_after",
                forms.ValidationError(_("Lãnh đạo được báo sau cùng: từ %(n)s trở lên."), params={"n": max(after)}),
            )
        return values

    @property
    def rungs(self) -> Rungs:
        """The ladder that was typed; the form is valid."""
        typed = self.cleaned_data
        return Rungs(
            steps_of(typed["before"], [day for day in typed["after"] if day]),
            typed["leader_after"],
            goes_by_itself=bool(typed["goes_by_itself"]),
            is_on=typed["is_on"],
        )


def initial_of(rungs: Rungs) -> dict[str, Any]:
    """A ladder as its form shows it."""
    return {
        "is_on": rungs.is_on,
        "before": rungs.before,
        "after": rungs.after,
        "leader_after": rungs.leader_after,
        "goes_by_itself": "1" if rungs.goes_by_itself else "",
    }


class HoursForm(forms.Form):
    """When reminders may leave the office on working days."""

    opens_at = ClockField(label=_("Từ"), widget=forms.TextInput({"class": "in s", "placeholder": "7:30"}))
    until_at = ClockField(label=_("Đến"), widget=forms.TextInput({"class": "in s", "placeholder": "16:30"}))

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        opens_at, until_at = values.get("opens_at"), values.get("until_at")
        if isinstance(opens_at, time) and isinstance(until_at, time) and until_at <= opens_at:
            self.add_error("until_at", _("Giờ cuối phải sau giờ đầu."))
        return values

    @property
    def hours(self) -> OfficeHours:
        """The hours that were typed; the form is valid."""
        return OfficeHours(self.cleaned_data["opens_at"], self.cleaned_data["until_at"])


def all_valid(given: Collection[forms.Form]) -> bool:
    """Whether every form is valid; each is asked, so that every fault is shown."""
    valid = [form.is_valid() for form in given]
    return all(valid)
