"""Mounts every room's JSON interface under /api/, closed by default like every page."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.security import django_auth

from tongket import __version__
from tongket.conferences.api import router as conferences
from tongket.units.api import router as units

api = NinjaAPI(
    title="Tổng Kết", version=__version__, auth=django_auth, urls_namespace="api", docs_decorator=login_required
)
api.add_router("/units/", units)
api.add_router("/conferences/", conferences)


@api.exception_handler(PermissionDenied)
def forbidden(request: HttpRequest, _fault: PermissionDenied) -> HttpResponse:
    """Readers who may not do this get 403 as JSON, like every other answer here."""
    return api.create_response(request, {"detail": "Forbidden"}, status=403)
