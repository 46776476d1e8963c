"""A bundle that came: looked at with whose it is, then taken as that unit's review."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tongket.accounts.requests import signed_in
from tongket.conferences.access import run_office_for
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.here import enter
from tongket.conferences.models import Conference
from tongket.core import clock, files
from tongket.core.findings import compose
from tongket.core.models import StoredFile
from tongket.core.text import row_key
from tongket.reading.refusals import Unreadable
from tongket.reviews.actions.bundles import (
    Arrived,
    KeyOfAnother,
    KeyUnknown,
    revoke_sender,
    take_bundle,
    trust_sender,
)
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.bundle_forms import BundleFileForm, TakeForm, held
from tongket.reviews.bundles.matching import matched
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.refusals import BundleRefused
from tongket.reviews.bundles.signing import fingerprint
from tongket.reviews.models import Sender
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.queries.senders import likely_unit, owing_units, sender_of, senders_of
from tongket.units.models import Unit


def bundle(request: HttpRequest, conference_id: int) -> HttpResponse:
    """First the file, then what is in it and whose it is; nothing is taken before a person says so."""
    conference, rights = run_office_for(request, conference_id)
    enter(request, conference, rights)
    if request.method == "POST" and "held" in request.POST:
        return _take(request, conference)
    form = BundleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        came = form.cleaned_data["file"]
        kept = files.store(data=came.read(), name=came.name or "", now=clock.now())
        return _look(request, conference, kept, None)
    return _page(request, conference, {"form": form}, status=422 if form.errors else 200)


def _page(request: HttpRequest, conference: Conference, context: dict[str, object], *, status: int) -> HttpResponse:
    shown = {"conference": conference, "senders": senders_of(conference)} | context
    return render(request, "reviews/bundle.html", shown, status=status)


def _look(request: HttpRequest, conference: Conference, kept: StoredFile, form: TakeForm | None) -> HttpResponse:
    """What a kept file holds and who signed it, with the choice of the unit; or why it is refused."""
    try:
        opened = open_bundle(files.read(kept))
    except (BundleRefused, Unreadable) as refused:
        told = compose(refused.finding, _)
        files.discard(kept)
        return _page(request, conference, {"form": BundleFileForm(), "refused": told}, status=422)
    summary, known = opened.bundle.summary, sender_of(opened.key)
    _filled, _cuts, findings = matched(summary, outline_of(conference))
    likely = likely_unit(conference, summary.sender, opened.key)
    status = 200 if form is None else 422
    form = form or TakeForm(units=owing_units(conference), initial={"held": held(kept.pk), "unit": likely})
    context = {
        "summary": summary,
        "bundle": opened.bundle,
        "known": known,
        "digits": fingerprint(opened.key),
        "findings": [compose(finding, _) for finding in findings],
        "take": form,
    }
    return _page(request, conference, context, status=status)


def _take(request: HttpRequest, conference: Conference) -> HttpResponse:
    form = TakeForm(request.POST, units=owing_units(conference))
    kept = StoredFile.objects.filter(pk=form.cleaned_data["held"]).first() if form.is_valid() else None
    if kept is None:
        messages.error(request, _("Trang này đã cũ. Chọn lại tệp."))
        return redirect("reviews:bundle", conference.pk)
    unit = form.cleaned_data["unit"]
    try:
        _taken(request, conference, kept, unit, is_compared=form.cleaned_data["is_compared"])
    except KeyUnknown:
        form.add_error("is_compared", _("Máy gửi tệp này chưa quen. Gọi cho đơn vị, so dãy số rồi đánh dấu ở đây."))
        return _look(request, conference, kept, form)
    except KeyOfAnother as known:
        form.add_error("unit", _("Tệp do máy của %(unit)s ký. Chọn đúng đơn vị ấy.") % {"unit": known.unit.called})
        return _look(request, conference, kept, form)
    except (DutyMoved, ReviewMoved):
        form.add_error("unit", _("Báo cáo của đơn vị này lúc này không nhận thêm bản nào."))
        return _look(request, conference, kept, form)
    messages.success(request, _("Đã nhận làm báo cáo của %(unit)s.") % {"unit": unit.called})
    return redirect("reviews:review", conference.pk, unit.pk)


def _taken(request: HttpRequest, conference: Conference, kept: StoredFile, unit: Unit, *, is_compared: bool) -> None:
    opened, by, now = open_bundle(files.read(kept)), signed_in(request), clock.now()
    review = find_review(conference, unit.pk)
    if review is None:
        raise ReviewMoved(unit.pk)
    if is_compared:
        trust_sender(unit=unit, key=opened.key, by=by, now=now)
    known = sender_of(opened.key)
    if known is not None and known.unit_id != unit.pk:
        raise KeyOfAnother(known.unit)
    take_bundle(review=review, arrived=Arrived(opened, kept), by=by, now=now)


@require_POST
def revoke(request: HttpRequest, conference_id: int) -> HttpResponse:
    """Takes a key's trust away."""
    conference, _rights = run_office_for(request, conference_id)
    known = {sender.pk: sender for sender in senders_of(conference)}
    sender: Sender | None = known.get(row_key(request.POST.get("sender", "")) or 0)
    if sender is not None:
        revoke_sender(sender=sender, by=signed_in(request), now=clock.now())
        messages.success(request, _("Đã thôi tin máy ấy. Lần sau nhận tệp sẽ hỏi lại dãy số."))
    return redirect("reviews:bundle", conference.pk)
