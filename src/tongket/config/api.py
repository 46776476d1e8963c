"""Mounts every room's JSON interface under /api/, closed by default like every page."""

from ninja import NinjaAPI
from ninja.security import django_auth

from tongket import __version__
from tongket.conferences.api import router as conferences
from tongket.units.api import router as units

api = NinjaAPI(title="Tổng Kết", version=__version__, auth=django_auth, urls_namespace="api")
api.add_router("/units/", units)
api.add_router("/conferences/", conferences)
