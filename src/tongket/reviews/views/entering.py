"""A file comes in for a review: from its unit on the page, or entered by the office that got it another way."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from tongket.accounts.requests import signed_in
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.taking_in import must_take_in
from tongket.conferences.rules import Channel
from tongket.core import clock
from tongket.core.templatetags.shell import sentence
from tongket.reading.refusals import Unreadable
from tongket.reviews import values
from tongket.reviews.access import Reader, review_for, write_review_for
from tongket.reviews.actions.bundles import KeyOfAnother, OtherUnits
from tongket.reviews.actions.deciding import confirm_review
from tongket.reviews.actions.handing_in import hand_in_file, of_other_unit
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.submitting import Came, submit_review
from tongket.reviews.bundles.refusals import BundleRefused
from tongket.reviews.forms import EnterForm, FiledForm
from tongket.reviews.models import Figure, Review, ReviewVersion
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.rules import CameAs, Confirmed, FigureState
from tongket.reviews.views.saying import say_submitted
from tongket.reviews.views.showing import around


def hand_in(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = write_review_for(request, conference_id, unit_id)
    if request.method != "POST":
        return _page(request, found, reader, FiledForm())
    form = FiledForm(request.POST, request.FILES)
    version = _handed_in(request, found, form, Came(note=form.cleaned_data["note"])) if form.is_valid() else None
    if version is None:
        return _page(request, found, reader, form)
    return _done(request, version)


def enter_review(request: HttpRequest, conference_id: int, unit_id: int) -> HttpResponse:
    found, reader = review_for(request, conference_id, unit_id)
    if not reader.may_enter:
        raise PermissionDenied
    now = clock.now()
    if request.method != "POST":
        return _page(request, found, reader, EnterForm(now=now))
    form = EnterForm(request.POST, request.FILES, now=now)
    version = None
    if form.is_valid():
        values_ = form.cleaned_data
        came = Came(Channel(values_["channel"]), values_["received_on"], values_["note"])
        version = _handed_in(request, found, form, came)
    if version is None:
        return _page(request, found, reader, form)
    if form.cleaned_data["is_signed"]:
        _confirm_signed(request, found)
    return _done(request, version)


def _page(request: HttpRequest, found: Review, reader: Reader, form: FiledForm) -> HttpResponse:
    must_take_in(found.conference)
    context = around(request, found, reader) | {"form": form, "is_entered": isinstance(form, EnterForm)}
    return render(request, "reviews/hand_in.html", context, status=422 if form.errors else 200)


def _handed_in(request: HttpRequest, found: Review, form: FiledForm, came: Came) -> ReviewVersion | None:
    """The version that was kept; None where the form says why it was not."""
    file, by, now = form.cleaned_data["file"], signed_in(request), clock.now()
    try:
        if file is None:
            filled = values.Filled(unit=found.unit.name)
            return submit_review(review=found, filled=filled, came_as=CameAs.PAPER, came=came, by=by, now=now)
        return hand_in_file(review=found, data=file.read(), name=file.name or "", came=came, by=by, now=now)
    except (Unreadable, BundleRefused) as refusal:
        form.add_error("file", str(sentence(refusal.finding)))
    except (OtherUnits, KeyOfAnother):
        form.add_error("file", str(sentence(of_other_unit(file.name or ""))))
    except (DutyMoved, ReviewMoved):
        form.add_error(None, _("Báo cáo này không nhận bản mới nữa."))
        messages.error(request, _("Báo cáo này không nhận bản mới nữa."))
    return None


def _confirm_signed(request: HttpRequest, found: Review) -> None:
    """The office saw the leader's signature on what it entered; a bundle of a known key is confirmed already."""
    fresh = find_review(found.conference, found.unit_id)
    if fresh is not None and fresh.confirmed_at is None:
        confirm_review(review=fresh, how=Confirmed.SIGNED, by=signed_in(request), now=clock.now())


def _done(request: HttpRequest, version: ReviewVersion) -> HttpResponse:
    """Where to go on: to the figures that wait for a person, else to the review."""
    say_submitted(request, version)
    review = version.review
    waits = Figure.objects.filter(review=review, state=FigureState.PROPOSED).exists()
    return redirect("reviews:figures" if waits else "reviews:review", review.conference_id, review.unit_id)
