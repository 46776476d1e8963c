"""The summary report packed for the level above: what is in the file, the digits of this machine's key."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.access import office_for, run_office_for
from tongket.core import clock, files
from tongket.reviews.bundles.signing import fingerprint, public_of
from tongket.synthesis.actions.bundling import NotIssued, make_bundle
from tongket.synthesis.queries.bundled import issued_report
from tongket.synthesis.views.showing import report_of, stand


def bundle(request: HttpRequest, conference_id: int) -> HttpResponse:
    enterer = run_office_for if request.method == "POST" else office_for
    conference, rights = enterer(request, conference_id)
    if request.method == "POST":
        try:
            make_bundle(conference=conference, by=signed_in(request), now=clock.now())
        except NotIssued:
            messages.error(request, _("Báo cáo tổng kết chưa ban hành. Ban hành xong rồi đóng gói gửi lên."))
        else:
            messages.success(request, _("Đã đóng gói. Tải tệp rồi gửi cho cấp trên."))
        return redirect("synthesis:bundle", conference.pk)
    context = stand(request, conference, rights, "print") | {
        "report": report_of(conference),
        "document": issued_report(conference),
        "digits": fingerprint(public_of(settings.BUNDLE_KEY)),
    }
    return render(request, "synthesis/bundle.html", context)


def file(request: HttpRequest, conference_id: int) -> HttpResponse:
    """The packed file, for people of the host."""
    conference, _rights = office_for(request, conference_id)
    kept = report_of(conference).bundle
    if kept is None:
        raise Http404
    answer = files.answer(kept)
    answer.headers["Content-Disposition"] = f'attachment; filename="{kept.name}"'
    return answer
