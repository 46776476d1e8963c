"""What people type about exemplars, made clean."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import FileForm
from tongket.units.models import Unit

LINE = {"class": "in"}
YEARS = (1945, 2100)


def _line() -> forms.TextInput:
    return forms.TextInput(LINE)


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea({"class": "in", "rows": rows})


def _year(label: Any) -> forms.IntegerField:  # noqa: ANN401 -- a lazy translation
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=YEARS[0],
        max_value=YEARS[1],
        widget=forms.TextInput({"class": "in", "inputmode": "numeric", "size": 6}),
    )


class ExemplarForm(forms.Form):
    """What the office knows of an exemplar."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Tên mô hình"), max_length=300, widget=_line())
    owner = forms.ModelChoiceField(
        label=_("Đơn vị chủ trì"),
        queryset=Unit.objects.order_by("sort_key"),
        required=False,
        empty_label=_("(chưa rõ, ghi tên ở ô bên)"),
        widget=forms.Select(LINE),
    )
    owner_name = forms.CharField(label=_("Hoặc tên nơi chủ trì"), required=False, max_length=300, widget=_line())
    place = forms.CharField(label=_("Nơi thực hiện"), required=False, max_length=200, widget=_line())
    field = forms.CharField(label=_("Lĩnh vực"), required=False, max_length=120, widget=_line())
    began_year = _year(_("Từ năm"))
    what = forms.CharField(label=_("Làm gì"), required=False, max_length=20_000, widget=_lines(3))
    method = forms.CharField(label=_("Cách làm"), required=False, max_length=20_000, widget=_lines(4))
    result = forms.CharField(label=_("Kết quả"), required=False, max_length=20_000, widget=_lines(3))
    lessons = forms.CharField(label=_("Kinh nghiệm"), required=False, max_length=20_000, widget=_lines(3))

    def values(self) -> dict[str, Any]:
        """As `actions.edit_exemplar` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class AdoptionForm(forms.Form):
    """A unit that took an exemplar over."""

    unit = forms.ModelChoiceField(label=_("Đơn vị"), queryset=Unit.objects.none(), widget=forms.Select(LINE))
    since_year = _year(_("Từ năm"))
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=2000, widget=_line())

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ProofForm(FileForm):
    """A file, or words with the place they stand in."""

    quote = forms.CharField(label=_("Hoặc trích dẫn"), required=False, max_length=20_000, widget=_lines(2))
    where = forms.CharField(label=_("Ở đâu"), required=False, max_length=300, widget=_line())

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = self.cleaned_data
        if not values.get("file") and not (values.get("quote") or "").strip() and "file" not in self.errors:
            self.add_error("file", _("Chưa có gì để giữ. Chọn một tệp, hoặc ghi lời trích vào ô."))
        return values
