"""Pages without a noun: health, language, the movable clock, and what is shown when something is not there."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tongket import __version__
from tongket.core import clock
from tongket.core.dates import DayFault, parse_moment
from tongket.core.models import Job, JobState
from tongket.core.text import clean


def back_address(request: HttpRequest, otherwise: str = "/") -> str:
    """Where a small form returns to: the page it stood on, never another site."""
    asked = request.POST.get("next", "")
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}) else otherwise


@require_GET
def home(_request: HttpRequest) -> HttpResponse:
    return redirect(settings.LOGIN_REDIRECT_URL)


@login_not_required
@require_GET
def health(_request: HttpRequest) -> JsonResponse:
    """Says that the server and its database answer; a monitor asks here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    failed = Job.objects.filter(state=JobState.FAILED).count()
    return JsonResponse({"status": "ok", "version": __version__, "database": connection.vendor, "failed_jobs": failed})


@login_not_required
@require_POST
def change_language(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(back_address(request))
    asked = request.POST.get("language", "")
    if translation.check_for_language(asked) and asked in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, asked, max_age=60 * 60 * 24 * 365, samesite="Lax")
    return response


@require_POST
def change_clock(request: HttpRequest) -> HttpResponse:
    if not settings.CLOCK_MOVABLE or not request.user.is_authenticated or not request.user.is_admin:
        raise PermissionDenied
    asked = clean(request.POST.get("stands_at", ""))
    moment = parse_moment(asked) if asked else None
    if isinstance(moment, DayFault):
        messages.error(request, _(moment.message).format(found=asked))
    else:
        clock.move(timezone.make_aware(moment) if moment else None)
    return redirect(back_address(request))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "core/403.html", {"reason": exception}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "core/404.html", {"path": request.path, "reason": exception}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    return render(request, "core/500.html", status=500)
