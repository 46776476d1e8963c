"""The first page of an empty installation: it makes the host unit and the first account."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from tongket.accounts.queries import is_empty
from tongket.accounts.views import BACKEND
from tongket.core import clock
from tongket.units.actions import begin_installation
from tongket.units.forms import FirstRunForm

LOOPBACK = ("127.0.0.1", "::1", "")


def may_begin(request: HttpRequest) -> bool:
    """Whether this visitor may make the first account: from this very machine, or with the set-up code."""
    code = settings.SETUP_CODE
    given = request.GET.get("code") or request.POST.get("code")
    return bool(code and given == code) or (not code and request.META.get("REMOTE_ADDR", "") in LOOPBACK)


@login_not_required
@sensitive_post_parameters("password")
def first_run(request: HttpRequest) -> HttpResponse:
    if not is_empty():
        raise Http404
    if not may_begin(request):
        return render(request, "units/first_run_closed.html", status=403)
    form = FirstRunForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        code = request.GET.get("code", "") or request.POST.get("code", "")
        return render(request, "units/first_run.html", {"form": form, "code": code}, status=422 if form.errors else 200)
    typed = form.cleaned_data
    user = begin_installation(
        unit_name=typed["unit_name"],
        values={name: typed[name] for name in ("body", "place_kind", "place")},
        name=typed["name"],
        post=typed["post"],
        email=typed["email"],
        password=typed["password"],
        now=clock.now(),
    )
    login(request, user, backend=BACKEND)
    return redirect("conferences:list")
