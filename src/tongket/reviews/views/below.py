"""A unit asks those below it for their reviews, sees who delivered, and takes what they add up to into its own form."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.core.text import row_key
from tongket.reviews.access import Reader, write_review_for
from tongket.reviews.actions.collecting import ask_below, release_below, take_roll_up
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.forms import AskForm
from tongket.reviews.models import Review
from tongket.reviews.queries.below import added_up, units_below
from tongket.reviews.queries.progress import level_of, progress
from tongket.reviews.views.saying import say
from tongket.reviews.views.showing import around


def below(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = write_review_for(request, conference_id, unit_id)
    if found.upper_id is not None:
        raise Http404
    if request.method == "POST":
        return _carry_out(request, found, reader)
    return _page(request, found, reader)


def _page(
    request: HttpRequest, found: Review, reader: Reader, form: AskForm | None = None, status: int = 200
) -> HttpResponse:
    rows = progress(found.conference, under=found) if found.pk else ()
    sums, period = added_up(found) if found.pk else ({}, None)
    context = around(request, found, reader) | {
        "rows": rows,
        "level": level_of(rows),
        "number_of_sums": len(sums),
        "period": period,
        "form": form or AskForm(units=_choices(found)),
    }
    return render(request, "reviews/below.html", context, status=status)


def _choices(found: Review) -> list[tuple[str, str]]:
    return [(str(unit.pk), unit.called) for unit in units_below(found)]


def _carry_out(request: HttpRequest, found: Review, reader: Reader) -> HttpResponse:
    do, by, now = request.POST.get("do", ""), signed_in(request), clock.now()
    here = redirect("reviews:below", found.conference_id, found.unit_id)
    if do == "take":
        sums = take_roll_up(review=found, by=by, now=now)
        messages.success(
            request, _("Đã đưa %(n)d số cộng từ cấp dưới vào bản nháp; xem lại rồi nộp.") % {"n": len(sums)}
        )
        return redirect("reviews:write", found.conference_id, found.unit_id)
    if do.startswith("release-"):
        return _release(request, found, row_key(do.removeprefix("release-"))) or here
    form = AskForm(request.POST, units=_choices(found))
    if not form.is_valid():
        return _page(request, found, reader, form, status=422)
    asked = [int(each) for each in form.cleaned_data["unit"]]
    event = ask_below(review=found, unit_ids=asked, due_on=form.cleaned_data["due_on"], by=by, now=now)
    number = len(event.changes["units"])
    said = ngettext("Đã giao %(n)d đơn vị gửi báo cáo.", "Đã giao %(n)d đơn vị gửi báo cáo.", number)
    say(request, said % {"n": number}, event)
    return here


def _release(request: HttpRequest, found: Review, unit_id: int | None) -> HttpResponse | None:
    lower = Review.objects.filter(upper=found.pk, unit=unit_id).select_related("conference", "unit").first()
    try:
        if lower is not None:
            event = release_below(below=lower, by=signed_in(request), now=clock.now())
            say(request, _("%(unit)s không phải gửi báo cáo nữa.") % {"unit": lower.unit.called}, event)
    except ReviewMoved:
        messages.error(request, _("Đơn vị này đã gửi báo cáo, nên không bỏ được nữa."))
    return None
