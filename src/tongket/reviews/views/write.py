"""Where a review is written in the page: each field is kept as one types; one button submits the whole."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.duties import DutyMoved
from tongket.core import clock
from tongket.core.dates import DayFault, office_day
from tongket.core.findings import words
from tongket.core.text import clean, row_key
from tongket.reviews.access import Reader, write_review_for
from tongket.reviews.actions.drafting import Saved, Typed, choose_aside, drop_drafts, save_fields
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.writing import NothingWritten, submit_written
from tongket.reviews.forms import MANNERS
from tongket.reviews.models import Review
from tongket.reviews.queries.form_page import form_page
from tongket.reviews.views.saying import say_submitted
from tongket.reviews.views.showing import around

SAVED = words("Đã lưu nháp %(at)s; chưa gửi đi.")
BEHIND = words("Cửa sổ khác đã sửa ô này sau đó. Chữ ở đây được giữ riêng; tải lại trang để chọn.")
TOO_LONG = words("Ô này quá dài, chưa lưu được. Bớt chữ rồi lưu lại.")
NAMED = ("q:", "f:", "k:", "m:")


def write(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = write_review_for(request, conference_id, unit_id)
    if request.method == "POST":
        return _carry_out(request, found, reader)
    return _page(request, found, reader)


def _page(
    request: HttpRequest, found: Review, reader: Reader, faults: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    page = form_page(found)
    context = around(request, found, reader) | {
        "page": page,
        "manners": MANNERS,
        "faults": faults or {},
        "number_of_findings": len(page.findings),
    }
    return render(request, "reviews/write.html", context, status=status)


def _carry_out(request: HttpRequest, found: Review, reader: Reader) -> HttpResponse:
    do, here = request.POST.get("do", ""), redirect("reviews:write", found.conference_id, found.unit_id)
    if do.startswith(("take-", "drop-")):
        return _aside(request, found, do) or here
    if do == "forget":
        drop_drafts(review=found, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã bỏ bản nháp; ô nào cũng như bản đã nộp."))
        return here
    try:
        saved = _save(request, found)
    except ValueError:
        messages.error(request, _(TOO_LONG))
        return _page(request, found, reader, status=422)
    if saved.behind:
        messages.error(request, _("Cửa sổ khác đã sửa vài ô sau đó. Chữ ở cửa sổ này được giữ riêng, chọn bên dưới."))
        return here
    if do == "submit":
        return _submit(request, found, reader)
    messages.success(request, _("Đã lưu nháp; chưa gửi đi."))
    return here


def _fields(request: HttpRequest) -> Sequence[Typed]:
    """Every field that the form posted, with the revision it began from."""
    posted = ((name, text) for name, text in request.POST.items() if name.startswith(NAMED))
    return [Typed(name, str(text), row_key(request.POST.get(f"r:{name}", "")) or 0) for name, text in posted]


def _save(request: HttpRequest, found: Review) -> Saved:
    return save_fields(review=found, fields=_fields(request), by=signed_in(request), now=clock.now())


def _submit(request: HttpRequest, found: Review, reader: Reader) -> HttpResponse:
    faults = _faults(request)
    if faults:
        return _page(request, found, reader, faults, status=422)
    try:
        version = submit_written(review=found, by=signed_in(request), now=clock.now())
    except NothingWritten:
        messages.error(request, _("Chưa có gì để nộp. Viết câu trả lời hoặc ghi số liệu trước."))
        return _page(request, found, reader, status=422)
    except (DutyMoved, ReviewMoved):
        messages.error(request, _("Báo cáo này không nhận bản mới nữa. Bản nháp của bạn vẫn còn."))
        return _page(request, found, reader, status=409)
    say_submitted(request, version)
    return redirect("reviews:review", found.conference_id, found.unit_id)


def _faults(request: HttpRequest) -> dict[str, str]:
    """What cannot be kept as it was typed, by the name of its field."""
    day, attended = clean(request.POST.get("m:held_on", "")), clean(request.POST.get("m:attended", ""))
    faults: dict[str, str] = {}
    if day and isinstance(fault := office_day(day), DayFault):
        faults["held_on"] = str(_(fault.message)).format(found=day)
    if attended and row_key(attended) is None:
        faults["attended"] = _("“%(found)s” không phải số người. Ghi một số nguyên, ví dụ 45.") % {"found": attended}
    return faults


def _aside(request: HttpRequest, found: Review, do: str) -> HttpResponse | None:
    """What another window wrote in a field: put in its place, or forgotten."""
    choice, _dash, name = do.partition("-")
    try:
        choose_aside(review=found, name=name, take=choice == "take", by=signed_in(request), now=clock.now())
    except ReviewMoved:
        messages.error(request, _("Ô này vừa được chọn ở cửa sổ khác."))
    return None


@require_POST
def draft(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    """One field or several as one types: the new revisions, or 409 for what another window saved since."""
    found, _reader = write_review_for(request, conference_id, unit_id)
    try:
        saved = _save(request, found)
    except ValueError:
        return JsonResponse({"said": _(TOO_LONG)}, status=422)
    at = timezone.localtime(clock.now()).strftime("%H:%M")
    if saved.behind:
        return JsonResponse({"revisions": saved.revisions, "behind": saved.behind, "said": _(BEHIND)}, status=409)
    return JsonResponse({"revisions": saved.revisions, "said": _(SAVED) % {"at": at}})
