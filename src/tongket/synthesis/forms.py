"""What people type in the report, made clean."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongket.core.form_fields import DayField
from tongket.core.text import fold
from tongket.units.models import Unit

LINE = {"class": "in"}
AREA = {"class": "in", "rows": 4}
DAY = LINE | {"inputmode": "numeric", "size": 12}


class SentenceForm(forms.Form):
    """The words of a sentence."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label=_("Câu trong báo cáo"), max_length=4000, widget=forms.Textarea(AREA))


class AddForm(forms.Form):
    """A sentence of the person's own."""

    text = forms.CharField(label=_("Thêm câu"), max_length=4000, widget=forms.Textarea({"class": "in", "rows": 2}))


class VouchForm(forms.Form):
    """Why a person answers for a sentence that has no source."""

    because = forms.CharField(
        label=_("Vì sao chịu trách nhiệm"),
        max_length=500,
        help_text=_("In trong phụ lục nguồn, cùng tên người nhận trách nhiệm."),
        widget=forms.TextInput(LINE),
    )


class ThemeForm(forms.Form):
    """The name of a theme and its key phrases, one a line."""

    name = forms.CharField(label=_("Tên chủ đề"), max_length=200, widget=forms.TextInput(LINE))
    phrases = forms.CharField(
        label=_("Cụm từ nhận ra chủ đề"),
        required=False,
        help_text=_("Mỗi dòng một cụm từ, như đơn vị thường viết."),
        widget=forms.Textarea({"class": "in", "rows": 8}),
    )

    def clean_phrases(self) -> list[str]:
        """The phrases, each once."""
        lines = (line.strip() for line in self.cleaned_data["phrases"].splitlines())
        return list(dict.fromkeys(line for line in lines if line))


class RecommendationForm(forms.Form):
    """Words and addressee of a recommendation."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Gọi tắt"), required=False, max_length=300, widget=forms.TextInput(LINE))
    text = forms.CharField(label=_("Lời kiến nghị"), max_length=4000, widget=forms.Textarea(AREA))
    to = forms.CharField(
        label=_("Gửi ai"),
        required=False,
        max_length=300,
        help_text=_("Tên trong danh bạ, hoặc tên như sẽ in trên công văn."),
        widget=forms.TextInput({"class": "in", "list": "units"}),
    )
    due_on = DayField(label=_("Mong trả lời trước ngày"), required=False, widget=forms.TextInput(DAY))

    def words(self) -> dict[str, Any]:
        """The clean values as the actions take them: a unit where the directory has one of that very name."""
        typed = self.cleaned_data["to"]
        unit = next((row for row in Unit.objects.all() if fold(typed) in {fold(row.name), fold(row.short_name)}), None)
        named = unit if typed else None
        data = self.cleaned_data
        return {"title": data["title"], "text": data["text"], "to": named, "to_name": typed}


class AnswerForm(forms.Form):
    """The answer to a recommendation and the day it came."""

    answer = forms.CharField(label=_("Trả lời"), max_length=8000, widget=forms.Textarea(AREA))
    on = DayField(label=_("Ngày trả lời"), required=False, widget=forms.TextInput(DAY))
