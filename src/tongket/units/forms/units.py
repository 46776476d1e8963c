"""What people type about units, made clean."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.text import clean
from tongket.units.directory import Directory
from tongket.units.forms.fields import LINE, SMALL, DayField, body_choices, place_choices
from tongket.units.models import Unit
from tongket.units.rules import UnitRecord, valid_on
from tongket.units.unit_field import unit_named


class FilterForm(forms.Form):
    """What the list of units is narrowed by."""

    q = forms.CharField(
        label=_("Tên"),
        required=False,
        widget=forms.TextInput(SMALL | {"type": "search", "placeholder": _("gõ không dấu cũng được")}),
    )
    body = forms.ChoiceField(label=_("Loại tổ chức"), required=False, widget=forms.Select(SMALL))
    place_kind = forms.ChoiceField(label=_("Cấp"), required=False, widget=forms.Select(SMALL))
    on = DayField(label=_("Có vào ngày"), required=False, widget=forms.TextInput(SMALL | {"inputmode": "numeric"}))
    ended = forms.BooleanField(label=_("cả đơn vị đã hết hiệu lực"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", _("mọi loại")), *body_choices()]  # type: ignore[attr-defined]
        self.fields["place_kind"].choices = [("", _("mọi cấp")), *place_choices()[1:]]  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    """A unit's own fields; `held` are the keys of the units it may be put below, `may_stand_alone` allows none."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=250, widget=forms.TextInput(LINE))
    short_name = forms.CharField(
        label=_("Tên gọn"),
        max_length=120,
        required=False,
        help_text=_("Dùng trong bảng, ví dụ UBMTTQVN xã Tam Thăng."),
        widget=forms.TextInput(LINE),
    )
    body = forms.ChoiceField(label=_("Loại tổ chức"), choices=body_choices, widget=forms.Select(LINE))
    place_kind = forms.ChoiceField(label=_("Cấp"), choices=place_choices, required=False, widget=forms.Select(LINE))
    place = forms.CharField(
        label=_("Địa danh"),
        max_length=120,
        required=False,
        help_text=_("Chỉ tên riêng, ví dụ Tam Thăng."),
        widget=forms.TextInput(LINE),
    )
    parent = forms.CharField(
        label=_("Trực thuộc"),
        required=False,
        help_text=_("Tên đơn vị cấp trên, như trong danh bạ."),
        widget=forms.TextInput(LINE | {"list": "known-units", "autocomplete": "off"}),
    )
    aliases = forms.CharField(
        label=_("Tên khác"),
        required=False,
        help_text=_("Mỗi dòng một tên mà kế hoạch, công văn hay dùng."),
        widget=forms.Textarea({"class": "in", "rows": 3}),
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(LINE))
    phone = forms.CharField(
        label=_("Điện thoại"), max_length=30, required=False, widget=forms.TextInput(LINE | {"inputmode": "tel"})
    )
    valid_from_on = DayField(label=_("Có từ ngày"), required=False)
    valid_until_on = DayField(label=_("Đến hết ngày"), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 -- Django's own
        directory: Directory,
        held: Collection[str],
        may_stand_alone: bool = True,
        unit: Unit | None = None,
        **kwargs: Any,  # noqa: ANN401 -- Django's own
    ) -> None:
        if unit is not None:
            kwargs["initial"] = _initial_of(unit)
        super().__init__(*args, **kwargs)
        self.directory, self.held, self.unit = directory, held, unit
        self.fields["parent"].required = not may_stand_alone

    def clean_aliases(self) -> list[str]:
        """The other names, one a line."""
        return [clean(line)[:250] for line in self.cleaned_data["aliases"].splitlines() if clean(line)]

    def clean_parent(self) -> Unit | None:
        """The unit above; it is one that the person keeps, or stays the one it was."""
        if not self.cleaned_data["parent"]:
            return None
        record = unit_named(self.cleaned_data["parent"], self.directory)
        is_kept = self.unit is not None and str(self.unit.parent_id) == record.key
        if record.key not in self.held and not is_kept:
            raise forms.ValidationError(
                _("%(name)s do nơi khác giữ. Chọn một đơn vị của cơ quan bạn, hoặc nhờ người quản trị."),
                params={"name": record.name},
            )
        return Unit.objects.get(pk=int(record.key))


def _initial_of(unit: Unit) -> dict[str, Any]:
    values = {name: getattr(unit, name) for name in UnitForm.base_fields if name not in {"aliases", "parent"}}
    aliases = "\n".join(alias.name for alias in unit.aliases.all())
    return values | {"aliases": aliases, "parent": unit.parent.name if unit.parent else ""}


class EndForm(forms.Form):
    """The last day of a unit and who carries on: some ticked among its likes, others by name."""

    last_day = DayField(label=_("Ngày cuối cùng"))
    ticked = forms.MultipleChoiceField(label=_("Đơn vị kế thừa"), required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label=_("Đơn vị kế thừa khác"),
        required=False,
        help_text=_("Mỗi dòng một tên, như trong danh bạ. Đơn vị mới thì thêm vào danh bạ trước."),
        widget=forms.Textarea({"class": "in", "rows": 3}),
    )

    def __init__(self, *args: Any, directory: Directory, unit: UnitRecord, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        self.directory, self.unit = directory, unit
        likes = [each for each in directory if _alike(each, unit)]
        self.fields["ticked"].choices = [(each.key, each.name) for each in likes]  # type: ignore[attr-defined]

    def clean_others(self) -> list[str]:
        """The keys of the units named one a line."""
        lines = [clean(line) for line in self.cleaned_data["others"].splitlines()]
        return [unit_named(line, self.directory).key for line in lines if line]

    def clean(self) -> dict[str, Any]:
        """Adds `successors`, the keys of the units that carry on: none is the unit itself or has ended by then."""
        values: dict[str, Any] = self.cleaned_data
        keys = list(dict.fromkeys([*values.get("ticked", []), *values.get("others", [])]))
        last_day = values.get("last_day")
        for record in filter(None, map(self.directory.get, keys)):
            is_gone = last_day is not None and not valid_on(record, last_day + timedelta(days=1))
            if record.key == self.unit.key or is_gone:
                words = gettext("%(name)s không có vào hôm sau ngày ấy. Chọn đơn vị khác, hoặc sửa ngày.")
                self.add_error("others", words % {"name": record.name})
        return values | {"successors": keys}


def _alike(each: UnitRecord, unit: UnitRecord) -> bool:
    return each.key != unit.key and each.parent == unit.parent and each.body == unit.body


def living(directory: Directory, day: date) -> list[str]:
    """The names of the units that exist on `day`, for the list that a name is chosen from."""
    return [record.name for record in directory if valid_on(record, day)]
