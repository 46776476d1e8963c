"""A unit's list of people as it is typed: a line for each, and the word on why nobody comes."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tongket.conferences.handing_in import CameFields
from tongket.delegates.limits import MOST_LINES_BACK, MOST_PEOPLE
from tongket.delegates.rules import ANSWER_WORDS, Answer, Said, named_twice
from tongket.delegates.typed import said_as_typed

LINE = {"class": "in"}
ANSWERS = [(answer, gettext_lazy(ANSWER_WORDS[answer])) for answer in (Answer.COMING, Answer.ABSENT)]


class LineForm(forms.Form):
    """One person; `key` is that of the delegate the line stood for, `gone` takes that one off the list.

    An empty line is nobody. What was typed as a reason counts only for who is absent.
    """

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(
        label=gettext_lazy("Họ tên"),
        required=False,
        max_length=120,
        widget=forms.TextInput({**LINE, "list": "known", "autocomplete": "off"}),
    )
    post = forms.CharField(
        label=gettext_lazy("Chức vụ"), required=False, max_length=200, widget=forms.TextInput({**LINE})
    )
    phone = forms.CharField(
        label=gettext_lazy("Điện thoại (nếu có)"),
        required=False,
        max_length=30,
        widget=forms.TextInput({**LINE, "inputmode": "tel", "autocomplete": "off"}),
    )
    answer = forms.ChoiceField(
        label=gettext_lazy("Dự hay vắng"), choices=ANSWERS, initial=Answer.COMING, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do vắng (nếu có)"), required=False, max_length=300, widget=forms.TextInput({**LINE})
    )
    gone = forms.BooleanField(label=gettext_lazy("Bỏ người này khỏi danh sách"), required=False)

    def clean(self) -> dict[str, Any]:
        """Asks for the name of whoever has a post or a number; a line that goes may say anything."""
        values: dict[str, Any] = self.cleaned_data
        if values.get("gone"):
            self.errors.clear()
            return values
        if values.get("answer") != Answer.ABSENT:
            self.errors.pop("reason", None)
            values["reason"] = ""
        if not values.get("name") and "name" not in self.errors and (values.get("post") or values.get("phone")):
            self.add_error("name", _nameless(self["key"].value()))
        return values

    def said(self) -> Said | None:
        """The line as a value, None where nobody is named."""
        values = self.cleaned_data
        if values.get("gone") or not values.get("name"):
            return None
        return said_as_typed(
            values["name"],
            post=values["post"],
            phone=values["phone"],
            answer=Answer(values["answer"]),
            reason=values["reason"],
            key=values["key"],
        )


def _nameless(key: object) -> str:
    if key:
        return _("Chưa có họ tên. Ghi họ tên, hoặc đánh dấu “Bỏ người này khỏi danh sách”.")
    return _("Có chức vụ hoặc điện thoại mà chưa có họ tên. Ghi họ tên, hoặc xóa hết dòng này.")


def _too_many(found: int) -> str:
    words = ngettext(
        "Danh sách có %(n)d người; một đơn vị ghi nhiều nhất %(most)d người. Bỏ bớt rồi gửi lại.",
        "Danh sách có %(n)d người; một đơn vị ghi nhiều nhất %(most)d người. Bỏ bớt rồi gửi lại.",
        found,
    )
    return words % {"n": found, "most": MOST_PEOPLE}


# Where there are more lines than come back, nobody counts the people in them.
MESSAGES = forms.BaseFormSet.default_error_messages | {
    "too_many_forms": gettext_lazy("Danh sách dài quá: một đơn vị ghi nhiều nhất %(num)d người. Bỏ bớt rồi gửi lại.")
}


class Lines(forms.BaseFormSet[LineForm]):
    """All lines of a list, no more people than a list takes; nobody stands there twice with the same post."""

    default_error_messages = MESSAGES

    def clean(self) -> None:
        """Refuses a list that is too long and marks the second line of whoever was named twice."""
        if len(self.said()) > MOST_PEOPLE:
            raise forms.ValidationError(_too_many(len(self.said())))
        forms_named = [form for form in self.forms if form.is_valid() and form.said()]
        for number, first in named_twice([said for form in forms_named if (said := form.said())]):
            place = self.forms.index(forms_named[first]) + 1
            words = _("Người này đã ghi ở dòng %(n)d. Ghi người khác, hoặc xóa hết dòng này.") % {"n": place}
            forms_named[number].add_error("name", words)

    def said(self) -> Sequence[Said]:
        """The people named, in the order of the lines."""
        return [said for form in self.forms if form.is_valid() and (said := form.said())]


_LineFormSet = forms.formset_factory(
    LineForm, formset=Lines, extra=0, max_num=MOST_PEOPLE, absolute_max=MOST_LINES_BACK
)


def lines_of(data: Mapping[str, Any] | None = None, initial: Sequence[Mapping[str, Any]] | None = None) -> Lines:
    """The lines as they were typed in `data`, or as they begin."""
    return cast("Lines", _LineFormSet(data, initial=initial, prefix="p"))


class AnswerForm(forms.Form):
    """What is said beside the lines: why nobody comes; `revision` is that of the list as it was read."""

    nobody_because = forms.CharField(
        label=gettext_lazy("Vì sao không cử được người"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"class": "in", "rows": 2}),
    )
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    @property
    def came_fields(self) -> list[forms.BoundField]:
        """How and when it came, where the office enters it; nothing for the unit itself."""
        return [self[name] for name in ("channel", "received_on") if name in self.fields]


class EnterAnswerForm(CameFields, AnswerForm):
    """As `AnswerForm`, for the office that enters it for a unit."""
