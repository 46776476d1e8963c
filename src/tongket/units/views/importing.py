"""Bringing in a directory from Excel: choose a file, look at what it would do, then write."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.core import clock, files
from tongket.core.findings import Finding, Level, compose, words
from tongket.core.models import StoredFile
from tongket.units import access
from tongket.units.actions import Imported, import_directory
from tongket.units.directory import COLUMNS, BadDirectory, Table, read_table
from tongket.units.importing import FIELD_WORDS, preview
from tongket.units.queries import whole_directory
from tongket.units.rules import BODY_WORDS, PlaceKind

LARGEST_MEGABYTES = 5
CHOOSE = words("Chọn tệp .xlsx hoặc .csv rồi bấm “Xem trước”.")
NOTHING = Finding("directory-missing", Level.BLOCKER, found=words("Chưa có tệp nào."), todo=CHOOSE)
TOO_LARGE = Finding(
    "directory-too-large",
    Level.BLOCKER,
    found=words("Tệp lớn hơn {most} MB."),
    wanted=words("Danh bạ cả nước cũng chưa đến {most} MB."),
    todo=words("Bỏ ảnh, bỏ trang tính thừa trong tệp rồi đưa lại."),
    values={"most": LARGEST_MEGABYTES},
)


def bytes_of(upload: "UploadedFile[bytes] | None") -> bytes:
    """What was handed over, once it is known to be a table; raises BadDirectory."""
    if upload is None:
        raise BadDirectory(NOTHING)
    if (upload.size or 0) > LARGEST_MEGABYTES * 1024 * 1024:
        raise BadDirectory(TOO_LARGE)
    data: bytes = upload.read()
    read_table(data)
    return data


def import_units(request: HttpRequest) -> HttpResponse:
    access.editor_of_directory(request)
    refusal = None
    if request.method == "POST":
        upload = request.FILES.get("file")
        try:
            kept = files.store(data=bytes_of(upload), name=(upload and upload.name) or "danh-ba", now=clock.now())
        except BadDirectory as bad:
            refusal = compose(bad.finding, _)
        else:
            return redirect("units:preview", kept.pk)
    context = {
        "refusal": refusal,
        "columns": [(name, FIELD_WORDS[name]) for name in COLUMNS],
        "bodies": [(body.value, word) for body, word in BODY_WORDS.items()],
        "kinds": [kind.value for kind in PlaceKind if kind.value],
    }
    return render(request, "units/import.html", context, status=422 if refusal else 200)


def _kept(file_id: UUID) -> tuple[StoredFile, Table]:
    try:
        file = StoredFile.objects.get(pk=file_id)
        return file, read_table(files.read(file))
    except (StoredFile.DoesNotExist, ValidationError, BadDirectory, OSError) as gone:
        raise Http404 from gone


def preview_import(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """Shows what the kept file would do to the directory as it is now, and does it when asked."""
    access.editor_of_directory(request)
    file, table = _kept(file_id)
    by, now = signed_in(request), clock.now()
    known = whole_directory()
    held = access.held_keys(by, known, on=now.date())
    if request.method == "POST":
        done = import_directory(table=table, held=None if by.is_admin else held, by=by, now=now)
        messages.success(request, _summary(done))
        return redirect("units:list")
    seen = preview(table, known, held=None if by.is_admin else held)
    faults = [(fault, FIELD_WORDS[fault.column]) for fault in seen.faults]
    return render(request, "units/preview.html", {"file": file, "preview": seen, "faults": faults})


def _summary(done: Imported) -> str:
    counts = {"added": done.added, "changed": done.changed, "faults": done.preview.faulty_rows}
    if done.preview.faulty_rows:
        return _("Đã thêm %(added)d đơn vị, đổi %(changed)d; %(faults)d dòng có lỗi xem lại trong tệp.") % counts
    return _("Đã thêm %(added)d đơn vị, đổi %(changed)d.") % counts
