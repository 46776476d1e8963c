"""Bringing in a directory from Excel: choose a file, look at what it would do, then write."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.core import clock, files
from tongket.core.findings import compose
from tongket.core.models import StoredFile
from tongket.units import access
from tongket.units.actions import import_file
from tongket.units.directory import BadDirectory, read_table
from tongket.units.importing import preview
from tongket.units.queries import whole_directory

LARGEST = 5 * 1024 * 1024


def import_units(request: HttpRequest) -> HttpResponse:
    access.editor_of_directory(request)
    context: dict[str, object] = {}
    upload = request.FILES.get("file")
    if request.method == "POST" and upload is None:
        context["refusal"] = {
            "found": _("Chưa có tệp nào."),
            "todo": _("Chọn tệp .xlsx hoặc .csv rồi bấm “Xem trước”."),
        }
    elif upload is not None:
        data = upload.read(LARGEST)
        try:
            read_table(data)
        except BadDirectory as bad:
            context["refusal"] = compose(bad.finding, _)
        else:
            kept = files.store(data=data, name=upload.name or "danh-ba", now=clock.now())
            return redirect("units:preview", kept.pk)
    return render(request, "units/import.html", context, status=422 if context else 200)


def preview_import(request: HttpRequest, file_id: UUID) -> HttpResponse:
    access.editor_of_directory(request)
    try:
        kept = StoredFile.objects.get(pk=file_id)
        table = read_table(files.read(kept))
    except (StoredFile.DoesNotExist, ValidationError, BadDirectory, OSError) as gone:
        raise Http404 from gone
    if request.method == "POST":
        done = import_file(data=files.read(kept), by=signed_in(request), now=clock.now())
        said = _("Đã thêm %(added)d đơn vị, đổi %(changed)d; %(faults)d dòng lỗi để lại.")
        counts = {"added": done.added, "changed": done.changed, "faults": len({f.row for f in done.preview.faults})}
        messages.success(request, said % counts)
        return redirect("units:list")
    return render(request, "units/preview.html", {"file": kept, "preview": preview(table, whole_directory())})
