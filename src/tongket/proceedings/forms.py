"""What people set for a volume, made clean."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tongket.core.number_field import NumberField
from tongket.core.text import inside_quotes
from tongket.documents.render.chapters import LINES, PICTURE_MM, SIZES_PT
from tongket.proceedings.rules import numbers_of, widths_of

LINE = {"class": "in"}


class VolumeForm(forms.Form):
    """The cover and how it is bound."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Tên trên bìa"), required=False, max_length=300, widget=forms.TextInput(LINE))
    subtitle = forms.CharField(label=_("Dòng dưới tên"), required=False, max_length=500, widget=forms.TextInput(LINE))
    has_index = forms.BooleanField(label=_("Có bảng tra tác giả, đơn vị ở cuối"), required=False)
    opens_right = forms.BooleanField(label=_("Bản in: mỗi bài mở ở trang bên phải"), required=False)
    is_automatic = forms.BooleanField(label=_("Tự đóng lại khi một phần thay đổi"), required=False)
    copies = forms.IntegerField(
        label=_("Số bản in"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput({"class": "in", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, default_title: str, default_subtitle: str, left_empty: str, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        for name, words in (("title", default_title), ("subtitle", default_subtitle)):
            self.fields[name].help_text = gettext("Để trống là “%(words)s”.") % {"words": inside_quotes(words)}
        self.fields["copies"].help_text = left_empty


class ByHandForm(forms.Form):
    """Corrections of one paper's layout; an empty field leaves it to the standard form."""

    size_pt = NumberField(label=_("Cỡ chữ, pt"), least=SIZES_PT[0], most=SIZES_PT[1])
    lines = NumberField(label=_("Dãn dòng"), least=LINES[0], most=LINES[1])
    breaks_before = forms.CharField(
        label=_("Sang trang trước đoạn số"),
        required=False,
        help_text=_("Số đoạn ghi ở lề bên; nhiều đoạn cách nhau dấu phẩy."),
        widget=forms.TextInput(LINE),
    )
    whole_tables = forms.CharField(
        label=_("Giữ nguyên trên một trang các bảng số"), required=False, widget=forms.TextInput(LINE)
    )
    picture_widths_mm = forms.CharField(
        label=_("Bề rộng hình, mm"),
        required=False,
        widget=forms.TextInput(LINE),
    )

    def __init__(self, *args: Any, blocks: int, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self._blocks = blocks
        hint = gettext("Ghi số hình rồi bề rộng, ví dụ “1: 120, 2: 80”; từ %(least)d đến %(most)d mm.")
        self.fields["picture_widths_mm"].help_text = hint % {"least": PICTURE_MM[0], "most": PICTURE_MM[1]}

    def clean_breaks_before(self) -> list[int]:
        return self._numbers("breaks_before")

    def clean_whole_tables(self) -> list[int]:
        return self._numbers("whole_tables")

    def clean_picture_widths_mm(self) -> list[tuple[int, float]]:
        typed = self.cleaned_data["picture_widths_mm"]
        widths = widths_of(typed)
        if widths is None or any(not PICTURE_MM[0] <= width <= PICTURE_MM[1] for _number, width in widths):
            raise forms.ValidationError(
                _("“%(found)s” chưa rõ. Ghi như “1: 120, 2: 80”, mỗi bề rộng từ %(least)d đến %(most)d mm."),
                params={"found": typed, "least": PICTURE_MM[0], "most": PICTURE_MM[1]},
            )
        return widths

    def _numbers(self, name: str) -> list[int]:
        typed = self.cleaned_data[name]
        numbers = numbers_of(typed)
        if numbers is None or any(number > self._blocks for number in numbers):
            raise forms.ValidationError(
                _("“%(found)s” chưa rõ. Ghi số đoạn từ 1 đến %(most)d, cách nhau dấu phẩy."),
                params={"found": typed, "most": self._blocks},
            )
        return [number - 1 for number in numbers]

    def by_hand(self) -> dict[str, Any]:
        """What is set, as it is kept; empty where all is left to the form."""
        values = {name: value for name, value in self.cleaned_data.items() if value not in (None, "", [])}
        return {name: float(value) if isinstance(value, Decimal) else value for name, value in values.items()}
