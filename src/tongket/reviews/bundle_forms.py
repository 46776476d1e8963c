"""What people choose when a bundle comes, made clean."""

from typing import Any
from uuid import UUID

from django import forms
from django.core import signing
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tongket.conferences.handing_in import FileForm
from tongket.units.models import Unit

SALT = "tongket.reviews.bundle"


class BundleFileForm(FileForm):
    """The file of a bundle."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["file"].required = True
        self.fields["file"].label = _("Tệp đóng gói (.tongket)")
        self.fields["file"].widget.attrs["accept"] = ".tongket"


class TakeForm(forms.Form):
    """Whose bundle it is; `held` is the number of the file that was looked at, signed so that nobody names another."""

    held = forms.CharField(widget=forms.HiddenInput)
    unit = forms.ModelChoiceField(
        label=_("Nhận làm báo cáo của"), queryset=Unit.objects.none(), widget=forms.Select({"class": "in"})
    )
    is_compared = forms.BooleanField(label=_("Đã gọi điện, hai bên đọc dãy số khớp nhau"), required=False)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own signature
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def clean_held(self) -> UUID:
        try:
            return UUID(signing.loads(self.cleaned_data["held"], salt=SALT))
        except signing.BadSignature:
            raise forms.ValidationError(_("Trang này đã cũ. Chọn lại tệp.")) from None


def held(file_id: UUID) -> str:
    """The number of a file as `TakeForm` takes it back."""
    return signing.dumps(str(file_id), salt=SALT)
