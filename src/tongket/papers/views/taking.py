"""Files of papers: one version, its pictures, and everything of a conference as one archive."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from tongket.conferences.access import office_for
from tongket.core import clock, files
from tongket.papers.access import remark_for, version_for
from tongket.papers.archive import zipped
from tongket.papers.models import VersionPicture
from tongket.papers.queries.listing import papers_of


@require_GET
def version_file(request: HttpRequest, version_id: int) -> HttpResponse:
    version, _rights = version_for(request, version_id)
    if version.file is None:
        raise Http404
    return files.answer(version.file)


@require_GET
def picture(request: HttpRequest, version_id: int, ordinal: int) -> HttpResponse:
    version, _rights = version_for(request, version_id)
    found = VersionPicture.objects.select_related("file")
    return files.answer(get_object_or_404(found, version=version, ordinal=ordinal).file)


@require_GET
def everything(request: HttpRequest, conference_id: int) -> HttpResponse:
    conference, _rights = office_for(request, conference_id)
    rows = papers_of(conference, today=clock.today()).rows
    headers = {"Content-Disposition": content_disposition_header(True, "tham-luan.zip") or ""}  # noqa: FBT003
    return HttpResponse(zipped(rows), content_type="application/zip", headers=headers)


@require_GET
def remark_file(request: HttpRequest, remark_id: int) -> HttpResponse:
    remark, _rights = remark_for(request, remark_id)
    if remark.file is None:
        raise Http404
    return files.answer(remark.file)
