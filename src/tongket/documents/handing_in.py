"""A list of people as it was handed over: typed lines, or a table in a file."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tongket.core.findings import Sentence, compose
from tongket.documents.copy_lists import as_text
from tongket.units.directory import BadDirectory, read_rows

LARGEST_MEGABYTES = 5


def list_handed_over(request: HttpRequest) -> str | Sentence:
    """The lines to read: typed ones, else the rows of a table as lines; the sentence that refuses a file or nothing."""
    upload = request.FILES.get("file")
    if upload is None:
        text = request.POST.get("text", "")
        return (
            text if text.strip() else Sentence(_("Chưa có dòng nào."), _("Dán danh sách vào ô, hoặc chọn tệp."), "", "")
        )
    if (upload.size or 0) > LARGEST_MEGABYTES * 1024 * 1024:
        return Sentence(_("Tệp lớn hơn {most} MB.").format(most=LARGEST_MEGABYTES), "", "", "")
    try:
        return as_text(read_rows(upload.read()))
    except BadDirectory as bad:
        return compose(bad.finding, _)
