"""What the office types: one person of the list, and how many people each unit of a group sends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import CHANNELS
from tongket.conferences.rules import Channel
from tongket.core.number_field import NumberField
from tongket.core.text import fold_tones
from tongket.delegates.actions.listing import Entry
from tongket.delegates.limits import MOST_PEOPLE
from tongket.delegates.models import Delegate
from tongket.delegates.names import is_same_name
from tongket.delegates.queries.groups import Group, group_of
from tongket.delegates.rules import ANSWER_WORDS, Answer
from tongket.delegates.typed import said_as_typed
from tongket.units.unit_field import UnitField

LINE = {"class": "in"}
BELONGING = ("unit", "body", "clause")
# Fields that take the whole width of the form.
WIDE = frozenset({"post", "clause", "reason"})


def _line(**more: str) -> forms.TextInput:
    return forms.TextInput(LINE | more)


def answers() -> list[tuple[str, Any]]:
    """The answers with their words."""
    return [(answer.value, _(words)) for answer, words in ANSWER_WORDS.items()]


def group_choices(groups: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Groups by clause, each as its clause and as many of its words as a line takes."""
    return [(clause, Truncator(f"{clause} {words}".strip()).chars(100)) for clause, words in groups]


class DelegateForm(forms.Form):
    """One person; who is on a unit's own list keeps the unit and its group, so neither is asked."""

    name = forms.CharField(label=_("Họ tên"), max_length=120, widget=_line(list="known-people", autocomplete="off"))
    title = forms.CharField(
        label=_("Xưng hô"),
        required=False,
        max_length=20,
        help_text=_("Ông, Bà, Đồng chí; để trống cũng được."),
        widget=_line(),
    )
    post = forms.CharField(label=_("Chức vụ"), required=False, max_length=200, widget=_line())
    unit = UnitField(
        label=_("Đơn vị"),
        required=False,
        help_text=_("Tên như trong danh bạ."),
        widget=_line(list="units", autocomplete="off"),
    )
    body = forms.CharField(
        label=_("Hoặc nơi khác"),
        required=False,
        max_length=200,
        help_text=_("Nơi ngoài danh bạ, ghi như sẽ in."),
        widget=_line(),
    )
    clause = forms.ChoiceField(label=_("Nhóm"), required=False, widget=forms.Select(LINE))
    part = forms.CharField(
        label=_("Việc tại hội nghị"),
        required=False,
        max_length=60,
        help_text=_("Ví dụ Chủ tọa, Thư ký, Đưa tin."),
        widget=_line(),
    )
    phone = forms.CharField(
        label=_("Điện thoại"),
        required=False,
        max_length=30,
        help_text=_("Chỉ ghi khi cần gọi; không in."),
        widget=_line(inputmode="tel"),
    )
    answer = forms.ChoiceField(label=_("Trả lời"), choices=answers, widget=forms.Select(LINE))
    channel = forms.ChoiceField(label=_("Trả lời đến bằng"), choices=CHANNELS, widget=forms.Select(LINE))
    reason = forms.CharField(label=_("Lý do vắng"), required=False, max_length=300, widget=_line())
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own signature
        groups: Sequence[tuple[str, str]],
        others: Iterable[Delegate],
        row: Delegate | None = None,
        **kwargs: Any,  # noqa: ANN401 -- Django's own signature
    ) -> None:
        """`groups` are clauses with their words, `others` who else is on the list, `row` the person as read."""
        if row is not None:
            kwargs["initial"] = {name: getattr(row, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.row, self.others = row, others
        self.fields["clause"].choices = group_choices(groups)  # type: ignore[attr-defined]
        for name in BELONGING if row is not None and row.duty_id else ():
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuses what contradicts itself and who is on the list already."""
        values: dict[str, Any] = self.cleaned_data
        if values.get("unit") and values.get("body"):
            self.add_error("body", gettext("Đã ghi đơn vị ở ô trên. Để trống một trong hai ô."))
        if values.get("reason") and values.get("answer") != Answer.ABSENT:
            self.add_error("reason", gettext("Lý do chỉ ghi cho người vắng. Chọn Vắng, hoặc xóa lý do."))
        same = next((each for each in self.others if self._is_same(each, values)), None)
        if same is not None:
            where = group_of(same) or gettext("khách mời")
            words = gettext(
                "%(name)s đã có trong danh sách (%(where)s). Sửa dòng ấy; nếu là hai người, ghi chức vụ khác."
            )
            self.add_error("name", words % {"name": same.name, "where": where})
        return values

    def _is_same(self, other: Delegate, values: dict[str, Any]) -> bool:
        """Whether somebody of the list has this name, post and place."""
        if self.row is not None and self.row.duty_id:
            place = (self.row.unit_id, "")
        else:
            place = (values["unit"].pk if values.get("unit") else None, fold_tones(values.get("body", "")))
        name = said_as_typed(values.get("name", "")).name
        typed = (fold_tones(values.get("post", "")), *place)
        standing = (fold_tones(other.post), other.unit_id, fold_tones(other.body))
        return typed == standing and is_same_name(name, other.name)

    @property
    def lines(self) -> list[tuple[forms.BoundField, bool]]:
        """Each field with whether it takes the whole width."""
        return [(field, field.name in WIDE) for field in self.visible_fields()]

    def entry(self) -> Entry:
        """The clean values as the actions take them."""
        values = self.cleaned_data
        said = said_as_typed(
            values["name"],
            post=values["post"],
            phone=values["phone"],
            answer=Answer(values["answer"]),
            reason=values["reason"],
        )
        # A title typed before the name says more than the field for it, which may still show the one before.
        said = said if said.title else replace(said, title=values["title"])
        belonging = {name: values[name] for name in BELONGING if name in values}
        return Entry(said, part=values["part"], channel=Channel(values["channel"]), **belonging)


class SizesForm(forms.Form):
    """How many people each unit of a group sends, one field for each group that has units; empty is as planned."""

    def __init__(self, *args: Any, groups: Iterable[Group], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.groups = [group for group in groups if group.senders]
        for group in self.groups:
            label = f"{group.clause} {group.text}".strip()
            field = NumberField(label=label, least=1, most=MOST_PEOPLE, whole=True, initial=group.each)
            field.show_hidden_initial = True
            field.widget.attrs["placeholder"] = group.planned or 1
            self.fields[f"each-{group.clause}"] = field

    @property
    def lines(self) -> list[tuple[Group, forms.BoundField]]:
        """Each group with its field."""
        return [(group, self[f"each-{group.clause}"]) for group in self.groups]

    def changed(self) -> dict[str, int | None]:
        """The clean sizes that somebody typed anew, by clause; what is as the plan says is left to the plan.

        A field that stands as the page showed it says nothing, whatever another window wrote meanwhile.
        """
        found: dict[str, int | None] = {}
        for group in self.groups:
            if f"each-{group.clause}" not in self.changed_data:
                continue
            typed = self.cleaned_data[f"each-{group.clause}"]
            each = int(typed) if typed is not None else group.planned
            if each != group.each:
                found[group.clause] = None if each == group.planned else each
        return found
