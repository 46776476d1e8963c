"""One review: what the unit said, and what its leader and who asked for it do about it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.duties import DutyMoved, end_of_day
from tongket.core import clock
from tongket.core.text import row_key
from tongket.reviews.access import Reader, review_for, write_review_for
from tongket.reviews.actions.deciding import (
    NotConfirmed,
    accept_review,
    confirm_review,
    return_review,
    take_back_confirmation,
)
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.settling import settle_figure
from tongket.reviews.forms import ReturnForm
from tongket.reviews.models import Figure, Review
from tongket.reviews.queries.outline import indicator_value
from tongket.reviews.queries.review_page import review_page
from tongket.reviews.rules import Confirmed, FigureState
from tongket.reviews.typed import number_typed
from tongket.reviews.views.saying import say
from tongket.reviews.views.showing import around, shown_review


def review(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = review_for(request, conference_id, unit_id)
    if request.method == "POST":
        return _carry_out(request, found, reader)
    return shown_review(request, found, reader, {})


def _carry_out(request: HttpRequest, found: Review, reader: Reader) -> HttpResponse:
    """One form of the page; the name of its button says which. `revision` is what the person was looking at."""
    do = request.POST.get("do", "")
    here = redirect("reviews:review", found.conference_id, found.unit_id)
    if do not in DOINGS:
        return here
    may, carry_out = DOINGS[do]
    if not may(reader):
        raise PermissionDenied
    found.revision = row_key(request.POST.get("revision", "")) or 0
    try:
        form = carry_out(request, found, reader)
    except NotConfirmed:
        messages.error(request, _("Lãnh đạo đơn vị chưa xác nhận báo cáo này, nên chưa nhận được."))
        return here
    except (DutyMoved, ReviewMoved):
        messages.error(request, _("Báo cáo này vừa có người khác đổi. Xem lại bên dưới rồi làm lại nếu cần."))
        return here
    return here if form is None else shown_review(request, found, reader, {do: form}, status=422)


def _confirm(request: HttpRequest, found: Review, reader: Reader) -> object | None:
    how = Confirmed.WEB if reader.leads else Confirmed.SIGNED
    confirm_review(review=found, how=how, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã xác nhận. Báo cáo được tính từ bây giờ."))
    return None


def _unconfirm(request: HttpRequest, found: Review, _reader: Reader) -> object | None:
    take_back_confirmation(review=found, by=signed_in(request), now=clock.now())
    messages.success(request, _("Đã bỏ xác nhận. Báo cáo chưa được tính."))
    return None


def _accept(request: HttpRequest, found: Review, _reader: Reader) -> object | None:
    event = accept_review(review=found, by=signed_in(request), now=clock.now())
    say(request, _("Đã nhận báo cáo."), event)
    return None


def _return(request: HttpRequest, found: Review, _reader: Reader) -> object | None:
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return form
    values = form.cleaned_data
    due_at, by, now = end_of_day(values["due_on"]), signed_in(request), clock.now()
    event = return_review(review=found, remark=values["remark"], due_at=due_at, by=by, now=now)
    say(request, _("Đã trả lại để sửa."), event)
    return None


Doing = Callable[[HttpRequest, Review, Reader], Any]
DOINGS: dict[str, tuple[Callable[[Reader], bool], Doing]] = {
    "confirm": (lambda reader: reader.may_confirm, _confirm),
    "unconfirm": (lambda reader: reader.may_confirm, _unconfirm),
    "accept": (lambda reader: reader.may_decide, _accept),
    "return": (lambda reader: reader.may_decide, _return),
}


def figures(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    """Figures that were read in a report, each beside its sentence, to be confirmed, corrected or left out."""
    found, reader = write_review_for(request, conference_id, unit_id)
    faults: dict[int, str] = {}
    if request.method == "POST":
        faults = _settle(request, found)
        if not faults:
            return redirect("reviews:review", conference_id, unit_id)
    page = review_page(found, today=clock.today())
    context = around(request, found, reader) | {"page": page, "faults": faults}
    return render(request, "reviews/figures.html", context, status=422 if faults else 200)


def _settle(request: HttpRequest, found: Review) -> dict[int, str]:
    """Settles each figure that was ticked; what could not be read as a number comes back by the figure's number."""
    rows = Figure.objects.filter(review=found.pk, state=FigureState.PROPOSED)
    faults: dict[int, str] = {}
    done = 0
    for row in rows.select_related("indicator", "period"):
        choice, text = request.POST.get(f"do-{row.pk}", ""), request.POST.get(f"value-{row.pk}", "").strip()
        typed = number_typed(text, indicator_value(row.indicator))
        if choice not in {"keep", "drop"}:
            continue
        if choice == "keep" and typed.value is None:
            faults[row.pk] = text
            continue
        row.review = found
        row.revision = row_key(request.POST.get(f"revision-{row.pk}", "")) or 0
        done += _settled(request, row, typed.value if choice == "keep" else None, text)
    if done:
        messages.success(request, _("Đã ghi %(n)d số liệu.") % {"n": done})
    return faults


def _settled(request: HttpRequest, row: Figure, value: Any, text: str) -> bool:  # noqa: ANN401 -- Decimal or None
    try:
        settle_figure(figure=row, value=value, written=text, by=signed_in(request), now=clock.now())
    except ReviewMoved:
        messages.error(request, _("“%(name)s” vừa có người khác đổi.") % {"name": row.indicator.name})
        return False
    return True
