"""What the office types about what is asked: questions, indicators, periods."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.core.number_field import NumberField
from tongket.reviews.rules import KIND_WORDS, Gather, Kind, Nature, Span

LINE = {"class": "in"}
NATURES = [
    (Nature.COUNT, _("số đếm")),
    (Nature.AMOUNT, _("số lượng có lẻ")),
    (Nature.MONEY, _("tiền")),
    (Nature.RATE, _("tỷ lệ")),
]
SPANS = [(Span.PERIOD, _("trong kỳ")), (Span.CUMULATIVE, _("lũy kế đến cuối kỳ"))]
GATHERS = [
    (Gather.SUM, _("cộng")),
    (Gather.MEAN, _("trung bình")),
    (Gather.RATE, _("tính lại từ tử và mẫu")),
    (Gather.NONE, _("không gộp")),
]
FAR = 10**15


def line(most: int) -> forms.CharField:
    """A line that may be left empty."""
    return forms.CharField(required=False, max_length=most, widget=forms.TextInput(LINE))


class QuestionForm(forms.Form):
    """A narrative question."""

    heading = forms.CharField(label=_("Đề mục"), max_length=300, widget=forms.TextInput(LINE))
    text = forms.CharField(label=_("Câu hỏi"), max_length=4000, widget=forms.Textarea({"class": "in", "rows": 2}))
    kind = forms.ChoiceField(label=_("Hỏi về"), widget=forms.Select(LINE))
    clause = forms.CharField(label=_("Mục kế hoạch"), required=False, max_length=80, widget=forms.TextInput(LINE))
    is_needed = forms.BooleanField(label=_("Bắt buộc"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(each.value, _(KIND_WORDS[each])) for each in Kind]


class IndicatorForm(forms.Form):
    """A figure that is asked for; codes of other indicators are chosen from `codes`."""

    name = forms.CharField(label=_("Tên chỉ tiêu"), max_length=300, widget=forms.TextInput(LINE))
    measure = forms.CharField(label=_("Đơn vị tính"), max_length=60, widget=forms.TextInput(LINE))
    group = forms.CharField(label=_("Nhóm"), required=False, max_length=160, widget=forms.TextInput(LINE))
    definition = forms.CharField(
        label=_("Cách tính"), required=False, max_length=2000, widget=forms.Textarea({"class": "in", "rows": 2})
    )
    nature = forms.ChoiceField(label=_("Loại số"), choices=NATURES, widget=forms.Select(LINE))
    decimals = NumberField(label=_("Số lẻ"), least=0, most=4, whole=True, required=False)
    span = forms.ChoiceField(label=_("Tính cho"), choices=SPANS, widget=forms.Select(LINE))
    gather = forms.ChoiceField(label=_("Gộp các đơn vị"), choices=GATHERS, widget=forms.Select(LINE))
    part_of = forms.ChoiceField(label=_("Là một phần của"), required=False, widget=forms.Select(LINE))
    not_above = forms.ChoiceField(label=_("Không vượt"), required=False, widget=forms.Select(LINE))
    numerator = forms.ChoiceField(label=_("Tỷ lệ: tử số"), required=False, widget=forms.Select(LINE))
    denominator = forms.ChoiceField(label=_("Tỷ lệ: mẫu số"), required=False, widget=forms.Select(LINE))
    minimum = NumberField(label=_("Nhỏ nhất"), least=-FAR, most=FAR)
    maximum = NumberField(label=_("Lớn nhất"), least=-FAR, most=FAR)
    jump = NumberField(label=_("Hỏi lại khi gấp (lần) kỳ trước"), least=1, most=1000)
    clause = forms.CharField(label=_("Mục kế hoạch"), required=False, max_length=80, widget=forms.TextInput(LINE))
    is_needed = forms.BooleanField(label=_("Bắt buộc"), required=False)
    names_exemplars = forms.BooleanField(label=_("Đếm mô hình có tên"), required=False)

    def __init__(self, *args: Any, codes: list[tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        for name in ("part_of", "not_above", "numerator", "denominator"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "–"), *codes]

    def clean(self) -> dict[str, Any]:
        """Puts what was left empty to what it means, and asks a rate for both its parts."""
        values: dict[str, Any] = self.cleaned_data
        values["decimals"] = int(values.get("decimals") or 0)
        values["jump"] = values.get("jump") or 10
        if bool(values.get("numerator")) != bool(values.get("denominator")):
            self.add_error("denominator", _("Tỷ lệ cần cả tử số và mẫu số."))
        return values


class PeriodForm(forms.Form):
    """A span of days that figures speak of."""

    label = forms.CharField(label=_("Tên kỳ"), max_length=80, widget=forms.TextInput(LINE))
    first_on = DayField(label=_("Từ ngày"), widget=forms.TextInput(LINE))
    last_on = DayField(label=_("Đến ngày"), widget=forms.TextInput(LINE))
    is_current = forms.BooleanField(label=_("Là kỳ đang hỏi"), required=False)

    def clean(self) -> dict[str, Any]:
        """A period ends after it begins."""
        values: dict[str, Any] = self.cleaned_data
        first, last = values.get("first_on"), values.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("Ngày cuối ở trước ngày đầu. Xem lại hai ngày."))
        return values
