"""The first page of an empty installation: it makes the host unit and the first account."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from tongket.accounts.actions import note_failed_try
from tongket.accounts.queries import is_empty, must_wait
from tongket.core import clock
from tongket.units.actions import AlreadyBegun, begin_installation
from tongket.units.forms.people import FirstRunForm

# An empty address is a socket on this machine.
LOOPBACK = ("127.0.0.1", "::1", "")
PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


def is_local(request: HttpRequest) -> bool:
    """Whether the visitor sits at this very machine: a proxy on it passes strangers on, and says so."""
    passed_on = any(request.headers.get(name) for name in PASSED_ON)
    return request.META.get("REMOTE_ADDR", "") in LOOPBACK and not passed_on


def may_begin(request: HttpRequest) -> bool:
    """Whether this visitor may make the first account: with the set-up code where one is set, else at this machine."""
    code = settings.SETUP_CODE
    if not code:
        return is_local(request)
    if must_wait(request.META.get("REMOTE_ADDR", ""), now=clock.now()):
        return False
    return constant_time_compare(request.POST.get("code", "") or request.GET.get("code", ""), code)


@login_not_required
@never_cache
@sensitive_post_parameters("password", "code")
def first_run(request: HttpRequest) -> HttpResponse:
    if not is_empty():
        raise Http404
    if not may_begin(request):
        return _closed(request)
    # A code typed on the page before this one comes alone: then the form is only shown.
    form = FirstRunForm(request.POST if "unit_name" in request.POST else None)
    if not form.is_valid():
        code = request.POST.get("code", "") or request.GET.get("code", "")
        return render(request, "units/first_run.html", {"form": form, "code": code}, status=422 if form.errors else 200)
    return _begin(request, form.cleaned_data)


def _begin(request: HttpRequest, typed: dict[str, str]) -> HttpResponse:
    values = {name: typed[name] for name in ("body", "place_kind", "place")}
    account = {name: typed[name] for name in ("unit_name", "name", "post", "email", "password")}
    try:
        user = begin_installation(values=values, **account, now=clock.now())
    except AlreadyBegun as late:
        raise Http404 from late
    login(request, user)
    return redirect("conferences:list")


def _closed(request: HttpRequest) -> HttpResponse:
    """Says who may begin; a wrong code is counted, and too many must wait."""
    source, now = request.META.get("REMOTE_ADDR", ""), clock.now()
    fault = ""
    if must_wait(source, now=now):
        fault = _("Đã thử sai nhiều lần. Đợi 15 phút rồi thử lại.")
    elif request.POST.get("code") or request.GET.get("code"):
        note_failed_try(source=source, now=now)
        fault = _("Mã này không đúng. Mã do người quản trị đặt ở TONGKET_SETUP_CODE; gõ lại đúng từng chữ.")
    context = {"takes_code": bool(settings.SETUP_CODE), "fault": fault}
    return render(request, "units/first_run_closed.html", context, status=403)
